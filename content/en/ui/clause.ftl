# The page of one clause.
clause-heading = { $clause } { $title }
clause-path = Where this clause belongs
clause-to-list = All clauses
clause-unknown = There is no clause { $clause }
clause-unknown-lead = Pick a clause from the list.
clause-group = This number is a group of clauses. Its questions belong to the clauses below it.
clause-without-duty = This clause only introduces the ones below it. There is nothing to answer here.
clause-reason-all-met = Every question is answered with “in place, with evidence”, or with “no case yet, method ready”.
clause-reason-unanswered = Nothing answered falls short, but some questions are still open.
clause-reason-blocking-not-in-place = A blocking requirement is not in place.
clause-reason-whole-clause-absent = Nothing that the clause asks for is in place.
clause-reason-not-in-place = At least one requirement is not in place.
clause-reason-partly = At least one requirement is met only on paper, or only in places.
clause-reason-thin-evidence = Everything answered is in place, but some of it rests on thin evidence.
clause-reason-dont-know = Everything is answered, but for some questions nobody knows.
clause-overruled = This is your own verdict. The answers say: { $verdict }.
clause-base = { $answered } of { $total } answered
clause-filtered = { $count ->
    [0] No question of this clause passes the filter.
   *[other] Filtered: { $count } of { $total } shown.
 }
clause-show-all = Show all
clause-guidance-open = Show the guidance with every question
clause-guide = What this clause is for
clause-one-at-a-time = One question at a time
clause-by-reference = Asked elsewhere
clause-by-reference-lead = These questions belong to other clauses and count here as well. You answer each of them once, in its own clause.
clause-pager = Clauses before and after
clause-previous = Previous clause
clause-next = Next clause
