# Files: why one is refused, what is worth knowing about one that is not, and the names of the edits.
# "Nothing was changed" stands once above every refusal.
import-error-too-large = This file has { $size } MiB, and Waymark reads files up to { $limit } MiB. Choose a file that Waymark has written.
import-error-empty = This file is empty. The download may have been cut off, so save the backup again or choose an older one.
import-error-not-text = This file is not text. Choose a Waymark file, whose name ends in .json, and unpack it first if it is in an archive.
import-error-not-json = This file is damaged or incomplete: it cannot be read beyond line { $line }, column { $column }. Choose another copy of it.
import-error-too-deep = Line { $line } of this file is nested more than { $limit } levels deep, which no Waymark file is. Choose a file that Waymark has written.
import-error-too-many-values = This file holds more than { $limit } values, which is more than Waymark can take in. Import the assessments in several files.
import-error-duplicate-name = Line { $line } of this file holds the name "{ $name }" for the second time, so one of the two entries would be lost. Remove one of them.
import-error-number = Line { $line } of this file holds a number with more digits than Waymark can keep. Write it with at most 15 digits, or as text.
import-error-not-waymark = This is not a Waymark file. Choose a file that Waymark has written.
import-error-too-new = A newer Waymark wrote this file. It has format { $found }, and this Waymark reads formats up to { $newest }. Open it with the newer version.
import-error-incomplete = This file is incomplete: "{ $part }" is missing or is not what it should be. Choose another copy of it.
import-error-checksum = The content of this file is not what Waymark wrote: it was damaged or changed by hand. Choose another copy. If you changed it on purpose, delete the line "checksum" and the comma before it.
import-error-no-assessment = This file holds no assessment.
import-error-duplicate-assessment = This file holds the assessment { $assessment } twice. Remove one of the two.
import-error-too-many-records = The assessment { $assessment } in this file has { $found } entries, and { $limit } are the limit.
import-error-bad-key = The assessment { $assessment } in this file has an entry named "{ $record }", which is no name of an entry. Correct or remove it.
import-error-bad-record = The entry { $record } of the assessment { $assessment } in this file holds something that this Waymark cannot read. Correct it, or open the file with the version that wrote it.
import-error-text-too-long = The field "{ $field }" of the entry { $record } in this file has { $units } characters, and { $limit } are the limit. Shorten it.

import-remark-no-checksum = This file has no checksum, so nobody can tell whether it is complete and unchanged.
import-remark-unknown-parts = These parts of the file mean nothing to this Waymark and are not kept: { $names }.
import-remark-unknown-records = { $count ->
    [one] One entry means nothing to this Waymark. It is kept and will be in your next file.
   *[other] { $count } entries mean nothing to this Waymark. They are kept and will be in your next file.
}
import-remark-unknown-fields = { $count ->
    [one] One entry has fields that mean nothing to this Waymark.
   *[other] { $count } entries have fields that mean nothing to this Waymark.
}

import-remark-unreadable-records = { $count ->
    [one] One record, such as an audit or a review, cannot be read. It is kept as it is, will be in your next file, and counts nowhere.
   *[other] { $count } records, such as audits or reviews, cannot be read. They are kept as they are, will be in your next file, and count nowhere.
}

edit-import-replace = Replace by a file
edit-import-merge = Merge a file
