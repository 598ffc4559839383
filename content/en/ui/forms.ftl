# Forms to print.
forms-lead = Forms to print on A4 or Letter, filled with what is in this assessment or blank to be filled by hand.
forms-all = All forms
forms-blank = Blank, to be filled by hand
forms-blank-named = { $form }: blank, to be filled by hand
forms-filled-with = Filled: { $name }
forms-fill = Filled with
forms-paper = Paper
forms-paper-a4 = A4
forms-paper-letter = Letter
forms-print = Print or save as PDF
forms-gone = The entry that was to fill this form is not there. The form is blank.
forms-ticked = Ticked
forms-not-ticked = Not ticked
forms-name-and-signature = Name and signature
forms-date = Date

