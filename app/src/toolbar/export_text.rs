//! The text as a file, when something in it looks like a secret.

use std::sync::Arc;

use leptos::prelude::*;

use super::redactions::Redactions;
use crate::engine::bundle;
use crate::platform::{editor, files};
use crate::state::{AppState, KeptSecrets, OutgoingText, Panel};
use crate::ui::Dialog;

/// Downloads the text, or asks first about what looks like a secret.
pub(super) fn export_text(state: AppState) {
    let outgoing = OutgoingText::new(&editor::file());
    if outgoing.secrets().is_empty() {
        download(&outgoing, &KeptSecrets::default());
    } else {
        state.view.panel.set(Some(Panel::ExportText));
    }
}

/// Hands over each file as one of its own.
fn download(outgoing: &OutgoingText, kept: &KeptSecrets) {
    for (path, text) in bundle::split(&outgoing.text(kept)) {
        let name = path.rsplit('/').next().filter(|name| !name.is_empty());
        files::download(name.unwrap_or("render.yaml"), "application/yaml", text);
    }
}

/// The question.
#[component]
pub(super) fn ExportText() -> impl IntoView {
    let open = AppState::here().view.panel;
    view! {
        <Dialog open=open name=Panel::ExportText title="Export the text">
            <Content />
        </Dialog>
    }
}

#[component]
fn Content() -> impl IntoView {
    let state = AppState::here();
    let outgoing = Arc::new(OutgoingText::new(&editor::file()));
    let listed = Arc::clone(&outgoing);
    let save = move |_| {
        download(&outgoing, &state.kept_secrets.get_untracked());
        state.view.panel.set(None);
    };
    view! {
        <p>"The file is for others, so it leaves without your secrets. Your text in the editor stays as it is."</p>
        <Redactions outgoing=listed />
        <div class="ways">
            <button type="button" class="button is-primary" on:click=save>"Download"</button>
        </div>
    }
}
