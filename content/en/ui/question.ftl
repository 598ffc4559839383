# One question with everything that belongs to it.
question-mark-blocking = Blocking
question-mark-interval = Repeats
question-mark-top-management = Top management
question-no-case-hint = It goes with one of the two “in place” ratings.
question-answered = { $answered } of { $total } answered
question-answered-label = Answered questions
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
question-flagged = marked for discussion
question-not-flagged = no longer marked for discussion
question-clear = Clear rating
question-said-rating = { $question }: { $what }
question-said-flag = { $question }: { $what }
