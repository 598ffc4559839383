# The command palette.
palette-title = Search and go
palette-field = Search questions, guidance, documents, your notes and Learn, or name a page
palette-choices = What you can choose
palette-hint = Type to search. Arrow keys choose, Enter opens, Escape closes.
palette-count = { $count ->
    [0] Nothing fits. Try another word.
    [one] One choice
   *[other] { $count } choices
 }
palette-kind-page = Page
palette-kind-command = Command
palette-kind-setting = Setting
palette-kind-assessment = Assessment
palette-kind-clause = Clause
palette-kind-question = Question
palette-kind-document = Document
palette-kind-step = Roadmap step
palette-kind-action = Action
palette-kind-scope = Scope
palette-kind-topic = Topic
palette-kind-term = Term
palette-kind-guide = Clause guide
palette-numbered = { $number } { $title }
palette-open = Open { $name }
palette-backup = Download this assessment as a file
palette-theme-device = Theme: as the device
palette-theme-light = Theme: light
palette-theme-dark = Theme: dark
palette-text-size-usual = Text size: usual
palette-text-size-large = Text size: large
palette-text-size-largest = Text size: largest, for a projector
