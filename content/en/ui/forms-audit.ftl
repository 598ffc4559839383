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
