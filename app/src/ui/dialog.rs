//! A modal dialog.

use leptos::html;
use leptos::prelude::*;

use super::{Icon, IconButton};
use crate::platform;
use crate::state::{AppState, Panel};

/// A dialog that is open while the page's state says so; its content exists only then.
#[component]
pub(crate) fn Dialog(
    /// Which one.
    panel: Panel,
    /// Its heading.
    title: &'static str,
    /// Its content.
    children: ChildrenFn,
) -> impl IntoView {
    let open = AppState::here().view.panel;
    let node = NodeRef::<html::Dialog>::new();
    let id = format!("dialog-{}", title.to_ascii_lowercase().replace(' ', "-"));
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() == Some(panel) {
            drop(dialog.show_modal());
        } else if dialog.open() {
            dialog.close();
        }
    });
    let close = move || {
        if open.get_untracked() == Some(panel) {
            open.set(None);
        }
    };
    let children = StoredValue::new(children);
    view! {
        <dialog
            node_ref=node
            class="dialog"
            aria-labelledby=id.clone()
            on:close=move |_| close()
            on:click=move |event| {
                // The backdrop belongs to the dialog's own element, everything else to one inside it.
                if platform::closest(&event, ".dialog-body").is_none() {
                    close();
                }
            }
        >
            <div class="dialog-body">
                <header>
                    <h2 id=id.clone()>{title}</h2>
                    <IconButton icon=Icon::Close label="Close" on_press=close />
                </header>
                <Show when=move || open.get() == Some(panel)>{children.with_value(|children| children())}</Show>
            </div>
        </dialog>
    }
}
