# Settings and recovery.
settings-lead = They apply to this browser on this device and are not part of your assessments.
settings-look = Appearance
settings-theme = Theme
settings-theme-device = As the device
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Text size
settings-text-size-usual = Usual
settings-text-size-large = Large
settings-text-size-largest = Largest, for a projector
settings-language = Language:{" "}
settings-language-english = English
settings-you = You
settings-name = Your name
settings-name-hint = The filter “Mine” finds the questions whose owner has this name.
settings-storage = Storage
settings-state-saved = Everything you entered is saved in this browser.
settings-state-saved-without-journal = Everything you entered is saved in this browser's database. The second copy is incomplete, because the browser refuses or its space is used up.
settings-state-saving = Something is being saved.
settings-state-only-in-this-tab = The browser refuses to store your work.
settings-state-not-saved = This browser stores nothing here. Your work lasts as long as this tab.
settings-state-read-only = A newer version has saved data here. This version changes nothing.
settings-count = { $count ->
    [0] There is no assessment in this browser.
    [one] There is one assessment in this browser.
   *[other] There are { $count } assessments in this browser.
}
settings-used = The browser reports that this site uses { $used } of { $quota }.
settings-size-kb = { $size } kB
settings-size-mb = { $size } MB
settings-size-gb = { $size } GB
settings-used-unknown = The browser does not say how much space is in use.
settings-meter = Space for second copies
settings-meter-words = { $percent } % in use. Waymark uses { $own } of { $quota } thousand characters.
settings-meter-foreign = Other pages at this address use { $foreign } thousand of them.
settings-meter-tight = Space runs short. Your work is saved in the database all the same, but the second copy may become incomplete. Download a backup, and delete assessments that you do not need.
settings-meter-unknown = The browser gives no access to the space for second copies.
settings-kept = The browser has promised to keep this data when space runs short.
settings-not-kept = The browser may delete this data when space runs short.
settings-kept-unknown = The browser does not say whether it may delete this data when space runs short.
settings-ask = Ask the browser to keep it
settings-ask-refused = The browser did not promise it. Some do so only for sites that are visited often, or that are installed.
settings-seven-days = This browser deletes what a site has stored after seven days without a visit, unless the site is on your home screen or in your dock.
settings-limits = Clearing the site data deletes everything here. Some browsers do so by themselves after a week without a visit. A damaged disk can lose it too. The file you download is your backup.

recover-lead = Everything that this browser stores, assessment by assessment. You can save it even if Waymark cannot read it.
recover-refused = { $store } does not answer: { $detail }. What is below comes from the other stores. Close other Waymark tabs and reload to try again.
recover-store-database = The browser's database
recover-store-journal = The second copy
recover-store-copy = The third copy
recover-raw = Everything as it is
recover-raw-about = The file holds every entry of all stores, damaged entries included. It is plain text and needs no Waymark to be read.
recover-reading = Reading what is stored…
recover-size = About { $size } kB are stored.
recover-download = Download the raw data
recover-file-name = waymark-{ $what }-{ $day }.json
recover-nameless = Assessment { $id }
recover-readable = { $count ->
    [0] No entry can be read.
    [one] One entry can be read.
   *[other] { $count } entries can be read.
 } { $unreadable ->
    [0] None is damaged.
    [one] One is damaged.
   *[other] { $unreadable } are damaged.
 }
recover-parts = What is stored of this assessment
recover-part = What it is
recover-entries = Entries
recover-file = File
recover-save = Download
recover-save-readable = Download what can be read
recover-save-raw = Download everything of it as it is
recover-part-records = Your work
recover-about-records = Every answer, document and action, in the browser's database.
recover-part-second-copy = Second copy
recover-about-second-copy = The same entries in the browser's other store. An answer may be here that is not in the database.
recover-part-third-copy = Third copy
recover-about-third-copy = The same entries in files of this site's own, which the browser keeps apart from its database. Not every browser has them.
recover-part-history = Edits
recover-about-history = What each edit did, for undo.
recover-part-snapshots = Earlier states
recover-about-snapshots = The whole assessment as it once was.
recover-part-quarantine = Put aside
recover-about-quarantine = Entries that could not be read when the assessment was opened.
recover-snapshots = { $count ->
    [one] One earlier state as a file that Waymark opens
   *[other] { $count } earlier states as files that Waymark opens
 }
recover-where = If your work is missing
recover-where-browser = Each browser keeps its own data. Look in the browser in which you worked.
recover-where-address = Data belongs to the address of the site. Under another address, or in a moved file, it is not found.
recover-where-private = What was entered in a private window is gone when that window is closed.
recover-where-file = If you have a file, open it on the start page.
