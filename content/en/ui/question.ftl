# One question with everything that belongs to it.
question-guidance = Guidance
question-note = { $state ->
    [written] Note
   *[none] Add a note
 }
question-note-label = Note
question-note-length = { $count } of { $most } characters
question-evidence = { $count ->
    [0] Add evidence
   *[other] Evidence ({ $count })
 }
question-duty = { $state ->
    [owner] { $owner }
    [due] Due { $day }
    [both] { $owner }, due { $day }
   *[none] Owner and dates
 }
question-owner = Owner
question-owner-me = I am the owner
question-due = To be sorted out by
question-last = Last carried out
question-next = Next due
question-documents = { $count ->
    [one] Document
   *[other] Documents ({ $count })
 }
question-document-missing = Missing
question-document-exists = Exists
question-document-approved = Approved
question-document-no-case = No case yet
question-flag = Discuss
question-clear = Clear rating
