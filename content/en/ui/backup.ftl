# Backups: how old the last one is, the encrypted one, and the check of a file.
# A click proves no file, so it says "downloaded" and never "saved".
backup-status-never = No backup yet
backup-status-current = { $days ->
    [0] Backup from today
    [one] Backup 1 day old
   *[other] Backup { $days } days old
}
backup-status-behind = { $days ->
    [0] Backup from today
    [one] Backup 1 day old
   *[other] Backup { $days } days old
}, { $changes ->
    [one] 1 change since
   *[other] { $changes } changes since
}
backup-title = Backup of this assessment
backup-state-never = No file of this assessment is known here. It exists in this browser only.
backup-state-current = Everything you entered is in the last file that you downloaded, opened or checked. Nobody can tell from here whether that file still exists.
backup-state-behind = { $changes ->
    [one] One entry has changed since the last file.
   *[other] { $changes } entries have changed since the last file.
}
backup-plain = Plain file
backup-plain-about = Anyone who has the file can read it, also without Waymark.
backup-download = Download a backup
backup-encrypted = File with a passphrase
backup-encrypted-about = Only somebody with the passphrase can read it. Use it where other people can reach the file.
backup-download-encrypted = Download with this passphrase
backup-encrypting = Encrypting…
backup-done = Downloaded. The content was read again and is complete. Look into your downloads folder: only you can see that the file is there.
backup-done-encrypted = Downloaded. It was decrypted again with your passphrase and is complete. Check it now with “Check my backup”, and type the passphrase from where you keep it.
backup-unsound = The file could not be read again, so it is no backup. Try again, or save the raw data from the page “Recover data”.
backup-encrypted-file-name = waymark-{ $name }-{ $day }.waymark
backup-all = One file with everything
backup-all-about = All assessments of this browser, those put away and deleted included.
backup-partly = An assessment cannot be read, so it is not in the file. Its raw data is on the page “Recover data”.

backup-reminder = { $changes ->
    [one] One change of this assessment is in this browser only.
   *[other] { $changes } changes of this assessment are in this browser only.
} Download a backup.
backup-reminder-open = Make a backup
backup-reminder-later = Not today
install-hint = This browser deletes what a site has stored after seven days without a visit. Add Waymark to your home screen or dock, and keep a backup file.
install-hint-close = I understand

passphrase = Passphrase
passphrase-again = The same passphrase again
passphrase-show = Show what I type
passphrase-warning = Nobody can recover a forgotten passphrase, and nobody can open the file without it. Write it down and keep it apart from the file.
passphrase-advice = Four or more words that do not belong together are easy to remember and hard to guess.
passphrase-too-short = Use at least 8 characters.
passphrase-weak = Weak: a computer can try all of these in days. Make it longer.
passphrase-fair = Fair: longer is better.
passphrase-good = Long enough, if it is no known sentence.
passphrase-different = The two passphrases are not the same.
passphrase-ask = This file is encrypted. Enter its passphrase.
passphrase-open = Open the file
passphrase-opening = Decrypting…

encrypted-error-too-large = The encrypted file would have or has { $size } MiB, and { $limit } MiB are the limit. Put fewer assessments into one file.
encrypted-error-damaged = This encrypted file is damaged or incomplete: its checksum does not fit. No passphrase can open it. Choose another copy.
encrypted-error-too-new = A newer Waymark encrypted this file. It has format { $found }, and this Waymark reads formats up to { $newest }. Open it with the newer version.
encrypted-error-header = The beginning of this encrypted file is not as Waymark writes it: “{ $part }” is missing or has another value. Choose another copy.
encrypted-error-passphrase = This passphrase does not open the file. Capital letters, spaces and the keyboard's language count. The file has no accidental damage: its checksum fits.
encrypted-error-unpacking = The file was decrypted, but its content cannot be unpacked or has more than { $limit } MiB. Waymark has not written it.
encrypted-error-no-cryptography = This browser cannot encrypt or decrypt on this page. Use a current browser, and open Waymark over https or from a file.

check-title = Check my backup
check-about = Choose a file. Waymark compares it with this browser, entry by entry, and changes nothing.
check-label = Backup file to check
check-reading = Reading and comparing…
check-complete = { $count ->
    [one] This file holds everything of the one assessment in this browser.
   *[other] This file holds everything of the { $count } assessments in this browser.
}
check-incomplete = This file does not hold everything that is in this browser. Download a new backup.
check-foreign = This file is a sound Waymark file, but holds none of the assessments in this browser.
check-empty = This file is sound. There is no assessment in this browser to compare it with.
check-partly = An assessment in this browser cannot be read, so it was not compared.
check-same = { $name }: the same
check-different = { $count ->
    [one] { $name }: one entry is different
   *[other] { $name }: { $count } entries are different
}
check-absent = { $name }: not in the file
check-others = { $count ->
    [one] The file also holds one assessment that is not in this browser.
   *[other] The file also holds { $count } assessments that are not in this browser.
}
check-changed = changed since
check-only-here = new since
check-only-in-file = only in the file
check-entry = { $entry }: { $difference }
check-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

# What an entry of an assessment is called.
entry-about = Name and state
entry-scope = Scope and eligibility
entry-plan = Plan
entry-answer = Question { $id }
entry-document = Document { $id }
entry-action = Action { $id }
entry-step = Roadmap step { $id }
entry-confirmation = Confirmation { $id }
entry-overrule = Verdict on clause { $id }
entry-other = Entry { $id }
