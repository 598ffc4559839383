# Daily operation.
operation-lead = An auditor wants to see that each process runs and leaves records. Note here since when it does, and what there is to look at.

operation-figure-not-running = { $count ->
    [one] of { $total } does not run yet
   *[other] of { $total } do not run yet
 }
operation-figure-running = { $count ->
    [one] of { $total } runs, with something missing
   *[other] of { $total } run, with something missing
 }
operation-figure-recorded = { $count ->
    [one] of { $total } runs and has records to show
   *[other] of { $total } run and have records to show
 }
operation-figure-no-case = { $count ->
    [one] of { $total } had no case yet
   *[other] of { $total } had no case yet
 }

operation-months = Months of records
operation-months-advice = About three months of records before stage 2 are usual. This is advice and no rule of the standard: some certification bodies ask for less. Ask yours, and change the number.
operation-months-advice-when-withdrawn = About three months of records before an external audit were usual. This is advice and no rule of the standard. Change the number if you want.
operation-months-wanted = Months wanted
operation-months-hint = Leave it empty for the usual { $count }.

operation-list = Processes
operation-filters = Filter of the processes
operation-show-all = All states
operation-none-shown = No process is in this state.
operation-process = Process
operation-owner = Owner
operation-since = Runs since
operation-samples = Records sampled
operation-looked = Last look
operation-looked-by = Who looked
operation-state = State
operation-state-not-running = Not running
operation-state-running = Running
operation-state-recorded = Records to show
operation-state-no-case = No case yet
operation-months-so-far = { $count ->
    [0] less than a month
    [one] one month
   *[other] { $count } months
 }
operation-starts-later = not begun yet
operation-documented = The process is described
operation-no-case = No case yet, method ready
operation-records = Records kept, and where
operation-records-hint = For example: tickets, minutes, plans, reports of tests. Name the place, so that somebody else can find them.
operation-note = Note
operation-questions = Questions about this process
operation-nothing-missing = Nothing is missing here.
operation-missing = { $count ->
    [one] One thing is missing:
   *[other] { $count } things are missing:
 }
operation-lack-no-owner = an owner
operation-lack-not-documented = a description: tick it when there is one
operation-lack-not-running = a start date that has come
operation-lack-too-few-months = more months of records
operation-lack-no-records-named = which records are kept, and where
operation-lack-no-sample = the number of records that somebody sampled
operation-lack-no-look = the date of the last look at the records
label-edit-operation = process in daily work
label-edit-certification = certification
