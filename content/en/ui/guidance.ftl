# The guidance beside a question.
guidance-loading = The guidance is on its way…
guidance-meaning = What it means
guidance-evidence = What an auditor asks to see
guidance-interview = What an auditor asks people
guidance-pitfall = The usual finding
guidance-terms = Words used here
