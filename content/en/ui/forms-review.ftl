# Forms of the management review.
form-review-agenda = Agenda of the management review
form-review-agenda-lead = Every required input with what is to be brought. Filled, it holds what is prepared, and the figures of today where nothing is.
form-review-minutes = Minutes of the management review
form-review-minutes-lead = Attendance, every required input, the decisions, and which input is missing.
form-review-input = Input
form-review-bring = To be brought
form-review-known = Prepared or known
form-review-notes = Notes
form-review-said = What was brought and said
form-review-dealt-with = Dealt with
form-review-yes = Yes
form-review-no = No
form-review-number = No.
form-review-outputs = Required kinds of decision
form-review-all-covered = Every required input was dealt with.
form-review-not-covered = { $count ->
    [one] One required input was not dealt with
   *[other] { $count } required inputs were not dealt with
 }
form-review-written-by = Minutes written by
