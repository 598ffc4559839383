# Earlier states: the history, the choice between two versions, and the words for what differs.
history-lead = Earlier states of this assessment. Compare two of them, or bring one back: the present state is kept first.
history-keep = Keep the present state
history-kept = The present state is kept.
history-keep-refused = The browser refused to keep the present state. Nothing was changed.
history-refused = The browser's database does not answer, so the earlier states cannot be shown. Your work is not affected. Reload the page to try again.
history-none = No earlier state is kept yet. Waymark keeps one after an assessment is opened and every ten minutes while it changes.
history-compare = Compare two states
history-from = From
history-to = To
history-now = Now
history-name = { $when }, { $why }
history-when = { $day }, { $time }
history-reading = Reading…
history-differs = { $count ->
    [0] Nothing differs between these two states.
    [one] One entry differs.
   *[other] { $count } entries differ.
 }
history-side-unreadable = One of these two states is not kept any more or cannot be read. Choose another one.
history-before = Before
history-after = After
history-sort-added = Added:
history-sort-changed = Changed:
history-sort-removed = Removed:
history-list = Kept states ({ $count })
history-rule = Kept are the last 10, then one for each hour and one for each day. States marked “kept for good” stay until the assessment is deleted for good.
history-permanent = Kept for good
history-size = { $size } kB
history-change = { $count ->
    [0] No change since the state before
    [one] One entry changed since the state before
   *[other] { $count } entries changed since the state before
 }, { $size } kB
history-unreadable = This state is damaged or of a newer version. Download it, or look at “Recover data”.
history-compare-now = Compare with now
history-restore = Restore
history-download = Download
history-download-refused = This state is not kept any more or is damaged. “Recover data” has its raw bytes.
history-file-name = waymark-state-{ $when }.json
history-restore-title = Restore this state?
history-restore-text = The assessment goes back to the state of { $name }. The present state is kept first, and “Undo” takes the restore back.
history-restored = Restored: { $name }. “Undo” takes it back.
history-restore-same = The present state is the same, so nothing was changed.
history-restore-unreadable = This state is not kept any more or cannot be read. Nothing was changed.
history-restore-refused = The browser refused to keep the present state, so nothing was changed.
history-why-opened = when it was opened
history-why-while-working = while you worked
history-why-by-hand = kept by you
history-why-before-import = before a file was taken over
history-why-before-restore = before a restore
history-why-before-delete = before it was deleted
history-why-before-bulk = before many entries were changed at once
history-why-before-migration = before an update changed the data
label-edit-restore-snapshot = restore of an earlier state
label-edit-conflict = choice between two versions

banner-conflicts = { $count ->
    [0] Your choice is being saved.
    [one] One entry was changed in two places at the same time. Both versions are kept until you choose.
   *[other] { $count } entries were changed in two places at the same time. Both versions are kept until you choose.
 }
banner-conflicts-choose = Choose
conflicts-lead = These entries were changed in two tabs, neither of which knew of the other. Nothing is lost: choose what counts. When each was entered is known only where a field says so.
conflicts-none = No entry has two versions.
conflicts-shown = Shown now
conflicts-other = Other version
conflicts-keep-shown = Keep what is shown
conflicts-take-other = Take the other version
conflicts-keep-both = Keep both texts
conflicts-both-about = “Keep both texts” puts one note below the other. For everything else what is shown counts.
conflicts-removed = In the other version this entry was removed.
conflicts-same = By now both versions say the same.
conflicts-unreadable = This version of Waymark cannot read the other version. “Recover data” has its raw bytes. Keeping what is shown drops it.
conflicts-saving = Your choice is being saved…
conflicts-not-saved = Your choice is not saved yet. Both versions are still stored.
conflicts-saved = Saved. “Undo” brings both versions back.

versions-field = Field
versions-nothing = nothing
versions-yes = yes
version-entry-name = { $kind }: { $which }
version-entry-about = Name of the assessment
version-entry-answer = Question
version-entry-document = Document
version-entry-overrule = Verdict
version-entry-whole = Content
field-rating = Rating
field-rated-on = Rated on
field-evidence = Evidence
field-flagged = Marked for discussion
field-closed-on = Closed on
field-name = Name
field-size = Size
field-days-off = Days off
