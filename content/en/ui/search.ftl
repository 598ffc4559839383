# Words that people search for, and after the colon the beginnings of the words that the content uses instead: one entry a line.
search-aliases =
    access: security
    agenda: review
    annual: interval
    bcp: continuity
    boss: leadership, management
    breach: incident
    budget: resources
    burn: continuity
    cab: change
    capa: corrective
    ci: configuration
    cmdb: configuration
    cost: budget
    csat: satisfaction
    csi: improvement
    cyber: security
    department: internal
    deploy: release
    director: leadership, management
    disaster: continuity
    downtime: availability
    drp: continuity
    employee: aware, competence, people, staff
    executive: leadership, management
    external: outside
    fire: continuity
    flood: continuity
    forecast: demand
    gdpr: legal
    hacker: security
    hardware: asset
    helpdesk: desk
    impartial: independent
    independence: impartial
    independent: impartial
    internal: inside
    inventory: asset, list
    keep: retention
    know: aware
    kpi: measur, target
    licence: asset
    list: catalogue
    metric: measur
    objectivity: impartial
    ola: agreement, supplier
    outage: availability
    outsource: parties
    password: request
    pir: change
    prioritize: rank
    priority: rank
    production: live
    provider: supplier
    rca: cause
    reach: achieve
    register: documented, list, written
    rfc: change
    roll: reverse
    rollback: reverse
    skill: competence
    sign: approv
    staff: people
    statement: wording
    subcontractor: supplier
    sustainability: climate
    tell: communicat
    ticket: incident, request
    top: leadership
    training: competence
    vendor: supplier
    wiki: knowledge
    yearly: interval
# Words of questions that say nothing about what is meant; they are passed over where other words are left.
search-stop-words =
    a about after all also an and any are as ask at be been before being belong belongs between but by can could did do does done each
    for from get had has have how i if in into is it its like look make many may me must my need needed needs no not of off often
    on one or our out should so some such than that the their them then there these they this those to too under up us was we
    were what when where which who whom whose why will with would you your
