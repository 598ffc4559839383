# Objectives and value.
objectives-lead = What service management is meant to achieve, how you measure it, and how far you are.
objectives-benefits-lead = Objectives are what the service management system is measured by. Expected benefits are why you do all this: fewer failures, less unplanned work, a tender won. Without a baseline nobody can see later what has become better.

objectives-figure-not-measured = { $count ->
    [one] of { $total } is not measured
   *[other] of { $total } are not measured
 }
objectives-figure-reached = { $count ->
    [one] of { $total } is reached
   *[other] of { $total } are reached
 }
objectives-figure-on-the-way = { $count ->
    [one] of { $total } is on the way
   *[other] of { $total } are on the way
 }
objectives-figure-no-progress = { $count ->
    [one] of { $total } shows no progress
   *[other] of { $total } show no progress
 }
objectives-figure-missed = { $count ->
    [one] of { $total } has missed its date
   *[other] of { $total } have missed their date
 }

objectives-list = Objectives and benefits
objectives-filters = Filters of the objectives
objectives-add = Add an objective
objectives-add-benefit = Add an expected benefit
objectives-none = Nothing is entered yet. Begin with one objective that matters to your customers, with a figure that you already have.
objectives-none-shown = The filters leave nothing to show.
objectives-all-kinds = Objectives and benefits
objectives-all-states = All states
objectives-untitled = Without a title

objectives-objective = Objective or benefit
objectives-kind = Kind
objectives-kind-objective = Objective
objectives-kind-benefit = Expected benefit
objectives-title = What is to be reached
objectives-measure = What is measured
objectives-measure-hint = For example: tickets solved within the agreed time.
objectives-unit = Unit
objectives-unit-hint = For example: %, hours, tickets.
objectives-better = It gets better when the figure
objectives-better-higher = goes up
objectives-better-lower = goes down
objectives-baseline = Baseline
objectives-baseline-on = Date of the baseline
objectives-target = Target
objectives-due = To be reached by
objectives-owner = Owner
objectives-note = Note
objectives-delete = Delete this entry
objectives-amount = { $amount } { $unit }

objectives-last = Last reading
objectives-trend = Trend
objectives-trend-improving = Better than before
objectives-trend-steady = As before
objectives-trend-worsening = Worse than before
objectives-state = State
objectives-state-not-measured = Not measured
objectives-state-reached = Reached
objectives-state-on-the-way = On the way
objectives-state-no-progress = No progress
objectives-state-missed = Date missed

objectives-readings = Readings
objectives-reading = Reading { $number }
objectives-reading-on = Date
objectives-reading-value = Value
objectives-reading-note = Where it is from
objectives-add-reading = Add a reading
objectives-no-reading = There is no reading yet. Readings of days to come are not counted.
objectives-no-target = none
objectives-course = { $count ->
    [one] One reading, on { $last-on }: { $last }.
   *[other] { $count } readings, from { $first } on { $first-on } to { $last } on { $last-on }.
 } Target: { $target }.
objectives-missing = { $count ->
    [one] One thing is missing:
   *[other] { $count } things are missing:
 }
objectives-lack-no-measure = what is measured
objectives-lack-no-baseline = a baseline
objectives-lack-no-target = a target
objectives-lack-no-owner = an owner
objectives-lack-no-due = a date by which it is to be reached
objectives-lack-no-reading = a reading
label-edit-objective = objective or benefit
