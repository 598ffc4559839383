# Words that stand on every page.
product = Waymark
skip-to-content = Skip to the content
search = Search
close = Close
cancel = Cancel
later = Later
undo = Undo
redo = Redo
navigation = Pages of this assessment
navigation-toggle = Pages
go-to-start = Go to the start page
date-wrong = This is not a complete date. Use day, month and year.
assessment-opening = Opening the assessment…
footer-prepares = Waymark prepares for certification. It grants no certificate, and its result is a self-assessment. The standard itself has to be bought from ISO, from IEC or from a national standards body.
backup-file-name = waymark-{ $name }-{ $day }.json
backup-file-stem = assessment

# Titles of pages.
title-start = Waymark: self-assessment for ISO/IEC 20000-1
title-page = { $page } · Waymark
title-clause = Clause { $clause }
title-focus = Question { $requirement }
page-start = Your assessments
page-overview = Overview
page-scope = Scope and eligibility
page-quick = Quick check
page-clauses = Clauses
page-clause = Clause
page-focus = One question at a time
page-documents = Documents
page-results = Results
page-gaps = Gaps and actions
page-roadmap = Roadmap
page-report = Report
page-settings = Settings
page-recover = Recover data
page-about = About Waymark
page-not-found = There is no such page

not-found-lead = Nothing is at the address { $address }. It may have been typed wrongly or belong to another version.
missing-assessment = This assessment is not in this browser
missing-assessment-lead = There is no saved work under this address in this browser. It may be in another browser, or under another address of Waymark. If you have a file of it, open that file on the start page.
unreadable-assessment = This assessment cannot be opened
newer-assessment-lead = A newer version of Waymark has saved it. This version leaves it untouched. Reload the page to get the newer version, or save the data to a file.
damaged-assessment-lead = Its data is damaged. Nothing has been overwritten, and you can save what is there to a file.

# What is true about saving.
save-saved = Saved
save-saved-at = Saved { $time }
save-saved-without-journal = Saved
save-saving = Saving…
save-only-in-this-tab = Kept only in this tab
save-not-saved = Not saved
save-read-only = Read only

banner-only-in-this-tab = This browser does not store your work safely now. It may be gone when you close this tab. Download a file.
banner-not-saved = Your last changes could not be stored. Download a file before you close this tab.
banner-read-only = A newer version of Waymark is in use in this browser. This tab shows your work but does not change it.
banner-download = Download a file
banner-recovered = { $repaired ->
    [0] Something was found when this assessment was opened.
    [one] One record was recovered from the second copy when this assessment was opened.
   *[other] { $repaired } records were recovered from the second copy when this assessment was opened.
 } { $aside ->
    [0] Nothing was lost.
    [one] One record could not be read and was put aside.
   *[other] { $aside } records could not be read and were put aside.
 } { $conflicts ->
    [0] No other version is waiting.
    [one] One record was changed in two places; both versions are kept.
   *[other] { $conflicts } records were changed in two places; both versions are kept.
 }
banner-recovered-more = See what was found
banner-update = A newer version of Waymark is ready.
banner-update-now = Save and update now

announce-undone = Undone: { $edit }
announce-redone = Redone: { $edit }

# What an edit is called when it is undone.
label-edit-rating = rating
label-edit-note = note
label-edit-evidence = evidence
label-edit-owner = owner
label-edit-date = date
label-edit-flag = flag
label-edit-no-case = no case yet
label-edit-scope = scope
label-edit-eligibility = eligibility answer
label-edit-document = document
label-edit-action = action
label-edit-step = roadmap step
label-edit-confirmation = confirmation
label-edit-plan = plan
label-edit-overrule = verdict
label-edit-import = import
label-edit-rename = name
label-edit-archive = archive
label-edit-delete = delete
label-edit-restore = restore
label-edit-copy = copy
label-edit-new-assessment = new assessment
label-edit-migration = newer form

# Ratings and what follows from them.
rating-not-in-place = Not in place
rating-partly = Partly
rating-thin = In place, thin evidence
rating-evidenced = In place, with evidence
rating-dont-know = Don't know
rating-no-case = No case yet, method ready
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
kind-document = Document
kind-record = Record
kind-activity = Activity
kind-decision = Decision

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
label-edit-import-replace = replacing by a file
label-edit-import-merge = merging a file

# Fields and links that several pages share.
remove = Remove
number-wrong = Enter a whole number from { $least } to { $most }.
list-line = { $label }, line { $number }
list-remove = Remove { $text }
list-filters-result = { $count } of { $total } shown
list-filters-clear = Clear the filters
clause-and-title = { $clause } { $title }

# Code that arrives after the first page.
later-coming = Loading this page…
later-failed = A part of Waymark did not arrive. What you entered is safe. Check the connection and try again.
later-failed-backup = The button that downloads a file did not arrive. Keep this tab open, check the connection and try again.
later-again = Try again
