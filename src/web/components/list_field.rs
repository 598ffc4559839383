//! A list of short lines that grows and shrinks by keyboard.
//!
//! There is always an empty line at the end to type into. Enter goes to the next line or makes one; Backspace in an empty line takes it away.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::draft;
use crate::web::browser;
use crate::web::text::{tr, tr_with};

/// The most lines a list takes.
const MOST_LINES: usize = 100;

/// The longest text of a field in UTF-16 units.
const LONGEST: u32 = 200;

/// One line: a field for each column.
#[derive(Clone, PartialEq, Eq)]
struct Line {
    key: u32,
    fields: Vec<String>,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.fields.iter().all(|it| it.trim().is_empty())
    }
}

/// The list. Blank lines are not handed over.
#[component]
pub(crate) fn ListField(
    /// What the list holds.
    #[prop(into)]
    legend: String,
    /// A sentence under the legend.
    #[prop(optional, into)]
    hint: String,
    /// The label of each column, in the singular; more than one column shows them.
    columns: Vec<&'static str>,
    /// What is stored: the fields of each line.
    #[prop(into)]
    value: Signal<Vec<Vec<String>>>,
    /// Takes the new list.
    on_commit: Callback<Vec<Vec<String>>>,
) -> impl IntoView {
    let id = super::fresh_id("list");
    let hint_id = format!("{id}-hint");
    let width = columns.len();
    let lines = RwSignal::new(Vec::new());
    let list = List {
        lines,
        next: StoredValue::new(0),
        width,
        on_pause: Callback::new(move |_| on_commit.run(in_use(lines))),
        stem: StoredValue::new(id),
    };
    // Follows what is stored, but never takes away what is being typed: only another content, such as after undo, replaces the lines.
    Effect::new(move |_| {
        let stored = value.get();
        if stored != in_use(lines) || lines.with_untracked(Vec::is_empty) {
            list.replace(stored);
        }
    });
    let several = width > 1;
    let heads = several.then(|| {
        let head = |it: &&'static str| view! { <span class="list-field__head">{*it}</span> }.into_any();
        view! { <div class="list-field__heads" aria-hidden="true">{columns.iter().map(head).collect_view()}</div> }
    });
    let row = move |key: u32| view! { <ListLine list key columns=columns.clone()/> };
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    view! {
        <fieldset class="list-field" data-columns=width aria-describedby=described>
            <legend class="list-field__legend">{legend}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="list-field__hint" id=hint_id>{hint}</p> })}
            {heads}
            <For each=move || list.keys() key=|it| *it children=row/>
        </fieldset>
    }
    .into_any()
}

/// What is to be stored: the lines that are not blank.
fn in_use(lines: RwSignal<Vec<Line>>) -> Vec<Vec<String>> {
    lines.with_untracked(|it| {
        it.iter()
            .filter(|it| !it.is_blank())
            .map(|it| it.fields.clone())
            .collect()
    })
}

/// The lines as they stand in the fields.
#[derive(Clone, Copy)]
struct List {
    lines: RwSignal<Vec<Line>>,
    next: StoredValue<u32>,
    width: usize,
    /// Hands the lines in use over. Takes a text only because drafts are texts.
    on_pause: Callback<String>,
    stem: StoredValue<String>,
}

impl List {
    fn keys(self) -> Vec<u32> {
        self.lines.with(|it| it.iter().map(|it| it.key).collect())
    }

    fn blank(self) -> Line {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        Line {
            key,
            fields: vec![String::new(); self.width],
        }
    }

    fn replace(self, content: Vec<Vec<String>>) {
        let mut lines: Vec<Line> = content
            .into_iter()
            .map(|fields| Line {
                fields,
                ..self.blank()
            })
            .collect();
        lines.push(self.blank());
        self.lines.set(lines);
    }

    fn place(self, key: u32) -> Option<usize> {
        self.lines
            .with_untracked(|it| it.iter().position(|it| it.key == key))
    }

    fn field_id(self, key: u32, column: usize) -> String {
        self.stem.with_value(|it| format!("{it}-{key}-{column}"))
    }

    /// Moves the focus to the first field of the line at a place, once it is there.
    fn focus(self, place: usize) {
        let key = self
            .lines
            .with_untracked(|it| it.get(place).or(it.last()).map(|it| it.key));
        if let Some(key) = key {
            let id = self.field_id(key, 0);
            // At once where the line is there already, so that no letter of somebody who types on goes astray.
            if browser::element(&id).is_some() {
                browser::focus(&id);
            } else {
                request_animation_frame(move || browser::focus(&id));
            }
        }
    }

    fn write(self, key: u32, column: usize, text: String) {
        let blank = self.blank();
        self.lines.update(|lines| {
            if let Some(field) = lines
                .iter_mut()
                .find(|it| it.key == key)
                .and_then(|it| it.fields.get_mut(column))
            {
                *field = text;
            }
            if lines.len() < MOST_LINES && lines.last().is_some_and(|it| !it.is_blank()) {
                lines.push(blank);
            }
        });
        draft::note(String::new(), self.on_pause);
    }

    /// Goes to the line below; between two lines that are in use it makes a new one.
    fn next_line(self, key: u32) {
        let Some(place) = self.place(key) else { return };
        let blank = self.blank();
        self.lines.update(|lines| {
            let here_in_use = lines.get(place).is_some_and(|it| !it.is_blank());
            let below_in_use = lines.get(place + 1).is_some_and(|it| !it.is_blank());
            if here_in_use && below_in_use && lines.len() < MOST_LINES {
                lines.insert(place + 1, blank);
            }
        });
        self.focus(place + 1);
    }

    /// Takes a line away and goes to the given place.
    fn take_away(self, key: u32, then: usize) {
        let blank = self.blank();
        self.lines.update(|lines| {
            lines.retain(|it| it.key != key);
            if lines.last().is_none_or(|it| !it.is_blank()) {
                lines.push(blank);
            }
        });
        self.on_pause.run(String::new());
        self.focus(then);
    }
}

#[component]
fn ListLine(list: List, key: u32, columns: Vec<&'static str>) -> impl IntoView {
    let line = Memo::new(move |_| {
        list.lines.with(|it| {
            it.iter()
                .position(|it| it.key == key)
                .and_then(|place| Some((place, it.get(place)?.clone())))
        })
    });
    let number = Memo::new(move |_| line.with(|it| it.as_ref().map_or(0, |(place, _)| place + 1)));
    let in_use =
        Memo::new(move |_| line.with(|it| it.as_ref().is_some_and(|(_, it)| !it.is_blank())));
    let field = |(column, label): (usize, &'static str)| {
        let text = Memo::new(move |_| {
            line.with(|it| {
                it.as_ref()
                    .and_then(|(_, it)| it.fields.get(column).cloned())
                    .unwrap_or_default()
            })
        });
        let on_key = move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                draft::hand_over();
                list.next_line(key);
            }
            "Backspace" if !in_use.get_untracked() => {
                let place = list.place(key).unwrap_or_default();
                let is_last = list.lines.with_untracked(|it| place + 1 >= it.len());
                if place > 0 {
                    event.prevent_default();
                    if is_last {
                        list.focus(place - 1)
                    } else {
                        list.take_away(key, place - 1)
                    }
                }
            }
            _ => {}
        };
        let name = move || {
            tr_with(
                "list-line",
                &[("label", label.into()), ("number", number.get().into())],
            )
        };
        view! {
            <input id=list.field_id(key, column) class="list-field__input" type="text" maxlength=LONGEST autocomplete="off" aria-label=name
                prop:value=move || text.get() on:keydown=on_key on:blur=|_| draft::hand_over()
                on:input:target=move |event| list.write(key, column, event.target().value())/>
        }
        .into_any()
    };
    let fields = columns.into_iter().enumerate().map(field).collect_view();
    let remove_name = move || {
        let text = line.with(|it| {
            it.as_ref()
                .and_then(|(_, it)| it.fields.first().cloned())
                .unwrap_or_default()
        });
        tr_with("list-remove", &[("text", text.into())])
    };
    view! {
        <div class="list-field__line">
            {fields}
            <button type="button" class="button list-field__remove" data-tone="quiet" aria-label=remove_name title=tr("remove") disabled=move || !in_use.get()
                on:click=move |_| list.take_away(key, list.place(key).unwrap_or_default())>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/></svg>
            </button>
        </div>
    }
    .into_any()
}
