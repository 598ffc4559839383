# Words that people search for and the words that the content uses instead: one entry a line, the words that stand in for it after the colon.
search-aliases =
    cmdb: configuration
    ci: configuration
    cab: change
    rfc: change
    pir: change
    kpi: measure, target
    metric: measure
    ola: internal
    rca: cause
    bcp: continuity
    drp: continuity
    disaster: continuity
    csi: improvement
    helpdesk: desk
    ticket: incident, request
    vendor: supplier
    provider: supplier
    gdpr: legal
    cyber: security
    sustainability: climate
    capa: corrective
    csat: satisfaction
    training: competence
    skill: competence
    independent: impartial
    independence: impartial
    impartial: independent
    objectivity: impartial
