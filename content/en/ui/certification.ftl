# Certification.
certification-lead = Choose an accredited certification body, prepare for stage one and stage two, and keep the dates that follow from the decision.
certification-none = Nobody can be certified against this edition any more, so there is no body to choose and no audit of a body to prepare. Start from the current edition for that.
certification-unreadable = Something that was entered here has a shape that this version cannot read. It is kept as it is and cannot be changed on this page.
certification-parts = Parts of this page
certification-begin = Nothing has to be entered in this order, but each part builds on those before it.
certification-steps = Steps of the roadmap that read this part
certification-steps-done = { $count } of { $total } steps done
certification-print = Print
certification-note = Note
certification-can-undo = This can be undone.
certification-backwards = The last day lies before the first.

label-edit-body = certification body
label-choose-body = choice of a certification body
label-add-found-by-body = entry from an audit of the body

certification-part-body = Choose a body
certification-part-application = Application
certification-part-stage-one = Stage 1
certification-part-documents = Document index
certification-part-concerns = Concerns and interval
certification-part-stage-two = Plan of stage 2
certification-part-readiness = Ready for stage 2
certification-part-evidence = Evidence index
certification-part-findings = Findings of the body
certification-part-after = Decision and after

certification-about-body = List the certification bodies that you look at, check their accreditation, ask at least three for a quote, compare them and choose one.
certification-about-application = Collect the facts that bodies ask for before they quote, and enter what was agreed.
certification-about-stage-one = Stage 1 looks at your documents and at whether you are ready for stage 2. Each line shows where you stand.
certification-about-documents = Every document of the register by clause, with version, owner and place. The auditor of stage 1 reads with such a list.
certification-about-concerns = Enter what stage 1 raised as areas of concern, and close them before stage 2.
certification-about-stage-two = Stage 2 asks whether the system is put into practice and works. Plan who is interviewed about what, who goes along, and which records lie ready.
certification-about-readiness = Go through these lines every day in the last weeks before stage 2.
certification-about-evidence = Which proof belongs to which question, where it is and who looks after it.
certification-about-findings = Enter the nonconformities of the body with their grade, and keep its dates.
certification-about-after = Enter the decision. The dates of the visits after it follow, each with its rule.

certification-body = Certification body
certification-bodies = Certification bodies
certification-add-body = Add a certification body
certification-delete-body = Remove this body
certification-no-bodies = No certification body is listed yet. Add the first one, and ask three for a quote.
certification-unnamed-body = Body without a name
certification-body-name = Name of the body
certification-price = Price, with the currency
certification-quote = The quote
certification-criteria = What it says to the criteria
certification-choice = Choice
certification-chosen = Chosen
certification-choose = Choose this body
certification-choose-named = Choose this body: { $body }
certification-unchoose = Take the choice back
certification-days = Days up to the second surveillance audit
certification-accreditation = Accreditation
certification-accreditation-checked = Checked
certification-accreditation-open = Not checked
certification-accreditation-check = What to check about the accreditation
certification-accreditation-standard = The body is accredited for ISO/IEC 20000-1, and not only for another standard.
certification-accreditation-search = Accredited certificates can be found in the database IAF CertSearch. Write down where you looked, and when.
certification-accreditation-rules = Accredited bodies work by ISO/IEC 17021-1:2015 and ISO/IEC 20000-6:2017. These bind the body; part 1 binds you.
certification-accreditation-iso = Neither ISO nor IEC certifies anybody.
certification-accreditation-none = There are also schemes without accreditation. Ask what such a certificate is worth to your customers.
certification-comparison = Offers side by side
certification-comparison-caption = One column for each certification body.
certification-compared = What is compared
certification-not-known = Not known
certification-facts-sheet = Facts sheet for quotes

certification-agreed = What was agreed
certification-fact-known = The scope says: { $text }
certification-fact-take = Take this over
certification-fact-take-named = Take over what the scope says: { $fact }
certification-answer-times-where = The days that the body gives for answers belong to its entry under “Choose a body”.

certification-aims-one = What stage 1 looks at
certification-aim-documents = the documents of the SMS
certification-aim-site = the conditions on site, with talks to staff, to see how ready you are
certification-aim-understanding = how well requirements, key figures, processes and objectives are understood
certification-aim-facts = facts about scope, services, sites, processes and obligations
certification-aim-resources = what stage 2 needs, so that it can be planned
certification-aim-audits = whether internal audits and the management review are planned and carried out, and whether the SMS is far enough for stage 2
certification-aims-two = What stage 2 looks at
certification-aim-practice = whether the SMS meets all requirements, is put into practice and works
certification-aim-measuring = monitoring and measuring against the objectives, and performance
certification-aim-control = control of daily operation
certification-aim-reviews = internal audit, management review and the responsibility of management
certification-aim-samples = samples of records, most of them in clause 8
certification-pack = What will be looked at, and where you stand
certification-lines-ready = { $count } of { $total } lines are ready.
certification-line-ready = Ready
certification-line-open = Open
certification-statements = To be confirmed by hand

certification-index-form = Document index to print
certification-plan-form = Interview plan to print
certification-document = Document
certification-question = Question
certification-proof = Proof
certification-no-proof = No proof entered
certification-no-place = No place entered
certification-placed = { $count } of { $total } questions have proof whose place is entered.
certification-show = Show
certification-show-all = All questions
certification-show-without-place = Only those without proof or place
certification-all-placed = Every question has proof, and every proof has a place.

certification-raised-one = What stage 1 raised
certification-no-concerns = No area of concern is entered. If the report names none, there is nothing to do here.
certification-no-findings = No finding of the body is entered. If its report names none, there is nothing to do here.
certification-found = What was found
certification-found-all = What the body found
certification-clause = Clause
certification-answer = Answer
certification-verified = Verified by the body
certification-state = State
certification-untitled = Entry without a name
certification-overdue = Overdue
certification-accepted = Accepted on { $day }
certification-answer-by = Wanted by { $day }
certification-no-answer-needed = No answer needed
certification-not-entered = No date entered
certification-verified-on = On { $day }
certification-not-verified = Not yet
certification-grade-none = No grade yet
certification-grade-major = Major nonconformity
certification-grade-minor = Minor nonconformity
certification-grade-concern = Area of concern
certification-grade-observation = Observation
certification-grade-opportunity = Opportunity for improvement
certification-source-stage-one = Stage 1
certification-source-stage-two = Stage 2
certification-source-surveillance-one = First surveillance audit
certification-source-surveillance-two = Second surveillance audit
certification-source-recertification = Recertification
certification-entry-raised = Raised
certification-entry-planned = Planned
certification-entry-done = Done, effect open
certification-entry-effective = Effective
certification-entry-closed = Closed
certification-raise = Add an entry
certification-raise-title = What was found, in a few words
certification-raise-untitled = Say in a few words what was found.
certification-raise-no-clause = Not said
certification-raise-add = Add to the register
certification-raised-added = “{ $title }” is in the register.
certification-raised-open = Write statement, cause and action

certification-interval = The time between the stages
certification-interval-unknown = Enter the days of both stages to see how long it is.
certification-interval-backwards = Stage 2 does not come after stage 1.
certification-interval-days = { $count ->
    [one] One day between the stages
   *[other] { $count } days between the stages
 }
certification-interval-long = This is more than six months. Many bodies set a ceiling there. Ask yours.
certification-interval-rule = The rules set no longest time. The body leaves you time to deal with its concerns.
certification-interval-repeat = The body judges whether stage 1 is still valid, and may repeat it in whole or in part.
certification-interval-usual = One or two months are usual.

certification-line = Subject
certification-when = When
certification-from-to = { $from } to { $to }
certification-day = Day
certification-subject = What it is about
certification-partner = Interview partner
certification-guide = Guide
certification-samples = Records laid ready
certification-samples-hint = The auditor chooses the samples. Have the records of the last months within reach.
certification-clauses-hint = Numbers with commas between them, such as 8.6.1, 8.6.2
certification-unknown-clauses = Not a clause of this edition: { $clauses }. It is kept as you wrote it.
certification-remarks = To do
certification-remark-no-subject = No subject
certification-remark-no-day = No day
certification-remark-no-partner = No interview partner
certification-remark-no-guide = No guide
certification-remark-ends-before-start = Ends before it starts
certification-remark-outside-stage-two = Not within stage 2
certification-remark-clash = Somebody is in two lines at once
certification-untitled-line = Line without a subject
certification-no-lines = The plan is empty. Take over the proposed lines, or add the first one yourself when the body has sent its plan.
certification-add-line = Add a line
certification-delete-line = Remove this line
certification-sort = Sort by day and time
certification-plan-whole = Every clause and every process has a line.
certification-left-out = { $count ->
    [one] One subject has no line yet
   *[other] { $count } subjects have no line yet
 }
certification-propose = { $count ->
    [one] Add a line for it
   *[other] Add { $count } lines for them
 }

certification-rules-all = Rules for every certification body
certification-rule-major = A major nonconformity affects the ability of the system to reach its intended results. There is no certificate until correction and corrective action are verified.
certification-rule-six-months = If that is not verified within six months after the last day of stage 2, another stage 2 is needed.
certification-rule-minor = A minor nonconformity does not affect that ability. A plan for correction and corrective action that the body accepts is enough; it is verified at the next audit.
certification-rule-remark = An observation or an opportunity for improvement needs no formal answer.
certification-rules-own = Rules of your body
certification-rules-own-usual = Such rules differ from body to body. For answers, 90 days at most are common; 30 to 60 days also occur.
certification-rules-no-body = Choose a body to see its own rules here.
certification-rules-of = As { $body } has them:
certification-rules-edit = Change the rules of the body
certification-answer-days-major = { $count ->
    [one] Answer to a major nonconformity: one day
   *[other] Answer to a major nonconformity: { $count } days
 }
certification-answer-days-major-unknown = Answer to a major nonconformity: not entered
certification-answer-days-minor = { $count ->
    [one] Answer to a minor nonconformity: one day
   *[other] Answer to a minor nonconformity: { $count } days
 }
certification-answer-days-minor-unknown = Answer to a minor nonconformity: not entered
certification-said-answer-times = Answer times: { $text }
certification-said-moving-dates = Moving dates: { $text }
certification-here-by = Here: by { $day }

certification-decision = The decision
certification-visits = Visits after it
certification-dates = Dates that follow
certification-dates-lead = They are computed from the last day of stage 2, the decision and the first visit. The date on your certificate and in your contract comes first.
certification-date-of = What
certification-date-by = At the latest
certification-date-rule = Rule
certification-date-state = State
certification-date-unknown = Not known yet
certification-date-entered = Entered: { $day }
certification-date-all = Rule for every body
certification-date-own = Rule of your body
certification-date-answer-major = Answer to major nonconformities
certification-date-answer-minor = Answer to minor nonconformities
certification-date-majors-verified = Major nonconformities verified
certification-date-surveillance-one = First surveillance audit
certification-date-surveillance-two = Second surveillance audit
certification-date-recertification = Recertification
certification-date-cycle = End of the cycle
certification-date-rule-answer-major = So many days after the last day of stage 2, as your body says.
certification-date-rule-answer-minor = So many days after the last day of stage 2, as your body says.
certification-date-rule-majors-verified = Six months after the last day of stage 2. After that another stage 2 is needed.
certification-date-rule-surveillance-one = Twelve months after the certification decision at most.
certification-date-rule-surveillance-two = After the first one at least one in each calendar year, except in years of recertification.
certification-date-rule-recertification = Before the certificate expires, so that the new decision is there in time.
certification-date-rule-cycle = The cycle of three years starts with the certification decision.
certification-date-state-unknown = Not known yet
certification-date-state-not-needed = Not needed
certification-date-state-open = Ahead
certification-date-state-planned = Planned in time
certification-date-state-kept = Kept
certification-date-state-late = Late
certification-then = What to keep in mind
certification-then-yearly = Hold internal audits and a management review every year, and keep the calendar of planned intervals.
certification-then-minors = Close minor nonconformities before the next visit.
certification-then-recertification = Fix the date of recertification well before the certificate expires. If much has changed, it may need a stage 1.
certification-then-short-notice = Audits at short notice are possible after complaints, after changes, or to follow up a suspension.
certification-then-mark = Use certificate and mark only as the body's rules allow, usually only for the named scope and never on products.
certification-then-changes = Tell the body about important changes, such as ownership, scope, sites, key people or major failures. Its contract says which.
certification-then-lapsed = A certificate that has lapsed can usually be restored within six months if the open recertification work is completed. Ask the body before you rely on it.
