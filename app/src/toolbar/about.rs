//! What this is, how old its facts are, and what it does with a text.

use blueprint_lens_core::platform::{FACTS_DATE, SCHEMA_DATE};
use leptos::prelude::*;

use crate::state::{AppState, Panel};
use crate::ui::Dialog;

/// The dialog.
#[component]
pub(super) fn About() -> impl IntoView {
    let open = AppState::here().view.panel;
    view! {
        <Dialog open=open name=Panel::About title="About">
            <p>
                "Blueprint Lens reads a Render Blueprint ("<code>"render.yaml"</code>
                "), draws its private network, and marks every connection that cannot work."
            </p>
            <dl class="about">
                <dt>"Version"</dt>
                <dd>{blueprint_lens_core::VERSION}</dd>
                <dt>"Facts about Render as of"</dt>
                <dd>{FACTS_DATE}</dd>
                <dt>"Official schema as of"</dt>
                <dd>{SCHEMA_DATE}</dd>
                <dt>"Browsers"</dt>
                <dd>"Chrome and Edge 111, Firefox 115, Safari 16.4, and newer"</dd>
                <dt>"Rules"</dt>
                <dd>
                    {blueprint_lens_core::rules::all().len()}", "
                    <a href="rules/index.html" target="_blank" rel="noopener">"a page for each"</a>
                </dd>
                <dt>"Guide"</dt>
                <dd>
                    <a href="guide/index.html" target="_blank" rel="noopener">"settings, pull requests, assistants, deployment"</a>
                </dd>
            </dl>
            <p>
                "Everything runs in this page, which contacts only its own host: there are no analytics, and no fonts or scripts from elsewhere. The one exception is an address in "
                <code>"?src="</code>", which the page loads only after you agree."
            </p>
            <p>
                "The page sees this text alone. The command line also reads the other Blueprints of a repository, and whether the paths in them exist."
            </p>
            <p>"Unofficial: this project is not affiliated with Render. Only Render decides what is valid."</p>
        </Dialog>
    }
}
