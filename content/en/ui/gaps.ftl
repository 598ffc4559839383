# Gaps and actions.
gaps-lead = Every answered question below “In place, with evidence” is a gap, with a proposal for closing it. Put it into your own words, give it an owner and a date, and close it when it is done.

gaps-figure-blocking = { $count ->
    [one] of { $total } is blocking
   *[other] of { $total } are blocking
 }
gaps-figure-open = { $count ->
    [one] of { $total } is open
   *[other] of { $total } are open
 }
gaps-figure-unplanned = { $count ->
    [one] of { $total } lacks an owner or a date
   *[other] of { $total } lack an owner or a date
 }
gaps-figure-overdue = { $count ->
    [one] of { $total } is overdue
   *[other] of { $total } are overdue
 }
gaps-figure-closed = { $count ->
    [one] of { $total } is closed
   *[other] of { $total } are closed
 }

gaps-filters = Filters and order of the actions
gaps-show = Show
gaps-show-all = Everything
gaps-show-open = Open
gaps-show-blocking = Blocking
gaps-show-unplanned = Without owner or date
gaps-show-overdue = Overdue
gaps-show-closed = Closed
gaps-show-own = My own actions
gaps-clause = Clause
gaps-all-clauses = All clauses
gaps-all-owners = All owners
gaps-sort = Order
gaps-sort-urgency = Most urgent first
gaps-sort-due = By due date
gaps-sort-clause = By clause
gaps-sort-owner = By owner
gaps-add = Add an action of my own
gaps-list = What is to be done
gaps-none = There is no gap yet. Gaps appear here as soon as questions are answered with less than “In place, with evidence”.
gaps-none-shown = The filters leave nothing to show.

gaps-action = Action
gaps-standing = Question stands at
gaps-gates = Gates
gaps-effort-days = Effort in person-days
gaps-days = { $count ->
    [one] one person-day
   *[other] { $count } person-days
 }
gaps-owner = Owner
gaps-due = Due
gaps-status = Status
gaps-status-open = Open
gaps-status-in-progress = In progress
gaps-status-done = Done
gaps-status-dropped = Dropped
gaps-blocking = Blocking
gaps-overdue = Overdue
gaps-own = Own action
gaps-title = What is to be done
gaps-proposed = Leave it empty for the proposal: { $proposal }
gaps-untitled = Untitled action
gaps-nothing-left = The question is no gap any more
gaps-note = Note
gaps-closed-on = Closed on { $day }
gaps-gate-link = { $step } { $title }
gaps-keeps-closed = { $count ->
    [one] Keeps one gate closed
   *[other] Keeps { $count } gates closed
 }
gaps-afterwards = When it is done
gaps-rate-again = Closing an action changes no answer. Rate the question again:
gaps-add-second = Add another action for this question
gaps-delete = Delete this action
gaps-reset = Go back to the proposal

gaps-unanswered = Not answered yet
gaps-all-answered = Every question has an answer, so no gap is hidden behind an open question.
gaps-unanswered-lead = { $count ->
    [one] One question has no answer. It may hide a gap.
   *[other] { $count } questions have no answer. Each of them may hide a gap.
 }
gaps-questions = { $count ->
    [one] one question
   *[other] { $count } questions
 }

# What to do about a gap, by what would satisfy the question and where it stands.
gap-proposal-document-not-answered = Answer the question first
gap-proposal-document-dont-know = Find out whether this document exists, then rate the question again
gap-proposal-document-not-in-place = Write this document, have it approved and make it available
gap-proposal-document-partly = Complete this document, have it approved and make it available
gap-proposal-document-thin = Show that this document is approved, current and within reach
gap-proposal-record-not-answered = Answer the question first
gap-proposal-record-dont-know = Find out whether these records are kept, then rate the question again
gap-proposal-record-not-in-place = Decide what is recorded, where and by whom, and begin to keep the records
gap-proposal-record-partly = Keep these records throughout and fill in what they lack
gap-proposal-record-thin = Collect a longer sample of these records and close the holes in it
gap-proposal-activity-not-answered = Answer the question first
gap-proposal-activity-dont-know = Ask the people who would do this, then rate the question again
gap-proposal-activity-not-in-place = Agree how this is done and by whom, and begin to do it
gap-proposal-activity-partly = Do this wherever it applies, not only in places
gap-proposal-activity-thin = Collect several recent cases that show this at work
gap-proposal-decision-not-answered = Answer the question first
gap-proposal-decision-dont-know = Ask those who would decide this, then rate the question again
gap-proposal-decision-not-in-place = Bring this to those who decide, and write the decision down with its date
gap-proposal-decision-partly = Complete this decision and make it known to the people concerned
gap-proposal-decision-thin = Write down who decided this, when and why
