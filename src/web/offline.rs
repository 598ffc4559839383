//! The service worker: registered once the app is usable, updated only on the user's word.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use super::browser;
use super::session::Session;

/// Whether a newer build waits to be used.
#[derive(Clone, Copy)]
pub(crate) struct Update(RwSignal<bool>);

impl Update {
    /// Makes the handle; once, at the root.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// The handle of the app.
    ///
    /// # Panics
    ///
    /// Outside the app's component tree.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Whether a newer build waits.
    pub(crate) fn is_waiting(self) -> Signal<bool> {
        self.0.into()
    }

    /// Registers the service worker where there can be one, and watches for a newer build.
    pub(crate) fn register(self) {
        // A build without an id is a development build: it has no list of files to keep.
        let boot = browser::Boot::take();
        let is_release = boot.text("build").is_some_and(|it| !it.starts_with("__"));
        // The single file is whole by itself, also where somebody serves it.
        let Some(container) = container().filter(|_| is_release && !boot.is_single_file()) else {
            return;
        };
        #[expect(
            clippy::disallowed_methods,
            reason = "the registration outlives every page; its signal lives at the root"
        )]
        leptos::task::spawn_local(async move {
            let Ok(found) = JsFuture::from(container.register("./sw.js")).await else {
                return;
            };
            let Ok(found) = found.dyn_into::<ServiceWorkerRegistration>() else {
                return;
            };
            if found.waiting().is_some() && container.controller().is_some() {
                self.0.set(true);
            }
            watch(&found, container, self.0);
        });
    }

    /// Lets the newer build take over, after everything has been saved; the page loads anew when it has.
    pub(crate) async fn take(self, session: Session) {
        session.vault().flush().await;
        let Some(container) = container() else { return };
        let Some(registration) = registration(&container).await else {
            return;
        };
        let Some(waiting) = registration.waiting() else {
            return;
        };
        let reload = Closure::once_into_js(browser::reload);
        container.set_oncontrollerchange(Some(reload.unchecked_ref()));
        let message = js_sys::Object::new();
        // Setting a property of a plain object cannot fail.
        let _ = js_sys::Reflect::set(&message, &"type".into(), &"activate".into());
        let _ = waiting.post_message(&message);
    }
}

/// Tells when a newer build has been fetched whole.
fn watch(
    registration: &ServiceWorkerRegistration,
    container: ServiceWorkerContainer,
    ready: RwSignal<bool>,
) {
    let found = registration.clone();
    let on_found = Closure::<dyn Fn()>::new(move || {
        let Some(worker) = found.installing() else {
            return;
        };
        let (container, changing) = (container.clone(), worker.clone());
        let on_change = Closure::<dyn Fn()>::new(move || {
            // Without a controller this is the very first build, and nothing is newer than it.
            if changing.state() == ServiceWorkerState::Installed && container.controller().is_some()
            {
                ready.set(true);
            }
        });
        worker.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget();
    });
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    on_found.forget();
}

async fn registration(container: &ServiceWorkerContainer) -> Option<ServiceWorkerRegistration> {
    JsFuture::from(container.get_registration())
        .await
        .ok()?
        .dyn_into()
        .ok()
}

/// The browser's service workers; `None` on `file://`, in insecure contexts and where site data is blocked.
fn container() -> Option<ServiceWorkerContainer> {
    let protocol = browser::window().location().protocol().ok()?;
    let allowed = protocol.starts_with("http") && browser::window().is_secure_context();
    let navigator = browser::window().navigator();
    let there =
        js_sys::Reflect::get(&navigator, &"serviceWorker".into()).is_ok_and(|it| it.is_object());
    (allowed && there).then(|| navigator.service_worker())
}
