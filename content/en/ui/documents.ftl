# The register of documented information.
documents-lead = What the standard asks you to write down or to keep, and what is usual beside it. Enter what you have, who looks after it and where it is.

documents-figure-mandatory = of { $total } mandatory documents approved
documents-figure-records = of { $total } mandatory records kept
documents-figure-usual = of { $total } usual items in hand
documents-figure-missing = of { $total } mandatory items missing
documents-figure-overdue = { $count ->
    [one] review overdue
   *[other] reviews overdue
 }

documents-none-missing = Nothing that the standard asks for is missing. That says nothing about the content of the documents.
documents-missing-summary = { $documents ->
    [one] One mandatory item is missing,
   *[other] { $documents } mandatory items are missing,
 } { $clauses ->
    [one] in one clause
   *[other] in { $clauses } clauses
 }

documents-filters = Filters of the register
documents-show = Show
documents-show-all = Everything
documents-show-mandatory = Mandatory
documents-show-mandatory-missing = Mandatory and missing
documents-show-missing = Missing
documents-show-exists = Written, not approved
documents-show-approved = Approved
documents-show-no-case = No case yet
documents-show-review-overdue = Review overdue
documents-kind = Kind
documents-all-kinds = All kinds
documents-clause = Clause
documents-all-clauses = All clauses
documents-all-owners = All owners

documents-kind-policy = Policy
documents-kind-plan = Plan
documents-kind-procedure = Procedure
documents-kind-definition = Definition
documents-kind-agreement = Agreement
documents-kind-other-document = Other document
documents-kind-record = Record
documents-kinds-policy = Policies
documents-kinds-plan = Plans
documents-kinds-procedure = Procedures
documents-kinds-definition = Definitions
documents-kinds-agreement = Agreements
documents-kinds-other-document = Other documents
documents-kinds-record = Records
documents-section = { $kind } ({ $count })

documents-document = Document or record
documents-state = State
documents-state-of = State of { $document }
documents-state-missing = Missing
documents-state-exists = Written
documents-state-approved = Approved
documents-state-no-case = No case yet, method ready
documents-record-state-missing = Missing
documents-record-state-exists = Kept
documents-record-state-approved = Approved
documents-version = Version
documents-owner = Owner
documents-where = Where it is
documents-where-hint = A web address becomes a link. A folder, a tool or a shelf is fine as well.
documents-reviews = Reviews
documents-last-review = Last review
documents-next-review = Next review
documents-reviewed-on = last { $day }
documents-next-review-on = next { $day }
documents-review-overdue = Review overdue
documents-note = Note
documents-mandatory = Mandatory
documents-clauses = { $count ->
    [one] Clause { $clauses }
   *[other] Clauses { $clauses }
 }
documents-questions = Questions about it
documents-no-questions = No question is about this item in particular.
documents-asked-by = Clauses that speak of it
