# Forms of the internal audit and of corrective action.
form-audit-plan = Audit plan
form-audit-plan-lead = What one audit looks at, who takes part and when. Send it to everybody who is audited before the first day.
form-audit-name = { $number } { $title }
form-audit-untitled = Audit without a name
form-audit-start = First day
form-audit-finish = Last day
form-audit-independence = Independence
form-independence = No auditor audits their own work.
form-independence-confirmed = No auditor audits their own work. Confirmed by { $name }, { $day }.
form-agenda-day = Day
form-agenda-subject = Subject
form-agenda-auditor = Auditor
form-agenda-auditee = Audited
form-sign-lead-auditor = Lead auditor
form-sign-auditee = For those audited
form-audit-checklist = Audit checklist
form-audit-checklist-lead = Every question in the scope of an audit, with room for the sample, the answer, what was seen and the result.
form-audit-report = Audit report
form-audit-report-lead = What was audited by whom, what was found, and what the audit concludes.
form-report-lines = { $lines ->
    [one] The checklist had one line
   *[other] The checklist had { $lines } lines
 }: { $conforms } conform, { $findings } are findings, { $open } were not looked at.
form-report-sample = An audit looks at samples. Where nothing was found, a weakness may still exist.
form-finding = Finding form
form-finding-lead = One finding: where it was found, its grade, and the statement in three parts.
form-corrective-action = Corrective action form
form-corrective-action-lead = The whole way of a nonconformity: correction, cause, actions, check of the effect, closing.
form-closed-on = Closed on
form-sign-verified = Effect checked and closed by
