//! What is replaced in a text that leaves the page, and the choice to keep it.

use std::sync::Arc;

use blueprint_lens_core::wording::count::count;
use leptos::prelude::*;

use crate::state::{AppState, OutgoingText};

/// The list of what looks like a secret; nothing where nothing does.
#[component]
pub(super) fn Redactions(
    /// The text.
    outgoing: Arc<OutgoingText>,
) -> impl IntoView {
    let kept = AppState::here().kept_secrets;
    let found = outgoing.secrets().len();
    let row = |index: usize| {
        let outgoing = Arc::clone(&outgoing);
        let secret = outgoing.secrets()[index].clone();
        let line = outgoing.line(&secret);
        let place = if secret.name.is_empty() { line } else { format!("{}, {line}", secret.name) };
        let is_kept = {
            let (outgoing, secret) = (Arc::clone(&outgoing), secret.clone());
            move || kept.with(|kept| outgoing.is_kept(kept, &secret))
        };
        let toggle =
            move |_| kept.update(|kept| *kept = outgoing.toggled(std::mem::take(kept), &secret));
        view! {
            <li>
                <label>
                    <input type="checkbox" prop:checked=is_kept on:change=toggle />
                    <span>"Keep "<code>{place}</code></span>
                </label>
            </li>
        }
    };
    let replaced = {
        let outgoing = Arc::clone(&outgoing);
        move || {
            let left = kept.with(|kept| {
                outgoing.secrets().iter().filter(|secret| !outgoing.is_kept(kept, secret)).count()
            });
            if left == 0 {
                "Nothing is replaced: what looks like a secret leaves with the text.".to_owned()
            } else {
                let verb = if left == 1 {
                    "looks like a secret and is"
                } else {
                    "look like secrets and are"
                };
                format!("{} {verb} replaced with “redacted”.", count(left, "value"))
            }
        }
    };
    let rows = (0..found).map(row).collect_view();
    (found > 0).then(|| {
        view! {
            <div class="warning-box redactions" data-testid="redactions">
                <p role="status">{replaced}</p>
                <ul>{rows}</ul>
            </div>
        }
    })
}
