# One question a screen.
focus-unknown = There is no question { $question }
focus-unknown-lead = It may belong to another edition of the content.
focus-to-list = All clauses
focus-progress = Question { $place } of { $total }
focus-progress-label = Way through the questions
focus-filtered = filtered
focus-leave = Leave (Esc)
focus-ways = Questions before and after
focus-previous = Previous (K)
focus-next = Next (J)
focus-end = This is the last question.
