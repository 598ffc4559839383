# Internal audit.
audit-lead = Plan the internal audits of a period, carry them out with a checklist made from the questions, and write down what was found.
label-edit-audit = audit
label-edit-audit-line = line of the checklist
label-edit-audit-programme = audit programme

audit-period-from = First day of the period
audit-period-to = Last day of the period
audit-programme-more = Why and how the audits are laid out
audit-importance-hint = What matters most, what has changed, and what earlier audits found.
audit-methods-hint = For example: interviews, samples of records, watching the work.
audit-ends-before = The last day lies before the first one.

audit-list = Audits of the programme
audit-add = Add an audit
audit-none = There is no audit yet. Several small audits are easier to hold than one large one: begin with the clauses in which you expect the most.
audit-dates = Days
audit-from-to = { $from } to { $to }
audit-findings = Findings
audit-state = State
audit-state-planned = In the programme
audit-state-held = Carried out
audit-state-reported = Carried out and reported
audit-state-cancelled = Cancelled
audit-lines-done = { $count } of { $total } lines
audit-name = Name of the audit
audit-person = Name
audit-objective-hint = What you want to know after it.
audit-criteria-hint = For example: ISO/IEC 20000-1 with the clauses in scope, your own procedures, the agreed service requirements.
audit-not-held-yet = An audit counts as carried out when its last day has come. Enter its days.
audit-delete = Delete this audit

audit-scope = Scope
audit-scope-lead = The checklist holds every question of the clauses and processes that you choose here.
audit-scope-chapter = { $chapter }: { $count } of { $total }
audit-whole-chapter = All of { $chapter }
audit-scope-hint = Sites, teams or other parties that are in, or left out this time.

audit-independence-lead = Somebody looks whether every auditor is impartial and audits no work of their own, and says so with date and name.
audit-own-work-lead = Look at this before you confirm. These auditors own something in the scope of the audit:
audit-own-work = { $auditor }: { $owns }
audit-agenda-lead = Who talks with whom about what. Leave time to look at records and to sum up.
audit-add-line = Add a line
audit-agenda-line = Line { $number } of the plan
audit-agenda-propose = { $count ->
    [one] Propose 1 line from the scope
   *[other] Propose { $count } lines from the scope
}
audit-line-ends-before = The line ends before it begins.

audit-checklist = Checklist
audit-checklist-of = Checklist: { $audit }
audit-checklist-lead = One line for each question in scope: ask for a sample, write down what people said and what you saw, and say what follows.
audit-open-checklist = Work on the checklist
audit-back = Back to the audit
audit-gone = This audit is not there any more. Undo brings it back if it was deleted just now.
audit-no-lines = The checklist is empty, because the audit has no scope yet. Go back and choose its clauses.
audit-filters = Filters of the checklist
audit-show-open = Without a result
audit-show-conforms = What conforms
audit-show-findings = What was found
audit-tally = { $lines ->
    [one] One line
   *[other] { $lines } lines
 }: { $open } without a result, { $conforms } conform, { $findings } findings
audit-lines = Questions in scope
audit-line = Question
audit-result = Result
audit-sample-hint = For example: the last five major incidents. The auditor chooses the sample, not the one who is audited.
audit-seen-hint = Which record, which version, which day.
audit-conclusion-not-seen = Not looked at
audit-conclusion-conforms = Conforms
audit-conclusion-finding = Finding
audit-finding-lead = A finding belongs in the register, with grade and statement.
audit-write-finding = Write the finding
audit-finding = The finding
audit-finding-evidence = The evidence
audit-next-line = Next line
audit-to-register = The same entry in the register, with correction and cause

audit-report = Report
audit-conclusion-hint = What the audit found as a whole: what works well, where the weak places are, and what that means for the aim of the audit.
audit-no-findings = Nothing from this audit is in the register.

audit-coverage = What the programme covers
audit-coverage-none = As soon as there is an audit, this shows which clauses and processes no audit looks at.
audit-figure-clauses-planned = of { $total } clauses are in the programme
audit-figure-clauses-audited = of { $total } clauses have been audited
audit-figure-processes-planned = of { $total } processes are in the programme
audit-figure-processes-audited = of { $total } processes have been audited
audit-no-holes = Every clause and every process is in the scope of an audit.
audit-holes = No audit of the programme looks at these:
audit-fill-holes = Add an audit for all of them
audit-process = Process: { $title }
audit-matrix = Clauses and processes by audit
audit-matrix-caption = A dot means that the audit of the column looks at the clause or process of the row. Cancelled audits are left out.
audit-matrix-row = Clause or process
audit-covered = In scope
audit-cell-audited = Audited
audit-cell-planned = Planned
audit-cell-hole = No audit
