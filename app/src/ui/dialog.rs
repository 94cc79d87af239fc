//! A modal dialog.

use leptos::html;
use leptos::prelude::*;

use super::{Icon, IconButton};
use crate::platform;

/// A dialog that is open while `open` names it; its content exists only then.
#[component]
pub(crate) fn Dialog<Name: Copy + PartialEq + Send + Sync + 'static>(
    /// The dialog that is open.
    open: RwSignal<Option<Name>>,
    /// Which one this is.
    name: Name,
    /// Its heading.
    title: &'static str,
    /// Its content.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let id = format!("dialog-{}", title.to_ascii_lowercase().replace(' ', "-"));
    Effect::new(move |_| {
        if let Some(dialog) = node.get() {
            platform::show_dialog(&dialog, open.get() == Some(name));
        }
    });
    let close = move || {
        if open.get_untracked() == Some(name) {
            open.set(None);
        }
    };
    let children = StoredValue::new(children);
    view! {
        <dialog
            node_ref=node
            class="dialog"
            aria-labelledby=id.clone()
            // The browser tells it late; by then the visitor may have gone forward to it again.
            on:close=move |_| {
                if node.get_untracked().is_none_or(|dialog| !platform::is_dialog_open(&dialog)) {
                    close();
                }
            }
            on:click=move |event| {
                // The backdrop belongs to the dialog's own element, everything else to one inside it.
                if platform::closest(&event, ".dialog-body, .notices").is_none() {
                    close();
                }
            }
        >
            <div class="dialog-body">
                <header>
                    <h2 id=id.clone()>{title}</h2>
                    <IconButton icon=Icon::Close label="Close" on_press=close />
                </header>
                <Show when=move || open.get() == Some(name)>{children.with_value(|children| children())}</Show>
            </div>
        </dialog>
    }
}
