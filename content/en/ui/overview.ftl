# The overview of an assessment: what to do next, the tasks, the progress.
overview-lead = Where this assessment stands, and what brings it on most.
overview-sample = This is the sample organization. It is invented, its answers are uneven on purpose, and you can change everything in it.

overview-next = What to do next
overview-next-nothing = Nothing is waiting: every task below is done, and every step of the roadmap as well.
overview-next-settle-eligibility = Settle what stops the road to a certificate
overview-next-describe-scope = Describe the scope and answer the eligibility questions
overview-next-quick-check = Go on with the quick check
overview-next-answer-clause = Answer the questions of clause { $clause } { $title }
overview-next-close-blocking-gap = Close the blocking gap { $requirement } in clause { $clause } { $title }
overview-next-plan-gaps = { $count ->
    [one] Give one gap an owner and a due date
   *[other] Give { $count } gaps an owner and a due date
 }
overview-next-write-documents = { $count ->
    [one] Write the one mandatory document that is missing
   *[other] Write the { $count } mandatory documents that are missing
 }
overview-next-set-dates = Enter the start and the target date of the roadmap
overview-next-step = Work on this step of the roadmap: { $step }

overview-why-settle-eligibility = An answer says that certification is not open to this scope. Nothing else helps until that changes.
overview-why-describe-scope = Scope and eligibility decide whether the road is open, and every later answer is given for this scope.
overview-why-quick-check = About thirty questions show in twenty minutes what decides most.
overview-why-answer-clause = What is not answered may hide a gap.
overview-why-close-blocking-gap = It alone can put the certificate at risk.
overview-why-plan-gaps = A gap is in hand once somebody has it and a day is set.
overview-why-write-documents = The standard asks for these documents, and stage one of the audit looks at them first.
overview-why-set-dates = With both dates the roadmap shows whether the plan holds.
overview-why-step = Everything this step depends on is done.

overview-tasks = Tasks
overview-task-scope = Scope and eligibility
overview-task-quick-check = Quick check
overview-task-clauses = All clauses
overview-task-documents = Documents
overview-task-gaps = Gaps and actions
overview-task-roadmap = Roadmap
overview-task-operation = Daily operation
overview-task-objectives = Objectives and value
overview-task-audit = Internal audit
overview-task-review = Management review
overview-task-corrections = Corrective actions
overview-task-certification = Certification
overview-about-scope = Who delivers which services to whom, and whether certification is open to you.
overview-about-quick-check = The questions that decide most.
overview-about-clauses = Every requirement, clause by clause, with rating, note and evidence.
overview-about-documents = The documents and records that the standard asks for.
overview-about-gaps = What falls short, who closes it, and by when.
overview-about-roadmap = The way to stage two of the certification audit, with dates.
overview-about-operation = Since when each process runs, which records it keeps, and who looked at them.
overview-about-objectives = What the service management system is to reach, measured over time.
overview-about-audit = The programme, the audits with their checklists, findings and reports.
overview-about-review = What top management has to look at, what it decided, and the minutes.
overview-about-corrections = Each nonconformity with its cause, its actions and the check of their effect.
overview-about-certification = The certification body, both stages of its audit, the decision and the years after it.
overview-figures-scope = { $done } of { $total } parts settled
overview-figures-quick-check = { $done } of { $total } questions answered
overview-figures-clauses = { $done } of { $total } questions answered
overview-figures-documents = { $done } of { $total } ready
overview-figures-gaps = { $total ->
    [0] No gap known so far
   *[other] { $done } of { $total } gaps with owner and date
 }
overview-figures-roadmap = { $done } of { $total } steps done
overview-figures-operation = { $done } of { $total } processes run or wait for a first case
overview-figures-objectives = { $total ->
    [0] No objective so far
   *[other] { $done } of { $total } measured against a target
 }
overview-figures-audit = { $done } of { $total } clauses audited
overview-figures-review = { $done } of { $total } inputs dealt with in the newest review
overview-figures-corrections = { $total ->
    [0] No entry so far
   *[other] { $done } of { $total } entries closed
 }
overview-figures-certification = { $done } of { $total } milestones: body, contract, stage 1, stage 2, decision
overview-status-not-started = Not started
overview-status-in-progress = In progress
overview-status-done = Done

overview-progress = Answers so far
overview-progress-base = { $answered } of { $total } requirements answered
overview-progress-counted = Requirements
overview-progress-note = These are counts, not a mark. Conformity is decided requirement by requirement: one that is not in place is a finding, whatever the others say.
overview-results = See verdicts and possible findings

overview-backup = Keep a copy
overview-backup-why = Everything stays in this browser and nowhere else. A file protects it when browser data is cleared or the device is lost. With the file you can also go on in another browser.
overview-backup-download = Download a backup file

overview-note = What this can and cannot do
overview-note-prepares = Waymark helps you to prepare for certification. It does not certify, and its verdicts are proposals: the auditor of an accredited certification body decides.
overview-note-no-audit = A gap assessment is not the internal audit that clause 9.2 asks for. That audit needs a programme, auditors who do not audit their own work, and a report.
