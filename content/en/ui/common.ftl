# Words that stand on every page.
close = Close
cancel = Cancel
later = Later
date-wrong = This is not a complete date. Use day, month and year.
backup-file-name = waymark-{ $name }-{ $day }.json
backup-file-stem = assessment

# What is true about saving.
banner-download = Download a file
banner-recovered = { $repaired ->
    [0] Something was found when this assessment was opened.
    [one] One record was recovered from another copy in this browser when this assessment was opened.
   *[other] { $repaired } records were recovered from another copy in this browser when this assessment was opened.
 } { $aside ->
    [0] Nothing was lost.
    [one] One record could not be read and was put aside.
   *[other] { $aside } records could not be read and were put aside.
 }
banner-recovered-more = See what was found
banner-update = A newer version of Waymark is ready.
banner-update-now = Save and update now

# Ratings and what follows from them.
standing-not-answered = Not answered
standing-dont-know = Don't know
standing-not-in-place = Not in place
standing-partly = Partly
standing-thin = In place, thin evidence
standing-no-case = No case yet, method ready
standing-evidenced = In place, with evidence
verdict-conforms = Conforms
verdict-open = Open
verdict-minor-likely = Minor likely
verdict-major-likely = Major likely
# Keys.
help-title = Keys
help-lead = Keys work when no field has the focus. Press Escape to leave a dialog.
key-palette = Search and go to any page
key-help = Show these keys
key-undo = Undo
key-redo = Redo
key-not-in-place = Rate: not in place
key-partly = Rate: partly
key-thin = Rate: in place, thin evidence
key-evidenced = Rate: in place, with evidence
key-dont-know = Rate: don't know
key-next = Next question
key-previous = Previous question
key-note = Write a note
key-evidence = Add evidence
key-flag = Flag for discussion
# Fields and links that several pages share.
remove = Remove
number-wrong = Enter a whole number from { $least } to { $most }.
deleting-can-be-undone = Deleting can be undone.
amount-wrong = Enter a number such as 4 or 99.5, without a unit.
time-wrong = Enter a time from 00:00 to 23:59.
list-line = { $label }, line { $number }
list-remove = Remove { $text }
list-filters-result = { $count } of { $total } shown
list-filters-clear = Clear the filters
clause-and-title = { $clause } { $title }
