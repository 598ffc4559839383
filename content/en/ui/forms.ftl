# Forms to print.
forms-lead = Forms to print on A4 or Letter, filled with what is in this assessment or blank to be filled by hand.
