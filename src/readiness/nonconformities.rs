//! The register of nonconformities: how far an entry has come, what it lacks before it may be closed, what is overdue, and trends.
//!
//! Correction removes the case, corrective action its cause; the effect is checked after some time (`domain/certification.md`, section 7).

use super::records::{Lack, Lacking, Lacks, Scene, filled};
use crate::assessment::workspace::{
    CorrectiveAction, Grade, Nonconformity, Reopening, Source, WorkspaceRecord,
};
use crate::catalog::{Catalog, Workspaces};
use crate::day::Day;

/// How far an entry has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NonconformityState {
    /// Raised; cause or action is missing.
    Raised,
    /// Cause and actions are known.
    Planned,
    /// Every action is done; the effect is to be checked.
    Done,
    /// The effect was checked and the failure stays away; it may be closed.
    Effective,
    /// Closed.
    Closed,
}

impl NonconformityState {
    /// Every state, in the order of progress.
    pub const ALL: [Self; 5] = [
        Self::Raised,
        Self::Planned,
        Self::Done,
        Self::Effective,
        Self::Closed,
    ];

    /// The word that stands for the state in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Effective => "effective",
            Self::Closed => "closed",
        }
    }
}

/// Whether an entry needs cause, action and a check of the effect. What nobody has graded may need them.
pub fn needs_cause(entry: &Nonconformity) -> bool {
    entry.grade.is_none_or(Grade::needs_cause)
}

/// What an entry lacks before it may be closed; remarks lack nothing.
///
/// Prevention acts before anything has failed, so nothing is corrected and nothing can be elsewhere.
pub fn missing_to_close(entry: &Nonconformity, today: Day) -> Vec<Lack> {
    let mut out = Vec::new();
    let mut need = |holds: bool, lack: Lack| {
        if !holds {
            out.push(lack);
        }
    };
    need(entry.grade.is_some(), Lack::NoGrade);
    if needs_cause(entry) {
        if entry.source != Source::Prevention {
            need(filled(&entry.correction), Lack::NoCorrection);
            need(filled(&entry.extent), Lack::NoExtent);
        }
        need(filled(&entry.cause), Lack::NoCause);
        need(!actions(entry).is_empty(), Lack::NoAction);
        need(
            actions(entry).iter().all(|it| is_done(it, today)),
            Lack::ActionOpen,
        );
        need(is_checked(entry, today), Lack::NoEffectCheck);
        need(entry.effective == Some(true), Lack::NotEffective);
    }
    out
}

/// The actions that say something.
fn actions(entry: &Nonconformity) -> Vec<&CorrectiveAction> {
    entry.actions.iter().filter(|it| filled(&it.text)).collect()
}

fn is_done(action: &CorrectiveAction, today: Day) -> bool {
    action.done_on.is_some_and(|it| it <= today)
}

/// Whether the effect was checked with measure, result and day.
fn is_checked(entry: &Nonconformity, today: Day) -> bool {
    filled(&entry.check_measure)
        && filled(&entry.check_result)
        && entry.checked_on.is_some_and(|it| it <= today)
}

/// Whether an entry is closed, and rightly so.
pub fn is_closed(entry: &Nonconformity, today: Day) -> bool {
    entry.closed_on.is_some_and(|it| it <= today) && missing_to_close(entry, today).is_empty()
}

/// How far an entry has come.
pub fn state(entry: &Nonconformity, today: Day) -> NonconformityState {
    if is_closed(entry, today) {
        return NonconformityState::Closed;
    }
    let missing = missing_to_close(entry, today);
    let lacks = |those: &[Lack]| missing.iter().any(|it| those.contains(it));
    if lacks(&[
        Lack::NoGrade,
        Lack::NoCorrection,
        Lack::NoExtent,
        Lack::NoCause,
        Lack::NoAction,
    ]) {
        NonconformityState::Raised
    } else if lacks(&[Lack::ActionOpen]) {
        NonconformityState::Planned
    } else if lacks(&[Lack::NoEffectCheck, Lack::NotEffective]) {
        NonconformityState::Done
    } else {
        NonconformityState::Effective
    }
}

/// Closes an entry.
///
/// # Errors
///
/// What it lacks; nothing is changed then.
pub fn close(entry: &mut Nonconformity, today: Day, by: &str) -> Result<(), Vec<Lack>> {
    let missing = missing_to_close(entry, today);
    if !missing.is_empty() {
        return Err(missing);
    }
    entry.closed_on = Some(today);
    by.trim().clone_into(&mut entry.closed_by);
    Ok(())
}

/// Takes an entry up again: the check of the effect starts anew, everything else stays.
pub fn reopen(entry: &mut Nonconformity, today: Day, reason: &str) {
    entry.closed_on = None;
    entry.closed_by.clear();
    entry.effective = None;
    entry.checked_on = None;
    entry.reopened.push(Reopening {
        on: Some(today),
        reason: reason.trim().to_owned(),
        ..Reopening::default()
    });
}

/// The next day by which something has to be done about an entry; `None` where it is closed or nothing is dated.
pub fn next_due(entry: &Nonconformity, today: Day) -> Option<Day> {
    if is_closed(entry, today) {
        return None;
    }
    let open = entry.actions.iter().filter(|it| !is_done(it, today));
    let answer = entry.answer_due.filter(|_| entry.accepted_on.is_none());
    let check = entry.check_due.filter(|_| entry.checked_on.is_none());
    open.filter_map(|it| it.due)
        .chain(answer)
        .chain(check)
        .chain(entry.due)
        .min()
}

/// Whether something that had to be done about an entry is late.
pub fn is_overdue(entry: &Nonconformity, today: Day) -> bool {
    next_due(entry, today).is_some_and(|it| it < today)
}

/// The phrase in a cause that names no cause, where there is one: why did the system let it happen?
///
/// It is a challenge and no refusal. Phrases are looked for as whole words, without regard to capital letters.
pub fn weak_cause<'a>(workspaces: &'a Workspaces, cause: &str) -> Option<&'a str> {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|it: char| !it.is_alphanumeric() && it != '-');
        parts
            .filter(|it| !it.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let said = words(cause);
    let phrases = workspaces.weak_causes.iter();
    phrases.map(String::as_str).find(|phrase| {
        let phrase = words(phrase);
        !phrase.is_empty() && said.windows(phrase.len()).any(|it| it == phrase)
    })
}

/// The leaf clause that an entry is about, from its requirement or as entered; empty where neither is known.
pub fn clause_of<'a>(catalog: &'a Catalog, entry: &'a Nonconformity) -> &'a str {
    catalog
        .find(&entry.requirement)
        .map_or(entry.clause.as_str(), |it| &catalog.requirement(it).clause)
}

/// How many entries share something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Share {
    /// What they share: a clause, or a cause as first written; empty for entries that say nothing about it.
    pub name: String,
    /// How many of them are open.
    pub open: usize,
    /// How many there are.
    pub all: usize,
}

/// The entries by clause, most first, equal ones by clause.
pub fn by_clause(catalog: &Catalog, entries: &[(String, Nonconformity)], today: Day) -> Vec<Share> {
    shares(entries, today, |it| clause_of(catalog, it).to_owned())
}

/// The entries by cause, most first. Causes that differ only in capital letters, spaces and full stops are one.
pub fn by_cause(entries: &[(String, Nonconformity)], today: Day) -> Vec<Share> {
    shares(entries, today, |it| {
        it.cause.trim().trim_end_matches('.').to_owned()
    })
}

/// Shares as bars: those that stand for themselves, and all others added up under no name.
///
/// What says nothing is none of the others: it stands for itself, however rare it is.
pub fn in_bars(shares: Vec<Share>, most: usize) -> (Vec<Share>, Option<Share>) {
    if shares.len() <= most {
        return (shares, None);
    }
    let says_nothing = |it: &Share| it.name.is_empty();
    let unnamed = usize::from(shares.iter().any(says_nothing));
    let mut left = most.saturating_sub(1 + unnamed);
    let mut rest = Share {
        name: String::new(),
        open: 0,
        all: 0,
    };
    let mut own = Vec::new();
    for share in shares {
        if says_nothing(&share) {
            own.push(share);
        } else if left > 0 {
            left -= 1;
            own.push(share);
        } else {
            rest.open += share.open;
            rest.all += share.all;
        }
    }
    (own, Some(rest))
}

fn shares(
    entries: &[(String, Nonconformity)],
    today: Day,
    name: impl Fn(&Nonconformity) -> String,
) -> Vec<Share> {
    let folded = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let mut out: Vec<Share> = Vec::new();
    for (_, entry) in entries {
        let name = name(entry);
        let open = usize::from(!is_closed(entry, today));
        match out.iter_mut().find(|it| folded(&it.name) == folded(&name)) {
            Some(share) => {
                share.open += open;
                share.all += 1;
            }
            None => out.push(Share { name, open, all: 1 }),
        }
    }
    out.sort_by(|a, b| b.all.cmp(&a.all).then_with(|| a.name.cmp(&b.name)));
    out
}

/// How many entries were raised and closed in one month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MonthCount {
    /// The first day of the month.
    pub month: Day,
    /// Raised in it.
    pub raised: usize,
    /// Closed in it.
    pub closed: usize,
    /// Open at its end, or today in the current month.
    pub open: usize,
}

/// The months up to today, the earliest first: as many as wanted.
pub fn by_month(entries: &[(String, Nonconformity)], months: u16, today: Day) -> Vec<MonthCount> {
    let (year, month, _) = today.parts();
    let Some(this) = Day::new(year, month, 1) else {
        return Vec::new();
    };
    let count = |back: i32| {
        let first = this.plus_months(-back);
        let last = first.plus_months(1).plus(-1).min(today);
        let within = |it: Option<Day>| it.is_some_and(|it| first <= it && it <= last);
        let all = || entries.iter().map(|it| &it.1);
        let open = all().filter(|it| {
            it.raised_on.is_some_and(|it| it <= last) && it.closed_on.is_none_or(|it| it > last)
        });
        MonthCount {
            month: first,
            raised: all().filter(|it| within(it.raised_on)).count(),
            closed: all().filter(|it| within(it.closed_on)).count(),
            open: open.count(),
        }
    };
    (0..i32::from(months)).rev().map(count).collect()
}

/// The entries of the organization itself, raised on the road to the certificate, that need a cause.
fn own<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = &'a (String, Nonconformity)> {
    scene.records.nonconformities.iter().filter(|(_, it)| {
        !it.source.is_external()
            && it.source != Source::Prevention
            && needs_cause(it)
            && scene.is_of_first_round(it.raised_on)
    })
}

/// Every nonconformity has correction, extent, cause, action, owner and date (gate C01).
pub(super) fn planned(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let mut reported = scene.records.audits.iter();
    let reported = reported.any(|(_, it)| it.is_reported(scene.today));
    lacks.need_item(reported, Lack::NotReported, None, "");
    for (id, it) in own(scene) {
        let key = Nonconformity::key(id);
        lacks.need(it.grade.is_some(), Lack::NoGrade, &key);
        lacks.need(filled(&it.owner), Lack::NoOwner, &key);
        lacks.need(filled(&it.correction), Lack::NoCorrection, &key);
        lacks.need(filled(&it.extent), Lack::NoExtent, &key);
        lacks.need(filled(&it.cause), Lack::NoCause, &key);
        let actions = actions(it);
        lacks.need(!actions.is_empty(), Lack::NoAction, &key);
        lacks.need(
            actions.iter().all(|it| filled(&it.owner)),
            Lack::NoActionOwner,
            &key,
        );
        lacks.need(
            actions.iter().all(|it| it.due.is_some()),
            Lack::NoActionDue,
            &key,
        );
    }
    lacks.found()
}

/// Every action is done; those of no major nonconformity may also be due before stage two (gate C02).
pub(super) fn done(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let stage_two = scene.records.certification.stage_two_first;
    for (id, it) in own(scene) {
        let key = Nonconformity::key(id);
        let may_wait = it.grade.is_some_and(|it| it != Grade::Major);
        let in_time = |due: Day| due >= scene.today && stage_two.is_none_or(|it| due < it);
        let actions = actions(it);
        lacks.need(!actions.is_empty(), Lack::NoAction, &key);
        let settled = actions
            .iter()
            .all(|it| is_done(it, scene.today) || (may_wait && it.due.is_some_and(in_time)));
        lacks.need(settled, Lack::ActionOpen, &key);
    }
    lacks.found()
}

/// Every nonconformity has a check of the effect that says yes, and is closed (gate C03).
pub(super) fn effective(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    for (id, it) in own(scene) {
        let key = Nonconformity::key(id);
        lacks.need(is_checked(it, scene.today), Lack::NoEffectCheck, &key);
        lacks.need(it.effective == Some(true), Lack::NotEffective, &key);
        lacks.need(scene.past(it.closed_on).is_some(), Lack::NotClosed, &key);
    }
    lacks.found()
}

/// Every preventive action of 2011 has cause, owner and date.
pub(super) fn prevention_planned(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let all = scene.records.nonconformities.iter();
    for (id, it) in all.filter(|(_, it)| it.source == Source::Prevention && needs_cause(it)) {
        let key = Nonconformity::key(id);
        let actions = actions(it);
        lacks.need(filled(&it.cause), Lack::NoCause, &key);
        lacks.need(!actions.is_empty(), Lack::NoAction, &key);
        lacks.need(
            actions.iter().all(|it| filled(&it.owner)),
            Lack::NoActionOwner,
            &key,
        );
        lacks.need(
            actions.iter().all(|it| it.due.is_some()),
            Lack::NoActionDue,
            &key,
        );
    }
    lacks.found()
}

/// What an entry lacks until it is closed.
pub(super) fn need_closed(lacks: &mut Lacks, scene: &Scene<'_>, id: &str, entry: &Nonconformity) {
    let key = Nonconformity::key(id);
    for lack in missing_to_close(entry, scene.today) {
        lacks.need(false, lack, &key);
    }
    lacks.need(scene.past(entry.closed_on).is_some(), Lack::NotClosed, &key);
}

#[cfg(test)]
mod tests;
