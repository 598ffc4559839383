# Management review.
review-lead = Top management looks at the service management system at planned intervals. The agenda lists every input that the edition asks for.
review-advice = This edition asks for { $inputs } inputs and { $outputs } kinds of decision. What is missing most often is an input in the minutes. How often you review is up to you; once a year is usual.
review-list = Reviews
review-add = Prepare a review
review-none = No review is entered yet. Prepare the first one: the agenda comes with every required input and with what is known already.
review-untitled = Without a title

review-review = Review
review-date = Date
review-covered = Inputs covered
review-covered-of = { $count } of { $total }
review-decisions = Decisions
review-minutes = Minutes approved
review-state = State
review-state-planned = Planned
review-state-incomplete = Held, incomplete
review-state-complete = Complete

review-print-agenda = Print the agenda
review-print-minutes = Print the minutes
review-nothing-missing = Nothing is missing: every input is covered, decisions are made and the minutes are approved.
review-missing = What is missing
review-missing-preparation = In the preparation
review-missing-meeting = In the meeting
review-missing-record = In the record
review-lack-input-open = A contribution to “{ $item }”
review-lack-input-not-covered = “{ $item }” was not dealt with
review-lack-review-not-held = The date of the review has not come
review-lack-no-top-management = Somebody of top management among those present
review-lack-output-missing = A decision under “{ $item }”
review-lack-no-decision-owner = An owner of decision { $item }
review-lack-no-decision-due = A date for decision { $item }
review-lack-minutes-open = Approved minutes

review-meeting = The meeting
review-title = Name or number
review-place = Place
review-chair = Led by
review-pack-sent-on = Papers sent on
review-attendance = Who takes part
review-attendance-hint = Top management has to be there itself. Enter before the meeting who is invited, and correct it afterwards.
review-add-person = Add a person
review-person = Person { $number }
review-person-name = Name
review-person-role = Role
review-top-management = Top management

review-inputs = Agenda and inputs
review-inputs-hint = Write down what was brought to each input and what was said about it. “No news” is enough only with a reason. Then tick that the review dealt with it.
review-take-all = Take the figures over where nothing is written
review-take = Take the figures over
review-facts = Waymark knows today:
review-no-facts = Waymark knows nothing about this. Ask the people who do.
review-contribution = Contribution
review-dealt-with = The review dealt with this
review-input-covered = Covered
review-input-prepared = Prepared
review-input-missing = Missing
review-earlier = { $count ->
    [one] One decision of an earlier review
   *[other] { $count } decisions of earlier reviews
 }

review-figure-actions-open = { $count ->
    [0] No action is open.
    [one] One action is open.
   *[other] { $count } actions are open.
 }
review-figure-actions-overdue = { $count ->
    [one] One action is overdue.
   *[other] { $count } actions are overdue.
 }
review-figure-actions-closed = { $count ->
    [one] One action is closed.
   *[other] { $count } actions are closed.
 }
review-figure-earlier-decisions = { $count ->
    [0] No review has taken a decision yet.
    [one] One decision was taken in reviews so far.
   *[other] { $count } decisions were taken in reviews so far.
 }
review-figure-nonconformities-open = { $count ->
    [0] No entry of the register is open.
    [one] One entry of the register is open.
   *[other] { $count } entries of the register are open.
 }
review-figure-nonconformities-closed = { $count ->
    [one] One entry of the register is closed.
   *[other] { $count } entries of the register are closed.
 }
review-figure-nonconformities-overdue = { $count ->
    [one] One entry of the register is overdue.
   *[other] { $count } entries of the register are overdue.
 }
review-figure-nonconformities-reopened = { $count ->
    [one] One entry of the register was taken up again.
   *[other] { $count } entries of the register were taken up again.
 }
review-figure-causes-weak = { $count ->
    [one] One entry names a cause that says little.
   *[other] { $count } entries name causes that say little.
 }
review-figure-audits-reported = { $count ->
    [0] No audit is reported yet.
    [one] One audit is reported.
   *[other] { $count } audits are reported.
 }
review-figure-audits-planned = { $count ->
    [one] One audit is still to come.
   *[other] { $count } audits are still to come.
 }
review-figure-findings-major = { $count ->
    [one] One finding is graded major.
   *[other] { $count } findings are graded major.
 }
review-figure-findings-minor = { $count ->
    [one] One finding is graded minor or is an area of concern.
   *[other] { $count } findings are graded minor or are areas of concern.
 }
review-figure-remarks = { $count ->
    [one] One remark was made.
   *[other] { $count } remarks were made.
 }
review-figure-objectives-reached = { $count ->
    [0] No objective is reached.
    [one] One objective is reached.
   *[other] { $count } objectives are reached.
 }
review-figure-objectives-on-the-way = { $count ->
    [one] One objective is on the way.
   *[other] { $count } objectives are on the way.
 }
review-figure-objectives-missed = { $count ->
    [one] One objective makes no progress or has missed its date.
   *[other] { $count } objectives make no progress or have missed their date.
 }
review-figure-objectives-not-measured = { $count ->
    [one] One objective was never measured.
   *[other] { $count } objectives were never measured.
 }
review-figure-trends-improving = { $count ->
    [0] No measure gets better.
    [one] One measure gets better.
   *[other] { $count } measures get better.
 }
review-figure-trends-worsening = { $count ->
    [one] One measure gets worse.
   *[other] { $count } measures get worse.
 }
review-figure-processes-running = { $count ->
    [0] No process has a start date that has come.
    [one] One process runs.
   *[other] { $count } processes run.
 }
review-figure-questions-met = { $count ->
    [one] One question on this is met.
   *[other] { $count } questions on this are met.
 }
review-figure-questions-open = { $count ->
    [0] Every question on this is met.
    [one] One question on this is not met or not answered.
   *[other] { $count } questions on this are not met or not answered.
 }
review-figure-parties-named = { $count ->
    [0] The scope names no other party.
    [one] The scope names one other party.
   *[other] The scope names { $count } other parties.
 }

review-outputs-lead = The record of a review needs decisions of each of these kinds. A decision that nothing has to change counts, when it was taken.
review-output-made = Decided
review-output-missing = No decision yet
review-add-decision = Add a decision
review-decision = Decision { $number }
review-decision-text = What was decided
review-decision-output = Kind of decision
review-decision-owner = Owner
review-decision-due = Due
review-no-output = None of these
review-make-action = Make it an action
review-make-entry = Enter it in corrective actions
review-follow-nothing = Nothing has become of this decision yet.
review-follow-gone = What became of this decision was deleted.
review-follow-action = In gaps and actions
review-follow-register = In corrective actions
review-follow-raised = Raised
review-follow-planned = Planned
review-follow-done = Done, effect open
review-follow-effective = Effective
review-follow-closed = Closed
review-overdue = Overdue

review-minutes-and-next = Minutes and next review
review-minutes-on = Minutes approved on
review-minutes-by = Approved by
review-minutes-at = Where the minutes are
review-next = Next review
review-note = Note
review-delete = Delete this review
label-edit-review = management review
