# Corrective actions.
actions-lead = Every nonconformity in one register, wherever it was found: correction, cause, corrective action and the check of its effect.
label-edit-nonconformity = entry of the register

actions-list = The register
actions-add = Add an entry
actions-none = Nothing is in the register yet. Findings of audits get here from the checklist, decisions and concerns from their pages. What you notice in daily work is added here: write down what happened first, everything else can follow.
actions-filters = Filters and order of the register
actions-entry = Entry
actions-title = Short name
actions-untitled = Entry without a name
actions-found-by = Found by
actions-all-sources = Everybody
actions-next-due = Next date
actions-state = How far it is
actions-no-grade = Not graded
actions-due = To be closed by
actions-location = Where it was found

actions-figure-open = { $count ->
    [one] of { $total } is open
   *[other] of { $total } are open
 }
actions-figure-overdue = { $count ->
    [one] of { $total } is late
   *[other] of { $total } are late
 }
actions-figure-unowned = { $count ->
    [one] of { $total } is open without an owner
   *[other] of { $total } are open without an owner
 }
actions-figure-ready = { $count ->
    [one] of { $total } is ready to be closed
   *[other] of { $total } are ready to be closed
 }
actions-figure-closed = { $count ->
    [one] of { $total } has been closed
   *[other] of { $total } have been closed
 }
actions-show-open = Not closed
actions-show-overdue = Late
actions-show-unowned = Open without an owner
actions-show-ready = Ready to be closed
actions-show-closed = Closed entries
actions-sort-due = By the next date
actions-sort-raised = Newest first
actions-sort-clause = In the order of the clauses

actions-source-internal-audit = Internal audit
actions-source-management-review = Management review
actions-source-daily-work = Daily work
actions-source-prevention = Preventive action
actions-source-stage-one = Stage 1
actions-source-stage-two = Stage 2
actions-source-surveillance-one = First surveillance
actions-source-surveillance-two = Second surveillance
actions-source-recertification = Recertification
actions-grade-major = Major
actions-grade-minor = Minor
actions-grade-concern = Area of concern
actions-grade-observation = Observation
actions-grade-opportunity = Opportunity for improvement
actions-state-raised = Raised
actions-state-planned = Action planned
actions-state-done = Effect to be checked
actions-state-effective = Effect shown
actions-state-closed = Closed

actions-to-audit = The audit it comes from
actions-to-review = The review it comes from
actions-statement = Statement
actions-no-clause = No clause named
actions-no-question = No single question
actions-asked-hint = What the standard or your own rule asks for, in your own words.
actions-evidence-hint = Only facts: which record, which day, who said what.
actions-failure-hint = What is missing or different. One sentence, no blame.
actions-correction = What was done at once
actions-correction-hint = It puts this case right. It does not stop the next one.
actions-consequences-hint = Who was affected, and what was done about it.
actions-extent-hint = Where else it could be: who looked where, and what was found.

actions-whys-lead = Start from the failure and ask why. Take each answer and ask again, until you reach something that you can change.
actions-why = Why? Answer { $number }
actions-why-so = Why was it so: “{ $answer }”?
actions-cause = The cause that is to be removed
actions-cause-hint = One sentence about how the work is organized, not about a person.
actions-weak-cause = “{ $phrase }” often stands where a cause should be. Ask once more: why did the system allow it? You may keep the words if that question is answered.
actions-preventive = Preventive actions
actions-steps-lead = An action removes the cause. If it only repairs this case, it belongs to the correction.
actions-add-step = Add an action
actions-step = Action { $number }
actions-done-on = Done on
actions-proof = Proof, and where it is

actions-effect = Check of the effect
actions-effect-lead = Some time after the actions, look whether the failure stays away. Decide now by what you will see it.
actions-measure-hint = For example: twenty tickets from October, none without a priority.
actions-effective-yes = Yes
actions-effective-no = No, it came back
actions-body = Answer to the certification body
actions-body-lead = The time for an answer is the rule of your certification body. Take it from its report.

actions-closing = Closing
actions-not-yet = It cannot be closed yet. This is missing:
actions-ready = Nothing is missing. It can be closed.
actions-close = Close this entry
actions-closed-on-by = Closed on { $day } by { $name }
actions-closed-too-soon = It is marked as closed, but something is missing, so it still counts as open. Take it up again to see what.
actions-reopen-reason = Why it is taken up again
actions-reopen-why = Write down why it is taken up again.
actions-reopen = Take it up again
actions-reopened = { $day }: { $reason }
actions-missing-no-grade = A grade
actions-missing-no-correction = What was done at once
actions-missing-no-extent = Whether it is elsewhere too
actions-missing-no-cause = The cause
actions-missing-no-action = At least one action against the cause
actions-missing-action-open = The day on which each action was done
actions-missing-no-effect-check = A check of the effect, with measure, result and date
actions-missing-not-effective = A check that says that the failure stays away
actions-delete = Delete this entry

actions-trends = Trends
actions-trends-lead = Entries that gather under one clause or one cause often point to something larger than each of them alone.
actions-open = Still open
actions-closed = Closed
actions-by-clause = Entries by clause
actions-by-cause = Entries by cause
actions-cause-unknown = No cause written yet
actions-other-causes = Other causes
actions-by-month = Open at the end of each month
actions-month = Month
actions-month-name = { $month } { $year }
actions-month-table = Raised, closed and open entries by month
actions-raised = Raised
