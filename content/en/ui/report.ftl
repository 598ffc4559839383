# The printable report.
report-lead = { $name }, as of { $day }. Self-assessment against ISO/IEC 20000-1:2018 with Amendment 1:2024.
report-parts = Parts to show and print
report-print = Print
report-print-hint = The page fits A4 and Letter, and it can be read in greyscale. The browser can also print it into a PDF file.
report-nothing = No part is chosen.
report-none = –

report-part-board = For the board
report-part-charts = Results in charts
report-part-findings = What an auditor could raise
report-part-clauses = Every clause
report-part-documents = Documents and records
report-part-actions = Gaps and actions
report-part-roadmap = Roadmap

report-scope = Scope
report-no-statement = There is no scope statement yet: organization and services have to be named first.
report-eligibility-base = { $answered } of { $total } eligibility questions answered
report-verdicts = Verdicts
report-blocking = Blocking requirements
report-blocking-base = { $count ->
    [0] All { $total } blocking requirements are in place with evidence.
   *[other] { $count } of { $total } blocking requirements are not in place with evidence. Each of them alone can put the certificate at risk.
 }
report-blocking-item = { $requirement } { $title }
report-dates = Dates
report-decision = Certification decision, as planned
report-target = Target
report-stages = Stages of the roadmap with planned dates
report-stage = Stage
report-start = Start
report-finish = Finish
report-done = Done
report-steps-done = { $done } of { $total }
report-risks = Top risks
report-risks-none = The answers show none of the risks that Waymark looks for.
report-risk-road-stopped = An eligibility answer stops the road to a certificate.
report-risk-blocking-short = { $count } of { $base } blocking requirements are known to fall short.
report-risk-major-likely = A major nonconformity is likely in { $count } of { $base } clauses.
report-risk-late-decision = { $count ->
    [one] The decision is planned one day after the target.
   *[other] The decision is planned { $count } days after the target.
 }
report-risk-eligibility-open = { $count } of { $base } eligibility questions are not answered.
report-risk-unanswered = { $count } of { $base } requirements are not answered, and each may hide a gap.
report-risk-dont-know = { $count } of { $base } answers are "don't know".
report-risk-documents-missing = { $count } of { $base } mandatory documents are missing.
report-risk-actions-overdue = { $count } of { $base } gaps have an overdue action.
report-risk-gaps-unplanned = { $count } of { $base } gaps have no owner or no due date.
report-risk-no-dates = The roadmap has no start or no target date.
report-limits = What this page does not say
report-limit-certificate = It grants nothing. An accredited certification body decides, and its auditor may see things differently.
report-limit-audit = It is a self-assessment. It replaces neither the internal audit nor the management review.
report-limit-mean = It shows no percentage of readiness, because one unmet requirement is a finding whatever the mean.

report-elsewhere = Also judged by questions of other clauses: { $requirements }
report-note = Note
report-evidence = Evidence
report-owner = Owner
report-due = Due
report-last = Last carried out
report-next = Next planned
report-flag = Discussion
report-flagged = Marked for discussion

report-documents-caption = Register of documented information
report-document = Document or record
report-clauses = Clauses
report-state = State
report-version = Version
report-reviewed = Reviewed
report-next-review = Next review
report-where = Where
report-mandatory = { $kind }, asked for by the standard
report-usual = { $kind }, usual but not asked for

report-actions-none = There is no gap among the answers, and no action of your own.
report-actions-caption = { $count ->
    [one] One gap or action, blocking ones first
   *[other] { $count } gaps and actions, blocking ones first
 }
report-action = Action
report-question = Question
report-standing = Rating
report-effort = Person-days
report-status = Status
report-blocks = blocking
report-overdue = overdue

report-roadmap-caption = Every step of the roadmap with planned or entered dates
report-step = Step
report-step-name = { $id } { $title }
report-days = Working days
report-critical = decides the date of the certificate
