# The start page.
start-heading = Find your way to ISO/IEC 20000-1
start-lead = Assess your service management requirement by requirement, see what an auditor would raise, and plan the road to certification. Everything stays in this browser.
start-empty = There is no saved work in this browser at this address. Start an assessment, or open a file.
start-road = What you can do here
start-road-explore = Explore
start-road-explore-text = Find out whether certification is open to you, and answer the questions that decide most. About twenty minutes, without a copy of the standard at hand.
start-road-prepare = Prepare
start-road-prepare-text = Answer every requirement with evidence and owner, keep the register of documents, and turn gaps into actions.
start-road-arrive = Arrive
start-road-arrive-text = Follow a roadmap with dates, from documents to the stage two audit. Its gates open when your answers show that they may.
start-promise = Nothing you enter leaves this browser. The only ways out are a file you save and a link you click.
start-archived = { $count ->
    [one] One archived assessment
   *[other] { $count } archived assessments
}
start-deleted = { $count ->
    [one] One deleted assessment
   *[other] { $count } deleted assessments
}
start-new = New assessment
start-new-about = For ISO/IEC 20000-1:2018 with Amendment 1:2024. The quick check takes about twenty minutes.
start-new-name = My assessment
start-name = Name of the organization or the assessment
start-create = Start
start-create-quick = Start with the quick check
start-file = Open a file
start-file-label = A file that Waymark has written
start-file-unreadable = The browser could not read this file. It may have been moved or deleted meanwhile.
start-nothing-changed = Nothing was changed.
start-sample = See how it looks
start-sample-about = A small made-up service provider with everything filled in. It has faults: find them.
start-sample-open = Open the sample organization
start-sample-failed = The sample could not be loaded. Check the connection and try again.
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
