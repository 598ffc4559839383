# Calendar.
calendar-lead = Everything in this assessment that is still to be done and has a date. What is done is left out.
calendar-empty = Nothing with a date is left to do. Dates come from gaps and actions, documents, the roadmap, audits, reviews, corrective actions, objectives and certification. Enter one there, and it shows here.
calendar-print = Print the calendar
calendar-view = View
calendar-view-list = List by week
calendar-view-month = Month
calendar-filters = Filters of the calendar
calendar-kind = Kind
calendar-all-kinds = All kinds
calendar-owner = Owner
calendar-all-owners = All owners
calendar-none-shown = Nothing with a date matches these filters.
calendar-overdue = { $count ->
    [one] One date has passed
   *[other] { $count } dates have passed
 }
calendar-late = { $count ->
    [one] one day late
   *[other] { $count } days late
 }
calendar-today = Today
calendar-week = { $first } to { $last }
calendar-this-week = This week, { $first } to { $last }
calendar-next-week = Next week, { $first } to { $last }
calendar-day = { $weekday } { $day }
calendar-line-owner = Owner: { $owner }
calendar-months = Months
calendar-previous = Previous: { $month }
calendar-next = Next: { $month }
calendar-this-month = This month
calendar-month-unknown = The address does not name a month, so the present month is shown.
calendar-month-title = { $month } { $year }
calendar-month-count = { $count ->
    [0] Nothing is dated in this month.
    [one] One date in this month.
   *[other] { $count } dates in this month.
 }
calendar-kind-roadmap = Roadmap
calendar-kind-actions = Actions and decisions
calendar-kind-questions = Questions and repeating duties
calendar-kind-documents = Documents
calendar-kind-audits = Internal audits
calendar-kind-reviews = Management reviews
calendar-kind-nonconformities = Corrective actions
calendar-kind-objectives = Objectives and benefits
calendar-kind-certification = Certification
calendar-weekday-0 = Monday
calendar-weekday-1 = Tuesday
calendar-weekday-2 = Wednesday
calendar-weekday-3 = Thursday
calendar-weekday-4 = Friday
calendar-weekday-5 = Saturday
calendar-weekday-6 = Sunday
calendar-weekday-short-0 = Mon
calendar-weekday-short-1 = Tue
calendar-weekday-short-2 = Wed
calendar-weekday-short-3 = Thu
calendar-weekday-short-4 = Fri
calendar-weekday-short-5 = Sat
calendar-weekday-short-6 = Sun
calendar-month-1 = January
calendar-month-2 = February
calendar-month-3 = March
calendar-month-4 = April
calendar-month-5 = May
calendar-month-6 = June
calendar-month-7 = July
calendar-month-8 = August
calendar-month-9 = September
calendar-month-10 = October
calendar-month-11 = November
calendar-month-12 = December

# What happens on a day.
occasion-action-due = Action due
occasion-answer-due = Answer to be settled
occasion-duty-next = Repeating duty comes next
occasion-step-finish = Roadmap step to be finished
occasion-target = Certificate wanted
occasion-document-review = Document review
occasion-audit-begins = Audit begins
occasion-audit-follow-up = Audit follow-up
occasion-review-day = Management review
occasion-review-next = Next management review
occasion-decision-due = Decision of a review due
occasion-nonconformity-due = Nonconformity to be closed
occasion-corrective-action-due = Corrective action due
occasion-effect-check = Check of the effect
occasion-body-answer = Answer to the certification body due
occasion-objective-due = Objective to be reached
occasion-stage-one = Stage 1 begins
occasion-stage-two = Stage 2 begins
occasion-majors-verified = Last day to have majors verified
occasion-surveillance-one = First surveillance audit, or last day for it
occasion-surveillance-two = Second surveillance audit, or last day for it
occasion-recertification = Recertification, or last day for it
occasion-expiry = Certificate expires
