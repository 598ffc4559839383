# Results: verdicts, heat map, spread, possible findings.
results-lead = What an auditor would probably conclude from these answers, clause by clause. Every verdict is a proposal with its reason.
results-glance = At a glance
results-clauses = Clauses
results-requirements = Requirements
results-verdicts-base = Verdicts on all { $total } leaf clauses with duties
results-ratings-base = { $answered } of { $total } requirements answered
results-no-readiness = No single percentage can say how ready you are. A clause is judged by its worst requirement, and one requirement that is not in place is a finding whatever the rest looks like.
results-no-figure = No evidence figure yet: nothing is answered.
results-evidenced = { $count } of { $answered } answered requirements ({ $percent } %) are rated in place with evidence.
results-with-evidence = { $count } of { $answered } answered requirements ({ $percent } %) list at least one piece of evidence.

results-map = Heat map
results-map-title = The verdict on every leaf clause, in the groups of the standard
results-spread = Spread per group
results-spread-title = How the requirements of each group are rated. Each bar is the whole of its group.
results-answered = { $answered } of { $total } answered
results-clause-name = { $clause } { $title }

results-verdicts = Verdicts
results-verdicts-lead = The worst requirement decides. You may set your own verdict with a reason; the computed one stays in sight.
results-verdicts-caption = Verdict on every leaf clause, with its reason and the requirements that decide
results-clause = Clause
results-verdict = Verdict
results-why = Why
results-own = Own verdict
results-group = Group of clauses
results-grade = Grade
results-all-verdicts = All verdicts
results-all-groups = All groups
results-all-grades = All grades
results-verdicts-filters = Filters of the verdicts
results-findings-filters = Filters of the possible findings
results-more = and { $count } more
results-computed = Computed: { $verdict }
results-own-on = Your own verdict of { $day }
results-own-undated = Your own verdict
results-own-give = Set your own verdict
results-own-give-for = Set your own verdict on clause { $clause }
results-own-change = Change your own verdict
results-own-change-for = Change your own verdict on clause { $clause }
results-own-title = Your own verdict
results-own-computed = Computed from the answers:
results-own-verdict = Your verdict
results-own-note = Reason
results-own-note-hint = Say what you know that the answers do not show, so that a colleague can follow.
results-own-day = Day of your verdict
results-own-keep = Keep this verdict
results-own-take-back = Go back to the computed verdict
results-own-no-verdict = Choose a verdict first.
results-own-no-note = Write the reason first: without it nobody can follow your verdict.


results-findings = What an auditor could raise
results-findings-lead = Requirement by requirement, from the ratings alone. What is not answered or not known is not listed, because nobody can say yet. Your own verdicts on clauses change nothing here.
results-findings-none = Nothing rated so far would be raised.
results-grade-major = Major
results-grade-minor = Minor
results-grade-observation = Observation
results-count-major = { $count ->
    [one] One major
   *[other] { $count } majors
 }
results-count-minor = { $count ->
    [one] One minor
   *[other] { $count } minors
 }
results-count-observation = { $count ->
    [one] One observation
   *[other] { $count } observations
 }
results-about-major = A major puts the certificate at risk and has to be corrected before the decision.
results-about-minor = A minor has to be corrected, but the system as a whole stands.
results-about-observation = It works, but what can be shown is thin. An auditor may note it, or raise a minor where the sample disappoints.
results-raised-blocking-not-in-place = Not in place, and its absence alone puts the certificate at risk.
results-raised-whole-clause-absent = Not in place, like everything else that this clause asks.
results-raised-not-in-place = Not in place.
results-raised-partly = Only on paper, or only in places.
results-raised-thin-evidence = In place, but what can be shown is thin or uneven.
