# The start page.
start-archived = { $count ->
    [one] One archived assessment
   *[other] { $count } archived assessments
}
start-deleted = { $count ->
    [one] One deleted assessment
   *[other] { $count } deleted assessments
}
start-file-unreadable = The browser could not read this file. It may have been moved or deleted meanwhile.
start-nothing-changed = Nothing was changed.
start-sample-badge = Sample
start-nameless = Assessment without a name
start-created = made on { $day }
start-button-label = { $action }: { $name }
start-rename = Rename
start-rename-title = Rename the assessment
start-copy = Copy
start-copy-name = { $name } (copy)
start-download = Download
start-archive = Archive
start-delete = Delete
start-restore = Restore
start-purge = Delete for good
start-purge-title = Delete for good?
start-purge-text = “{ $name }” will be removed from this browser with its history. Only a file you saved can bring it back.
start-purge-refused = The browser did not delete it. Nothing was changed.
start-export = Download all in one file
start-export-stem = all
start-exported = Downloaded. The file was read back and is complete.
start-exported-partly = Downloaded, without an assessment that cannot be read. Its raw data is on the page “Recover data”.
edition-2018 = ISO/IEC 20000-1:2018 with Amendment 1:2024
edition-2011 = ISO/IEC 20000-1:2011, withdrawn

# The import.
import-title = What this file holds
import-file = Nothing has been changed yet. File: { $file }
import-new = { $unknown ->
    [0] This assessment is not in this browser. It has { $count } entries.
   *[other] This assessment is not in this browser. It has { $count } entries, { $unknown } of them unknown to this version; they are kept.
}
import-add = Add it
import-same = This assessment is in this browser already, and the file holds nothing new.
import-table = Compared with the assessment in this browser
import-added = Only in the file
import-changed = Different
import-conflicting = Different, with a choice between two values
import-removed = Only in this browser
import-unchanged = The same
import-unknown = Unknown to this version, kept
import-conflicts = A choice is needed for: { $names }
import-merge-incoming = Merge, the file wins
import-merge-current = Merge, this browser wins
import-replace = Replace by the file
import-undo = A snapshot is kept before, and Undo takes the import back.

# From an assessment of 2011 to one of 2018.
carry-over = Carry over to 2018
carry-over-done = Carried over to 2018
carry-over-failed = The assessment was not carried over, because a part of Waymark did not arrive. Nothing has changed. Check the connection and try again.
carry-over-name = { $name }, 2018
carry-over-result = { $answers ->
    [one] One answer
   *[other] { $answers } answers
 } and { $documents ->
    [one] one document
   *[other] { $documents } documents
 } were carried over. { $new } of the { $all } questions of 2018 are new and wait for an answer.
carry-over-next = Every carried answer is marked for discussion, and its note says where it came from. Where 2018 asks for more, it counts as partly in place at most. Actions, roadmap dates and ticks stay behind, because they belong to another road.
carry-over-open = Open the new assessment
carry-over-from = { $question } ({ $rating })
carry-over-note = Carried over from 2011: { $from }. { $likeness ->
    [partly] 2018 asks for more here: look at what is new.
   *[same] Look whether it still holds.
 }
