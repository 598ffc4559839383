//! The faults of the browsers as the page explains them, and how much of each is a proof.

/// A fault as the page explains it.
pub(super) struct Fault {
    /// Its word, as the harness knows it, or as it names its results.
    pub(super) key: &'static str,
    /// What happens, as a row of the table says it.
    pub(super) title: &'static str,
    /// How it is brought about, and what counts as lost.
    pub(super) method: &'static str,
    /// Fewer attempts than this prove nothing.
    pub(super) needed: u64,
}

/// The faults that are explained, in the order of the table; others stand below them under their key.
pub(super) const FAULTS: [Fault; 11] = [
    Fault {
        key: "kill",
        title: "Browser killed while answering",
        method: "A script works the page through its own fields and buttons: ratings, notes and flags, several at once, on two pages with questions. \
                 At a random moment every process of the browser gets SIGKILL: some time after the first edit, at the very moment an edit is acknowledged, or while the page loads. \
                 The browser is started again with the same profile, and every answer that the page shows is compared with what was acknowledged. \
                 That start is the one that is killed next; after 25 kills a new profile takes over. No driver is involved.",
        needed: 300,
    },
    Fault {
        key: "tabs",
        title: "Two tabs edit at the same time",
        method: "Two tabs of one profile edit one assessment at once, as fast as each can: their own questions, and in one edit of ten a question that both edit. \
                 Every edit notes what stood in its place when it was made. Afterwards the browser is killed and started again. \
                 An edit is lost when it neither shows, nor was replaced by an edit that had seen it, nor is kept as the loser of a conflict. An attempt is an edit.",
        needed: 10_000,
    },
    Fault {
        key: "disk",
        title: "Disk full while answering",
        method: "The profile is on a disk of 220 MB of its own. At a random moment while the script answers, the disk is filled to its last byte, or to the last few thousand. \
                 The script goes on answering. The browser is asked to end, room is made, and what the next start shows is compared with everything that was acknowledged, before and after the disk was full.",
        needed: 50,
    },
    Fault {
        key: "disk-kill",
        title: "Disk full, then killed",
        method: "The same, and the browser is killed with SIGKILL while the disk is still full.",
        needed: 50,
    },
    Fault {
        key: "quota",
        title: "Quota taken by foreign data",
        method: "Another program of the same address fills `localStorage` to its last character and a database of its own until the browser refuses to take more. \
                 The script goes on answering; then the browser is killed, started again while everything is still full, and compared.",
        needed: 50,
    },
    Fault {
        key: "damage",
        title: "Files of some stores damaged",
        method: "After a sitting of 20 edits the browser is asked to end, and the files of its IndexedDB, of its `localStorage`, of its private file system or of the first two are damaged: \
                 bits are flipped, the first hundred bytes are overwritten, the files are cut short, or they are deleted. \
                 At the next start every answer must be back from the store that is intact. An attempt is lost when one is not. \
                 Where the browser has removed the sound stores as well (their files are not the ones of before), no store is intact, and the attempt counts in the next row.",
        needed: 16,
    },
    Fault {
        key: "damage-both",
        title: "Files of all stores damaged",
        method: "The same with every store that the engine has at once, or the browser itself has removed the sound ones at its start. Nothing can promise the answers then; \
                 an attempt is lost when some are missing and neither a banner says so nor a page of its own that leads to the recovery page.",
        needed: 4,
    },
    Fault {
        key: "leave",
        title: "Page left in mid-typing",
        method: "A note is typed, and before the pause of 300 ms that hands it over the page is reloaded, another address or another page is opened, or the tab closes itself. \
                 Nothing was called saved then. An attempt is lost when the note is not there afterwards.",
        needed: 20,
    },
    Fault {
        key: "clock",
        title: "Clock ten years wrong",
        method: "As the kills, with a clock that is ten years early, ten years late or right, by chance at every start.",
        needed: 20,
    },
    Fault {
        key: "blocked",
        title: "Storage forbidden",
        method: "All stores throw as they do where the user forbids a site to keep anything. \
                 An attempt is lost when the header says *Saved*, no banner warns, or an answer cannot be given.",
        needed: 5,
    },
    Fault {
        key: "private",
        title: "Private window",
        method: "Each start is a private window. An attempt is lost when an answer cannot be given, or a later window knows anything of an earlier one. \
                 A page cannot tell that its window is private: the header says *Saved*, which is true until the window is closed.",
        needed: 5,
    },
];

/// The engines that each fault is brought about in.
pub(super) const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];
