# The page with all clauses.
clauses-lead = Every clause that asks something of you. The weakest answer decides the verdict on a clause: a chain has no average strength.
clauses-answered = { $answered } of { $total } answered
clauses-matching = { $count } of { $total } match
clauses-filters = Which questions
clauses-filter-all = All
clauses-filter-open = Open
clauses-filter-flagged = To discuss
clauses-filter-without-evidence = Without evidence
clauses-filter-mine = Mine
clauses-words = Search in questions and notes
clauses-one-at-a-time = One question at a time
clauses-nothing = No question passes this filter.
clauses-show-all = Show all clauses
clauses-my-name = Your name
clauses-my-name-hint = Write it as in the owner fields. “Mine” shows the questions with this owner.
