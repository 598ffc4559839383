//! What a page that asks keeps for the time it is open: the current question, which parts are open, and the keys that act on them.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{card_id, words_id};
use crate::assessment::Rating;
use crate::catalog::RequirementId;
use crate::web::browser;
use crate::web::components::rating_field::RATING_KEYS;
use crate::web::keyboard;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};
use crate::web::vault::SaveState;

/// A part of a question that opens on demand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Panel {
    /// What the question means and what an auditor wants.
    Guidance,
    /// The user's note.
    Note,
    /// The evidence.
    Evidence,
    /// Owner and dates.
    Duty,
    /// The documents of the register that belong to it.
    Documents,
}

impl Panel {
    /// The word that stands for the part in ids and keys of texts.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Guidance => "guidance",
            Self::Note => "note",
            Self::Evidence => "evidence",
            Self::Duty => "duty",
            Self::Documents => "documents",
        }
    }
}

/// Which way the keys lead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Way {
    /// To the next question.
    Forward,
    /// To the question before.
    Back,
}

/// A handle to pass around freely; its signals belong to the page that made it.
#[derive(Clone, Copy)]
pub(crate) struct Sitting {
    session: Session,
    ids: Memo<Vec<RequirementId>>,
    current: RwSignal<Option<RequirementId>>,
    open: RwSignal<Vec<(RequirementId, Panel)>>,
    said: RwSignal<String>,
    read_only: Memo<bool>,
    /// Takes over where the list ends, and learns of every step.
    on_step: Callback<(Option<RequirementId>, Way)>,
    /// Whether the questions show their notes and evidence.
    has_panels: bool,
}

impl Sitting {
    /// Makes the sitting of a page and listens for its keys. Made in a component's body, so that it ends with the page.
    ///
    /// `on_step` gets the question that J, K and the arrow keys lead to, or none where the list ends.
    pub(crate) fn new(
        ids: Memo<Vec<RequirementId>>,
        has_panels: bool,
        on_step: Callback<(Option<RequirementId>, Way)>,
    ) -> Self {
        let session = Session::get();
        let save_state = session.save_state();
        let sitting = Self {
            session,
            ids,
            current: RwSignal::new(ids.with_untracked(|it| it.first().copied())),
            open: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            read_only: Memo::new(move |_| {
                save_state.with(|it| matches!(it, SaveState::ReadOnly { .. }))
            }),
            on_step,
            has_panels,
        };
        keyboard::on_key(move |event| sitting.on_key(event));
        sitting
    }

    /// What was last done by a key, for screen readers.
    pub(crate) fn said(self) -> Signal<String> {
        self.said.into()
    }

    /// Whether edits are refused, because a newer version has written the data.
    pub(crate) fn read_only(self) -> Memo<bool> {
        self.read_only
    }

    /// Whether a question is the one that the keys act on.
    pub(crate) fn is_current(self, id: RequirementId) -> Memo<bool> {
        Memo::new(move |_| self.current.get() == Some(id))
    }

    /// The question that the keys act on.
    pub(crate) fn current(self) -> Option<RequirementId> {
        self.current.get_untracked()
    }

    /// Makes a question the current one, because the focus has moved into it.
    pub(crate) fn enter(self, id: RequirementId) {
        if self.current.get_untracked() != Some(id) {
            self.current.set(Some(id));
        }
    }

    /// Makes a question the current one and brings it into sight.
    pub(crate) fn show(self, id: RequirementId) {
        self.enter(id);
        self.soon(id, move || browser::show(&card_id(id), &words_id(id)));
    }

    /// Moves the focus into a question that is about to stand, unless the keys have gone on by then: a focus that comes
    /// late would lead them back to a question that was left.
    fn soon(self, id: RequirementId, action: impl FnOnce() + 'static) {
        browser::soon(move || {
            // The page, and the signal with it, may be gone.
            if self.current.try_get_untracked().flatten() == Some(id) {
                action();
            }
        });
    }

    /// Gives a rating, or takes it away.
    pub(crate) fn rate(self, id: RequirementId, rating: Option<Rating>) {
        self.session
            .edit_answer("edit-rating", id, |it| it.rate(rating, browser::today()));
    }

    /// Marks a question for discussion, or takes the mark away.
    pub(crate) fn turn_flag(self, id: RequirementId) {
        self.session
            .edit_answer("edit-flag", id, |it| it.flagged = !it.flagged);
    }

    /// Whether a part of a question is open.
    pub(crate) fn is_open(self, id: RequirementId, panel: Panel) -> Memo<bool> {
        Memo::new(move |_| self.open.with(|it| it.contains(&(id, panel))))
    }

    /// Opens or closes a part of a question.
    pub(crate) fn turn(self, id: RequirementId, panel: Panel) {
        let is_open = self.open.with_untracked(|it| it.contains(&(id, panel)));
        self.set_open(&[id], panel, !is_open);
    }

    /// Opens or closes the same part of some questions.
    pub(crate) fn set_open(self, ids: &[RequirementId], panel: Panel, is_open: bool) {
        self.open.update(|it| {
            it.retain(|(id, other)| *other != panel || !ids.contains(id));
            if is_open {
                it.extend(ids.iter().map(|id| (*id, panel)));
            }
        });
    }

    /// Opens what is filled already: notes and evidence, and the guidance where the user wants it open.
    pub(crate) fn open_filled(self, ids: &[RequirementId], with_guidance: bool) {
        let open = self.session.document().with_untracked(|document| {
            let filled = |id: RequirementId| {
                let answer = document.answer(&catalog().requirement(id).id);
                let note = answer
                    .is_some_and(|it| !it.note.is_empty())
                    .then_some((id, Panel::Note));
                let evidence = answer
                    .is_some_and(|it| !it.evidence.is_empty())
                    .then_some((id, Panel::Evidence));
                [
                    with_guidance.then_some((id, Panel::Guidance)),
                    note,
                    evidence,
                ]
            };
            ids.iter().flat_map(|it| filled(*it)).flatten().collect()
        });
        self.open.set(open);
    }

    /// Opens the note and goes to it.
    pub(crate) fn write_note(self, id: RequirementId) {
        self.enter(id);
        self.set_open(&[id], Panel::Note, true);
        self.soon(id, move || browser::focus(&format!("{}-note", card_id(id))));
    }

    /// Opens the evidence and the form for a new item.
    pub(crate) fn add_evidence(self, id: RequirementId) {
        self.enter(id);
        self.set_open(&[id], Panel::Evidence, true);
        self.soon(id, move || {
            browser::press(&format!("{}-evidence-add", card_id(id)))
        });
    }

    fn on_key(self, event: &KeyboardEvent) -> bool {
        let key = event.key();
        let way = match key.as_str() {
            "j" | "J" => Some(Way::Forward),
            "k" | "K" => Some(Way::Back),
            // On a radio button the arrow keys choose, and that must stay so.
            "ArrowRight" if !browser::is_on_radio() => Some(Way::Forward),
            "ArrowLeft" if !browser::is_on_radio() => Some(Way::Back),
            _ => None,
        };
        if let Some(way) = way {
            self.step(way);
            return true;
        }
        let Some(id) = self.current.get_untracked() else {
            return false;
        };
        if let Some((_, rating)) = RATING_KEYS.iter().find(|(it, _)| *it == key) {
            self.rate(id, Some(*rating));
            self.say("question-said-rating", id, tr_key("rating", rating.key()));
            browser::reveal_soon(card_id(id));
            return true;
        }
        match key.as_str() {
            "f" | "F" => {
                self.turn_flag(id);
                let flagged = self.session.document().with_untracked(|it| {
                    it.answer(&catalog().requirement(id).id)
                        .is_some_and(|it| it.flagged)
                });
                self.say(
                    "question-said-flag",
                    id,
                    tr(if flagged {
                        "question-flagged"
                    } else {
                        "question-not-flagged"
                    }),
                );
                browser::reveal_soon(card_id(id));
            }
            "n" | "N" if self.has_panels => self.write_note(id),
            "e" | "E" if self.has_panels => self.add_evidence(id),
            _ => return false,
        }
        true
    }

    fn say(self, key: &'static str, id: RequirementId, what: &str) {
        let number = catalog().requirement(id).id.as_str();
        self.said.set(tr_with(
            key,
            &[("question", number.into()), ("what", what.into())],
        ));
    }

    fn step(self, way: Way) {
        let next = self.ids.with_untracked(|ids| {
            let at = ids
                .iter()
                .position(|it| Some(*it) == self.current.get_untracked());
            let at = match way {
                Way::Forward => at.map_or(Some(0), |it| it.checked_add(1)),
                Way::Back => at.and_then(|it| it.checked_sub(1)),
            };
            at.and_then(|it| ids.get(it).copied())
        });
        if let Some(id) = next {
            self.show(id);
        }
        self.on_step.run((next, way));
    }
}
