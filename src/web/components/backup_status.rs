//! The header's word on the last backup, the reminder, and the dialog behind both.

use std::time::Duration;

use leptos::prelude::*;

use super::backup_desk::{BackupDesk, Contents};
use super::dialog::Dialog;
use super::shown_while;
use crate::exchange::BackupStanding;
use crate::web::backup;
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{tr, tr_key, tr_with};

/// How long nothing has to change before the changes are counted: that takes a look at every record, and somebody who goes on answering must not wait for it.
const PAUSE: Duration = Duration::from_secs(1);

/// How old the last backup is and what has changed since; opens the dialog in which one is made and checked.
#[component]
pub(crate) fn BackupStatus() -> impl IntoView {
    let session = Session::get();
    let standing = RwSignal::new(None::<BackupStanding>);
    let reminder = RwSignal::new(false);
    let hint = RwSignal::new(false);
    let kept = RwSignal::new(None::<bool>);
    let open = RwSignal::new(false);
    leptos::task::spawn_local_scoped(async move {
        let found = browser::is_persisted().await;
        kept.try_set(found);
    });
    let look = move || {
        let (log, today) = (backup::log(), browser::today());
        let is_kept = kept.try_get_untracked().flatten() == Some(true);
        let works = session.document().with_untracked(|it| {
            let last = log.backups.get(&it.id);
            let found = BackupStanding::of(last, it, today);
            standing.try_set(Some(found));
            reminder.try_set(log.is_reminder_due(it, found, today, is_kept));
            !it.about.sample && !it.answers.is_empty()
        });
        if works
            && !log.told_to_install
            && browser::evicts_after_a_week()
            && !browser::is_installed()
        {
            hint.try_set(true);
            backup::change_log(|it| it.told_to_install = true);
        }
        // A first save in this tab of answers of one's own: now there is something to keep, and a question makes sense.
        let has_saved = session.saved_at().with_untracked(|it| !it.is_empty());
        if works
            && has_saved
            && !log.asked_to_keep
            && kept.try_get_untracked().flatten() == Some(false)
        {
            backup::change_log(|it| it.asked_to_keep = true);
            ask_to_keep(kept);
        }
    };
    // A memo: each save sets it anew, mostly to the same minute.
    let saved_at = Memo::new(move |_| session.saved_at().get());
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        session.document().track();
        saved_at.track();
        kept.track();
        backup::follow_log();
        if let Some(timer) = before.flatten() {
            timer.clear();
        }
        set_timeout_with_handle(look, PAUSE).ok()
    });
    // A tab may stay open for days.
    let focused = window_event_listener_untyped("focus", move |_| look());
    on_cleanup(move || focused.remove());
    // Each look finds it anew, mostly the same; and to make the button again would cost more than all else of an edit.
    let told = Memo::new(move |_| standing.get());
    let is_told = Memo::new(move |_| told.with(Option::is_some));
    view! {
        {shown_while(is_told, move || view! {
            <button type="button" class="button backup-status" data-tone="quiet" data-state=move || told.get().map(BackupStanding::key)
                aria-haspopup="dialog" on:click=move |_| open.set(true)>
                <span class="backup-status__words">{move || told.get().map(|it| words("backup-status", it))}</span>
            </button>
        })}
        <Reminder standing reminder open/>
        <Hint hint/>
        <Dialog title=tr("backup-title") open>
            <p>{move || told.get().map(|it| words("backup-state", it))}</p>
            <BackupDesk contents=Contents::Open/>
        </Dialog>
    }
    .into_any()
}

/// Asks the browser to keep the data; the answer decides how soon the user is reminded.
fn ask_to_keep(kept: RwSignal<Option<bool>>) {
    #[expect(
        clippy::disallowed_methods,
        reason = "some browsers ask the user, who may have left the page before answering"
    )]
    leptos::task::spawn_local(async move {
        let granted = browser::persist().await;
        kept.try_set(granted);
    });
}

/// A standing in words, from the texts of a group.
fn words(group: &str, standing: BackupStanding) -> String {
    let key = format!("{group}-{}", standing.key());
    match standing {
        BackupStanding::Never { .. } => tr_key(group, standing.key()).to_owned(),
        BackupStanding::Known { days, changes } => {
            tr_with(&key, &[("days", days.into()), ("changes", changes.into())])
        }
    }
}

/// Says that much has changed since the last backup; put off, it comes back on another day.
#[component]
fn Reminder(
    standing: RwSignal<Option<BackupStanding>>,
    reminder: RwSignal<bool>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let is_due = Memo::new(move |_| reminder.get());
    let changes = move || match standing.get() {
        Some(BackupStanding::Never { entries }) => entries,
        Some(BackupStanding::Known { changes, .. }) => changes,
        None => 0,
    };
    let put_off = move |_| backup::change_log(|it| it.reminded = Some(browser::today()));
    view! {
        <Show when=move || is_due.get()>
            <div class="backup-status__note" data-tone="warning" role="status">
                <p>{move || tr_with("backup-reminder", &[("changes", changes().into())])}</p>
                <button type="button" class="button" data-size="small" on:click=move |_| open.set(true)>{tr("backup-reminder-open")}</button>
                <button type="button" class="button" data-size="small" data-tone="quiet" on:click=put_off>{tr("backup-reminder-later")}</button>
            </div>
        </Show>
    }
    .into_any()
}

/// Says once that this browser deletes what is not visited.
#[component]
fn Hint(hint: RwSignal<bool>) -> impl IntoView {
    let is_shown = Memo::new(move |_| hint.get());
    view! {
        <Show when=move || is_shown.get()>
            <div class="backup-status__note" data-tone="warning" role="status">
                <p>{tr("install-hint")}</p>
                <button type="button" class="button" data-size="small" on:click=move |_| hint.set(false)>{tr("install-hint-close")}</button>
            </div>
        </Show>
    }
    .into_any()
}
