# The roadmap.
roadmap-lead = From the decision to start to the certificate and beyond. A step is done when your answers show it, or when somebody confirms what no answer can show.
roadmap-print = Print the roadmap
roadmap-poster = Roadmap on one page

# The poster.
form-roadmap-poster = Roadmap poster
form-roadmap-poster-lead = The whole road on one page, with a box for each step. Hang it up where the work is done.
form-poster-decision = Decision expected
form-poster-as-of = As of
form-poster-step = { $step } { $title }: { $day }
form-poster-stage = { $first } to { $last }, { $done } of { $total } done

roadmap-figures = Where the road stands
roadmap-decision = expected day of the certification decision
roadmap-no-target = No target date is set, so nobody can say whether this is in time.
roadmap-on-target = The decision falls on the target day.
roadmap-late = { $count ->
    [one] The decision comes one day after the target.
   *[other] The decision comes { $count } days after the target.
 }
roadmap-early = { $count ->
    [one] The decision comes one day before the target.
   *[other] The decision comes { $count } days before the target.
 }
roadmap-done = of { $total } steps done
roadmap-ready = { $count ->
    [one] One step is ready to be done
   *[other] { $count } steps are ready to be done
 }
roadmap-ready-more = { $count ->
    [one] One more is marked in the tables below.
   *[other] { $count } more are marked in the tables below.
 }
roadmap-step-link = { $step } { $title }
roadmap-from-to = { $first } to { $last }

roadmap-plan = The plan
roadmap-start = Start
roadmap-target = Certificate wanted by
roadmap-sponsor = Sponsor
roadmap-project-lead = Project lead
roadmap-target-before-start = The target lies on or before the start.
roadmap-size = Size of the part in scope; it sets the usual durations
roadmap-size-small = Small: up to 25 people
roadmap-size-medium = Medium: up to 150 people
roadmap-size-large = Large: more than 150 people
roadmap-days-off = { $count ->
    [0] Days off: none entered
    [one] Days off: one day
   *[other] Days off: { $count } days
 }
roadmap-days-off-lead = Saturdays and Sundays are never worked. Add public holidays and times when the organization is closed.
roadmap-break = { $first } to { $last }, { $count } days
roadmap-break-first = First day
roadmap-break-last = Last day, if there are several
roadmap-break-add = Add
roadmap-break-remove = Remove { $break }
roadmap-break-refused = The last day has to follow the first, and one entry takes at most { $most } days.

roadmap-timeline = Timeline
roadmap-timeline-text = Steps from { $first } on, with the certification decision expected on { $decision }. { $count } steps in a row decide that day. The tables below hold the same dates.
roadmap-span = How much to show
roadmap-span-decision = Up to the certificate
roadmap-span-whole = With the years after it
roadmap-mark = { $name }: { $day }
roadmap-mark-today = Today
roadmap-mark-target = Target
roadmap-mark-decision = Decision
roadmap-legend-critical = Decides the date
roadmap-legend-free = Has time to spare
roadmap-legend-done = Done
roadmap-critical-path = { $count ->
    [one] One step decides the date
   *[other] { $count } steps decide the date
 }
roadmap-critical-lead = Each day of delay in one of these steps moves the certification decision. This is the critical path.
roadmap-month-1 = Jan
roadmap-month-2 = Feb
roadmap-month-3 = Mar
roadmap-month-4 = Apr
roadmap-month-5 = May
roadmap-month-6 = Jun
roadmap-month-7 = Jul
roadmap-month-8 = Aug
roadmap-month-9 = Sep
roadmap-month-10 = Oct
roadmap-month-11 = Nov
roadmap-month-12 = Dec

roadmap-stage = { $number }. { $title }
roadmap-stage-done = { $done } of { $total } steps done
roadmap-step = Step
roadmap-state = State
roadmap-state-done = Done
roadmap-state-ready = Ready
roadmap-state-waiting = Waiting
roadmap-held = { $total ->
    [one] { $held } of 1 condition
   *[other] { $held } of { $total } conditions
 }
roadmap-step-start = Start
roadmap-step-finish = Finish
roadmap-days = Working days
roadmap-days-short = Days
roadmap-slack = Spare
roadmap-owner = Owner
roadmap-note = Note
roadmap-entered = entered
roadmap-recorded = from a record
roadmap-recorded-lead = These dates come from a record. Change them there, or enter others here. What you enter here wins. Record kept on the page:
roadmap-critical = Decides the date
roadmap-conflict = Dates conflict

roadmap-why-closed = Why is this gate closed?
roadmap-gate-open = This gate is open
roadmap-done-when = Done when:
roadmap-evidence = What usually shows it
roadmap-computed = Read from your answers
roadmap-by-hand = Confirmed by hand
roadmap-condition-holds = Holds:
roadmap-condition-open = Does not hold yet:
roadmap-more-blockers = { $count ->
    [one] And one more
   *[other] And { $count } more
 }
roadmap-confirmed-on = On
roadmap-confirmed-by = Confirmed by
roadmap-confirmed-ahead = This day lies ahead. The confirmation counts from that day on.
roadmap-dates = Dates and owner
roadmap-dates-lead = Leave a field empty and its value is planned. What you enter wins and moves what follows.
roadmap-usual-days = { $count ->
    [one] Usually one day
   *[other] Usually { $count } days
 }
roadmap-conflict-lead = An entered date lies before the finish of a step that comes first, or the finish before the start.
roadmap-after = Comes after
roadmap-before = Comes before
roadmap-clauses = Clauses
roadmap-all-clauses = Serves clauses 4 to 10 as a whole

roadmap-suppose = Suppose this is done
roadmap-suppose-named = Suppose this is done: { $name }
roadmap-suppose-step = This step as a whole:
roadmap-look-ahead = What if this were done?
roadmap-look-ahead-lead = Suppose that something is done and see which gates would open. Nothing is changed or stored.
roadmap-look-ahead-opens = { $count ->
    [0] Supposed done: { $supposed }. No gate would open yet: something else keeps each of them closed.
    [one] Supposed done: { $supposed }. One gate would open:
   *[other] Supposed done: { $supposed }. { $count } gates would open:
 }
roadmap-look-ahead-decision = If those steps were done today, the decision could be expected on { $then } and not on { $now }.
roadmap-look-ahead-same = The expected day of the decision stays { $now }.
roadmap-look-ahead-end = End the look ahead

roadmap-baselines = Frozen plans
roadmap-baselines-lead = Freeze the plan to compare with it later. A frozen plan keeps the dates of every step as they are today.
roadmap-baseline-name = Name of the frozen plan
roadmap-baseline-usual = Plan of { $day }
roadmap-freeze = Freeze the plan
roadmap-frozen = “{ $name }” is frozen. Choose “Compare” to see what has moved since.
roadmap-frozen-on = Frozen on { $day }
roadmap-baseline-compare = Compare
roadmap-baseline-delete = Delete
roadmap-baseline-action = { $action }: { $name }
roadmap-baseline-deleted = “{ $name }” is deleted. Undo brings it back.
roadmap-baseline-gone = The frozen plan in this address is not there any more.
roadmap-slip-title = Compared with “{ $name }”
roadmap-slip-decision = The expected day of the decision: { $slip }.
roadmap-slip-tally = Steps that end later: { $later }. Earlier: { $earlier }. On the same day: { $kept }.
roadmap-slip-show = Steps to show
roadmap-slip-moved = Steps that have moved
roadmap-slip-all = All steps
roadmap-slip-caption = Steps with their finish in the frozen plan and now
roadmap-slip-planned = Finish then
roadmap-slip-now = Finish now
roadmap-slip = Moved
roadmap-slip-none = not moved
roadmap-slip-later = { $count ->
    [one] one day later
   *[other] { $count } days later
 }
roadmap-slip-earlier = { $count ->
    [one] one day earlier
   *[other] { $count } days earlier
 }
label-edit-baseline = frozen plan

# The conditions of a gate.
condition-rated = { $count ->
    [one] One question is rated at least “{ $level }”
   *[other] { $count } questions are rated at least “{ $level }”
 }
condition-blocking = Every blocking question is rated at least “{ $level }”
condition-intervals = { $count ->
    [one] One repeating duty has a last and a next date and is not overdue
   *[other] { $count } repeating duties have a last and a next date and none is overdue
 }
condition-document = { $state ->
    [approved] “{ $document }” is approved
   *[exists] “{ $document }” is in hand
 }
condition-mandatory-documents = { $state ->
    [approved] Every mandatory document is approved
   *[exists] Every mandatory document is in hand
 }
condition-step = Step { $step } is done: { $title }
fact-eligible = All eligibility questions are answered, and no answer stops the road
fact-no-eligibility-gap = No eligibility answer leaves a gap
fact-scope-named = The scope names the organization and its services
fact-all-answered = Every question is answered
fact-no-dont-know = No question is answered with “Don't know”
fact-gaps-planned = Every gap has an action with an owner and a due date
fact-owners-named = Sponsor and project lead are named
fact-start-and-target-dates = Start and target of the plan are set
fact-actions-done = No action on a blocking question is open

# What keeps a gate closed.
blocker-rating = { $id } stands at “{ $standing }”, needs at least “{ $needed }”
blocker-interval-missing = { $id } needs a last date that has passed and a next date
blocker-interval-overdue = { $id } was due on { $day }
blocker-document = { $state ->
    [exists] is written but not approved
   *[missing] { $needed ->
        [approved] is missing and has to be approved
       *[exists] is missing
    }
 }
blocker-fact-eligible = Go to the eligibility questions
blocker-fact-no-eligibility-gap = Close the gap that an eligibility answer leaves
blocker-fact-scope-named = Name the organization and the services
blocker-fact-all-answered = See the open questions
blocker-fact-no-dont-know = See the open questions
blocker-fact-gaps-planned = See the gaps without owner or date
blocker-fact-owners-named = Name them in the plan
blocker-fact-start-and-target-dates = Enter them in the plan
blocker-fact-actions-done = See the blocking gaps
