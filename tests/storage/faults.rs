//! The promise under faults: whatever fails and whenever, what was called saved is there afterwards.
//!
//! Every edit writes a value that occurs once, and remembers the value it replaced on screen. After everything has
//! been read back, each saved value must be there, as a record or as a conflict copy, or have been replaced by somebody
//! who had it on screen.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use proptest::prelude::*;

use super::media::Fault;
use super::*;

pub(crate) const RECORDS: [&str; 3] = ["4.1-a", "4.1-b", "4.1-c"];

/// One thing that happens in the browser.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Event {
    /// The user edits a record in one of the two tabs.
    Edit(usize, usize),
    /// A tab begins to save, unless it is saving.
    Commit(usize),
    /// A saving tab gets on by one step.
    Step(usize),
    /// A saving tab gets to the end.
    Finish(usize),
    /// A tab takes over what the other has saved.
    Refresh(usize),
    /// A tab is reloaded, whatever it was doing.
    Reload(usize),
    /// The browser is killed, and the journal loses so many writes.
    Kill(usize),
    /// Something goes wrong, so many operations from now.
    Fault(usize, Fault),
    /// A medium refuses everything until the next `Unblock`.
    Block(Medium),
    /// All media refuse everything until the next `Unblock`.
    BlockBoth,
    /// A medium has room for so much and no more, until the next `Unblock`.
    Full(Medium, usize),
    Unblock,
    /// Both tabs have come to rest, and a medium loses everything; then the tabs are reloaded, or live on.
    Wipe(Medium, bool),
    /// Bytes that are no record take the place of one.
    Spoil(Medium, usize),
    /// Both tabs have come to rest, and one bit of a record turns over in a medium; then the tabs are reloaded.
    Flip(Medium, usize, usize),
}

struct OpenTab {
    vault: Rc<Tab>,
    /// The value of each record as the user sees it.
    screen: BTreeMap<String, u32>,
    saving: Option<Pin<Box<dyn Future<Output = SaveState>>>>,
    /// Everything edited here.
    edited: Vec<u32>,
}

/// A browser with two tabs, and the account of what it owes the user.
pub(crate) struct Browser {
    pub(crate) world: Shared,
    tabs: Vec<OpenTab>,
    /// What each value replaced on screen.
    replaced: BTreeMap<u32, Option<u32>>,
    saved: BTreeSet<u32>,
    rubbish: Vec<String>,
    opened: usize,
}

impl Browser {
    /// Without copy files.
    pub(crate) fn start() -> Self {
        Self::start_in(Shared::default())
    }

    /// In a browser that has copy files to give.
    pub(crate) fn with_copy() -> Self {
        let world = Shared::default();
        world.borrow_mut().copy = Some(Default::default());
        Self::start_in(world)
    }

    fn start_in(world: Shared) -> Self {
        let mut it = Self {
            world,
            tabs: Vec::new(),
            replaced: BTreeMap::new(),
            saved: BTreeSet::new(),
            rubbish: Vec::new(),
            opened: 0,
        };
        for _ in 0..2 {
            let tab = it.open_tab();
            it.tabs.push(tab);
        }
        it
    }

    pub(crate) fn play(&mut self, events: &[Event]) {
        for event in events {
            self.happen(*event);
        }
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Edit(tab, record) => self.edit(tab, RECORDS[record]),
            Event::Commit(tab) => self.commit(tab),
            Event::Step(tab) => self.step(tab),
            Event::Finish(tab) => self.finish(tab),
            Event::Refresh(tab) => self.refresh(tab),
            Event::Reload(tab) => {
                self.tabs[tab].saving = None;
                self.tabs[tab] = self.open_tab();
            }
            Event::Kill(lost) => {
                self.tabs.iter_mut().for_each(|it| it.saving = None);
                self.world.borrow_mut().lose_journal_tail(lost);
                self.happen(Event::Reload(0));
                self.happen(Event::Reload(1));
            }
            Event::Fault(after, fault) => {
                let mut world = self.world.borrow_mut();
                let at = world.operations + after;
                world.faults.insert(at, fault);
            }
            Event::Block(medium) => self.world.borrow_mut().blocked.push(medium),
            Event::BlockBoth => {
                for medium in Medium::ALL {
                    self.happen(Event::Block(medium));
                }
            }
            Event::Full(Medium::Journal, units) => self.world.borrow_mut().quota = Some(units),
            Event::Full(Medium::Database, bytes) => self.world.borrow_mut().room = Some(bytes),
            Event::Full(Medium::Copy, bytes) => self.world.borrow_mut().copy_room = Some(bytes),
            Event::Unblock => self.world.borrow_mut().unblock(),
            Event::Wipe(medium, reload) => self.wipe(medium, reload),
            Event::Spoil(medium, record) => self.spoil(medium, RECORDS[record]),
            Event::Flip(medium, record, bit) => self.flip(medium, RECORDS[record], bit),
        }
    }

    fn open_tab(&mut self) -> OpenTab {
        self.opened += 1;
        let vault = Rc::new(tab(&self.world, &format!("w{}", self.opened)));
        let mut screen = BTreeMap::new();
        let mut edited = Vec::new();
        match finish(vault.load("x")) {
            Loaded::Restored(it) => {
                for record in it.records.iter().filter(|it| it.name.kind != "conflict") {
                    screen.insert(record.name.key(), value(record));
                }
            }
            Loaded::Nothing | Loaded::Unavailable { .. } | Loaded::Unreadable { .. } => {
                vault.begin("x").unwrap();
                let value = self.new_value(None);
                vault
                    .stage("x", vec![about(&value.to_string())], history("begun"))
                    .unwrap();
                screen.insert(RecordName::about("x").key(), value);
                edited.push(value);
            }
            Loaded::TooNew { .. } | Loaded::Deleted => {
                panic!("nothing is newer, nothing is deleted")
            }
        }
        OpenTab {
            vault,
            screen,
            saving: None,
            edited,
        }
    }

    fn new_value(&mut self, instead_of: Option<u32>) -> u32 {
        let value = u32::try_from(self.replaced.len()).unwrap();
        self.replaced.insert(value, instead_of);
        value
    }

    fn edit(&mut self, tab: usize, record: &str) {
        let shown = self.tabs[tab].screen.get(&key(record)).copied();
        let value = self.new_value(shown);
        let tab = &mut self.tabs[tab];
        tab.vault
            .stage(
                "x",
                vec![answer(record, &value.to_string())],
                history("edit"),
            )
            .unwrap();
        tab.screen.insert(key(record), value);
        tab.edited.push(value);
    }

    fn commit(&mut self, tab: usize) {
        let tab = &mut self.tabs[tab];
        if tab.saving.is_none() {
            let vault = Rc::clone(&tab.vault);
            tab.saving = Some(Box::pin(async move { vault.commit().await }));
        }
    }

    fn step(&mut self, tab: usize) {
        let tab = &mut self.tabs[tab];
        let Some(saving) = &mut tab.saving else {
            return;
        };
        let Poll::Ready(state) = saving
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        else {
            return;
        };
        tab.saving = None;
        for news in tab.vault.take_news("x") {
            match news {
                News::Changed(it) if it.name.kind == "conflict" => {}
                News::Changed(it)
                | News::Conflict(waymark::storage::Conflict { winner: it, .. }) => {
                    tab.screen.insert(it.name.key(), value(&it));
                }
                News::Rewritten => {}
                News::TooNew { .. } | News::Deleted => {
                    panic!("nothing is newer, nothing is deleted")
                }
            }
        }
        if matches!(state, SaveState::Saved | SaveState::SavedWithoutJournal(_)) {
            self.saved.extend(&tab.edited);
        }
    }

    fn finish(&mut self, tab: usize) {
        for _ in 0..10_000 {
            if self.tabs[tab].saving.is_none() {
                return;
            }
            self.step(tab);
        }
        panic!("saving does not end");
    }

    fn refresh(&mut self, tab: usize) {
        self.finish(tab);
        let tab = &mut self.tabs[tab];
        if let Ok(Refreshed::Changed(records)) = finish(tab.vault.refresh("x")) {
            for it in records.iter().filter(|it| it.name.kind != "conflict") {
                tab.screen.insert(it.name.key(), value(it));
            }
        }
    }

    /// Lets both tabs come to rest, as tabs do that hear of one another.
    fn rest(&mut self) {
        for _ in 0..2 {
            for tab in 0..2 {
                self.refresh(tab);
                self.commit(tab);
                self.finish(tab);
            }
        }
    }

    fn wipe(&mut self, medium: Medium, reload: bool) {
        self.rest();
        self.world.borrow_mut().lose(medium);
        if reload {
            self.happen(Event::Kill(0));
        }
    }

    fn spoil(&mut self, medium: Medium, record: &str) {
        let rubbish = format!("rubbish {}", self.rubbish.len());
        let mut world = self.world.borrow_mut();
        let rows = match medium {
            Medium::Journal => &mut world.journal,
            Medium::Database | Medium::Copy => world.table(Table::Records),
        };
        // Rubbish over rubbish is the medium's doing, not ours.
        let before = rows.insert(key(record), rubbish.clone());
        self.rubbish.retain(|it| Some(it) != before.as_ref());
        self.rubbish.push(rubbish);
    }

    fn flip(&mut self, medium: Medium, record: &str, bit: usize) {
        self.rest();
        if medium == Medium::Copy {
            if let Some(files) = &mut self.world.borrow_mut().copy {
                let file = &mut files[bit % 2];
                let used = file.iter().rposition(|it| *it != 0).map_or(0, |it| it + 1);
                if used > 0 {
                    file[bit / 2 % used] ^= 1 << (bit % 8);
                }
            }
        } else {
            let mut world = self.world.borrow_mut();
            let rows = match medium {
                Medium::Journal => &mut world.journal,
                Medium::Database | Medium::Copy => world.table(Table::Records),
            };
            if let Some(text) = rows.get_mut(&key(record)) {
                let mut bytes = text.clone().into_bytes();
                // The highest bit would make it no text, which no medium of ours can hold.
                let at = bit / 7 % bytes.len();
                bytes[at] ^= 1 << (bit % 7);
                *text = String::from_utf8(bytes).expect("seven bits are text");
                self.rubbish.push(text.clone());
            }
        }
        self.happen(Event::Kill(0));
    }

    /// Everything works again; what is there?
    pub(crate) fn reckon(mut self) -> Reckoning {
        {
            let mut world = self.world.borrow_mut();
            world.faults.clear();
            world.unblock();
        }
        self.tabs.clear();
        let last = tab(&self.world, "last");
        let loaded = finish(last.load("x"));
        assert!(!matches!(loaded, Loaded::Unavailable { .. }), "{loaded:?}");
        let state = finish(last.commit());
        assert!(
            !state.is_at_risk() || matches!(loaded, Loaded::Unreadable { .. }),
            "{state:?}"
        );
        let mut known = BTreeSet::new();
        if let Loaded::Restored(it) = finish(tab(&self.world, "reader").load("x")) {
            assert_eq!(it.repairs, [], "one commit puts everything right");
            let mut next: Vec<u32> = it.records.iter().map(value).collect();
            while let Some(value) = next.pop() {
                if known.insert(value) {
                    next.extend(self.replaced.get(&value).copied().flatten());
                }
            }
        }
        let world = self.world.borrow();
        let texts: BTreeSet<String> = world
            .tables
            .values()
            .chain([&world.journal])
            .flat_map(|it| it.values().cloned())
            .collect();
        Reckoning {
            lost: self.saved.difference(&known).copied().collect(),
            saved: self.saved.len(),
            overwritten: self
                .rubbish
                .into_iter()
                .filter(|it| !texts.contains(it))
                .collect(),
        }
    }
}

/// What a browser has come to.
pub(crate) struct Reckoning {
    pub(crate) saved: usize,
    pub(crate) lost: Vec<u32>,
    overwritten: Vec<String>,
}

fn value(record: &StoredRecord) -> u32 {
    record
        .body
        .as_deref()
        .and_then(|it| it.parse().ok())
        .expect("every body is a value")
}

fn a_tab() -> impl Strategy<Value = usize> {
    0..2_usize
}

fn a_medium() -> impl Strategy<Value = Medium> {
    prop_oneof![Just(Medium::Journal), Just(Medium::Database)]
}

fn any_medium() -> impl Strategy<Value = Medium> {
    prop::sample::select(Medium::ALL.to_vec())
}

/// With and without copy files.
fn a_browser() -> impl Strategy<Value = bool> {
    any::<bool>()
}

fn start(has_copy: bool) -> Browser {
    if has_copy {
        Browser::with_copy()
    } else {
        Browser::start()
    }
}

fn ordinary() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (a_tab(), 0..RECORDS.len()).prop_map(|(tab, record)| Event::Edit(tab, record)),
        4 => a_tab().prop_map(Event::Commit),
        6 => a_tab().prop_map(Event::Step),
        3 => a_tab().prop_map(Event::Finish),
        2 => a_tab().prop_map(Event::Refresh),
        1 => a_tab().prop_map(Event::Reload),
    ]
}

fn faulty() -> impl Strategy<Value = Event> {
    let fault = prop_oneof![
        Just(Fault::Refuse),
        Just(Fault::RefuseLate),
        Just(Fault::Forget),
        Just(Fault::Stale)
    ];
    prop_oneof![
        12 => ordinary(),
        3 => (0..6_usize, fault).prop_map(|(after, fault)| Event::Fault(after, fault)),
        1 => (0..6_usize).prop_map(Event::Kill),
        1 => any_medium().prop_map(Event::Block),
        1 => Just(Event::BlockBoth),
        1 => (any_medium(), 0..900_usize).prop_map(|(medium, size)| Event::Full(medium, size)),
        1 => Just(Event::Unblock),
    ]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn nothing_called_saved_is_ever_lost(
        has_copy in a_browser(),
        events in prop::collection::vec(faulty(), 0..80),
    ) {
        let mut browser = start(has_copy);
        browser.play(&events);
        prop_assert_eq!(browser.reckon().lost, Vec::<u32>::new());
    }

    #[test]
    fn one_intact_medium_is_enough(
        has_copy in a_browser(),
        events in prop::collection::vec(
            prop_oneof![
                12 => ordinary(),
                1 => (any_medium(), any::<bool>()).prop_map(|(medium, reload)| Event::Wipe(medium, reload)),
            ],
            0..80,
        ),
        last in any_medium(),
    ) {
        let mut browser = start(has_copy);
        browser.play(&events);
        browser.happen(Event::Wipe(last, true));
        prop_assert_eq!(browser.reckon().lost, Vec::<u32>::new());
    }

    #[test]
    fn a_bit_that_turns_over_is_noticed_and_the_other_medium_used(
        has_copy in a_browser(),
        events in prop::collection::vec(
            prop_oneof![
                12 => ordinary(),
                1 => (any_medium(), 0..RECORDS.len(), any::<usize>())
                    .prop_map(|(medium, record, bit)| Event::Flip(medium, record, bit)),
            ],
            0..60,
        ),
    ) {
        let mut browser = start(has_copy);
        browser.play(&events);
        let reckoning = browser.reckon();
        prop_assert_eq!(reckoning.lost, Vec::<u32>::new());
        prop_assert_eq!(reckoning.overwritten, Vec::<String>::new());
    }

    #[test]
    fn nothing_unread_is_ever_overwritten(
        has_copy in a_browser(),
        events in prop::collection::vec(
            prop_oneof![
                8 => ordinary(),
                2 => (a_medium(), 0..RECORDS.len()).prop_map(|(medium, record)| Event::Spoil(medium, record)),
                1 => (0..6_usize).prop_map(|after| Event::Fault(after, Fault::Refuse)),
            ],
            0..80,
        ),
    ) {
        let mut browser = start(has_copy);
        browser.play(&events);
        prop_assert_eq!(browser.reckon().overwritten, Vec::<String>::new());
    }

    #[test]
    fn the_copy_files_alone_are_enough(events in prop::collection::vec(ordinary(), 0..60)) {
        let mut browser = Browser::with_copy();
        browser.play(&events);
        browser.happen(Event::Wipe(Medium::Journal, false));
        {
            let mut world = browser.world.borrow_mut();
            world.journal.clear();
            world.tables.clear();
        }
        browser.happen(Event::Kill(0));
        prop_assert_eq!(browser.reckon().lost, Vec::<u32>::new());
    }

    #[test]
    fn what_was_called_saved_survives_the_loss_of_database_and_journal_at_any_moment(
        events in prop::collection::vec(
            prop_oneof![
                12 => ordinary(),
                1 => (0..6_usize, prop_oneof![Just(Fault::Refuse), Just(Fault::RefuseLate)])
                    .prop_map(|(after, fault)| Event::Fault(after, fault)),
                1 => (0..6_usize).prop_map(Event::Kill),
                1 => any_medium().prop_map(Event::Block),
                1 => Just(Event::Unblock),
            ],
            0..60,
        ),
    ) {
        // Copy files that cannot even be made are as good as none: these are there before anything goes wrong.
        prop_assert_eq!(lost_but_for_the_copy_files(&events), Vec::<u32>::new());
    }
}

/// What was called saved and is not in the copy files, in a browser in which these were there before all this.
fn lost_but_for_the_copy_files(events: &[Event]) -> Vec<u32> {
    let mut browser = Browser::with_copy();
    browser.play(&[Event::Commit(0), Event::Finish(0)]);
    browser.play(events);
    browser.tabs.iter_mut().for_each(|it| it.saving = None);
    {
        let mut world = browser.world.borrow_mut();
        world.journal.clear();
        world.tables.clear();
    }
    browser.reckon().lost
}

#[test]
fn copy_files_that_refused_at_first_are_read_before_anything_takes_the_place_of_what_they_hold() {
    use Event::{Block, Commit, Edit, Finish, Kill, Refresh, Unblock};
    let events = [
        Edit(1, 0),
        Event::Fault(3, Fault::Refuse),
        Edit(1, 0),
        Edit(0, 0),
        Edit(0, 0),
        Commit(1),
        Finish(1),
        Block(Medium::Database),
        Edit(0, 0),
        Block(Medium::Copy),
        Kill(3),
        Commit(1),
        Unblock,
        Block(Medium::Copy),
        Finish(1),
        Commit(0),
        Unblock,
        Refresh(0),
    ];
    assert_eq!(lost_but_for_the_copy_files(&events), Vec::<u32>::new());
}

#[test]
fn an_edit_made_while_nothing_could_be_read_is_kept_beside_what_the_copy_files_turn_out_to_hold() {
    use Event::{Block, Commit, Edit, Finish, Kill, Refresh, Unblock};
    let events = [
        Edit(0, 0),
        Edit(0, 2),
        Commit(0),
        Finish(0),
        Edit(0, 2),
        Edit(0, 0),
        Commit(0),
        Finish(0),
        Block(Medium::Copy),
        Event::Fault(1, Fault::Refuse),
        Block(Medium::Database),
        Refresh(0),
        Kill(0),
        Edit(0, 2),
        Unblock,
        Commit(0),
        Finish(0),
    ];
    assert_eq!(lost_but_for_the_copy_files(&events), Vec::<u32>::new());
}

#[test]
fn a_database_that_could_not_be_read_at_first_is_read_before_the_copy_files_are_written() {
    use Event::{Block, Commit, Edit, Finish, Kill, Refresh, Reload, Step, Unblock};
    let events = [
        Edit(0, 0),
        Commit(0),
        Finish(0),
        Edit(0, 0),
        Edit(1, 0),
        Commit(1),
        Step(1),
        Step(1),
        Kill(2),
        Edit(0, 0),
        Edit(0, 0),
        Edit(0, 0),
        Block(Medium::Database),
        Reload(0),
        Unblock,
        Commit(0),
        Refresh(0),
    ];
    assert_eq!(lost_but_for_the_copy_files(&events), Vec::<u32>::new());
}

#[test]
fn of_two_tabs_that_make_the_other_copy_file_the_current_one_the_later_looks_again() {
    use Event::{Commit, Edit, Finish, Refresh, Step};
    let events = [
        Commit(0),
        Commit(1),
        Edit(0, 2),
        Edit(0, 0),
        Finish(0),
        Edit(1, 2),
        Step(1),
        Step(1),
        Commit(0),
        Edit(0, 0),
        Step(1),
        Edit(0, 2),
        Step(1),
        Refresh(0),
        Step(1),
    ];
    assert_eq!(lost_but_for_the_copy_files(&events), Vec::<u32>::new());
}

#[test]
fn what_a_tab_owes_the_copy_files_it_owes_for_the_version_that_another_tab_makes_of_it() {
    use Event::{Block, Commit, Edit, Finish, Refresh, Reload, Step};
    for events in [
        &[
            Edit(0, 0),
            Reload(1),
            Commit(1),
            Block(Medium::Copy),
            Finish(1),
            Refresh(0),
            Commit(0),
            Refresh(0),
        ][..],
        &[
            Event::Kill(0),
            Edit(1, 0),
            Reload(0),
            Commit(0),
            Edit(0, 0),
            Commit(1),
            Block(Medium::Copy),
            Finish(1),
            Edit(0, 0),
            Commit(0),
            Step(0),
            Step(0),
            Refresh(1),
            Commit(1),
            Commit(0),
            Finish(1),
        ],
    ] {
        assert_eq!(lost_but_for_the_copy_files(events), Vec::<u32>::new());
    }
}
