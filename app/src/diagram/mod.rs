//! The picture: the scene of `core`, drawn item by item, to be walked, moved and pointed at.

mod card;
mod controls;
mod drawing;
mod excerpt;
mod facts;
mod find;
mod gestures;
mod items;
mod keys;
mod overview;
mod path;
mod stage;
mod viewport;
mod walk;

use leptos::html;
use leptos::prelude::*;

use card::Card;
use controls::Controls;
pub(crate) use drawing::Items;
pub(crate) use excerpt::ExcerptBar;
use gestures::Gestures;
use items::Canvas;
use overview::Overview;
use path::Path;
use stage::Stage;

use crate::platform;
use crate::state::{AppState, Target};
use crate::views::{BeamNote, blocked, lit_by};

/// In a picture with more nodes than this, a move would be slower for being animated.
const MOST_THAT_GLIDE: usize = 150;

/// The picture's pane.
#[component]
pub(crate) fn Diagram() -> impl IntoView {
    let state = AppState::here();
    let root = NodeRef::<html::Div>::new();
    let stage = Stage::new(state);
    let gestures = Gestures::new(state, stage, root);
    let found = Memo::new(move |_| find::found(state));
    let path = Memo::new(move |_| {
        if let Some(found) = &*found.read() {
            return find::lit(state, found);
        }
        if let Some(beam) = &*state.reach.beam.read() {
            return Path::of(lit_by(&state.picture.get(), beam));
        }
        if let (None, Some(trial)) = (state.selection.pointed(), state.document.trial()) {
            return Path::of(trial.changed(&state.picture.get()));
        }
        let target = state.selection.pointed().filter(|_| !state.selection.dismissed.get());
        target
            .map(|target| {
                let picture = state.picture.get();
                Path::around(picture.scene(), &picture.drawn(&target))
            })
            .unwrap_or_default()
    });
    let behind = Memo::new(move |_| {
        let beam = state.reach.beam.read();
        beam.as_ref().map(|beam| blocked(&state.picture.get(), beam)).unwrap_or_default()
    });
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            let element = root.clone();
            platform::on_resize(&root, move || stage.resize(platform::size_of(&element)));
        }
    });
    let name = move || state.picture.get().scene().title.clone();
    let summary = move || state.picture.get().scene().summary.clone();
    let size = Memo::new(move |_| state.picture.get().scene().size);
    let large = Memo::new(move |_| state.picture.get().scene().nodes.len() > MOST_THAT_GLIDE);
    let empty = Memo::new(move |_| state.document.get().is_empty());
    view! {
        <div
            class="picture"
            class:has-path=move || !path.read().is_empty()
            class:is-large=move || large.get()
            class:is-dragged=move || gestures.is_dragging()
            data-testid="diagram"
            data-revision=move || state.document.revision()
            role="graphics-document"
            aria-label=move || format!("Private network. {}", name())
            aria-describedby="picture-summary"
            node_ref=root
            on:wheel=move |event| gestures.wheel(&event)
            on:pointerdown=move |event| gestures.press(&event)
            on:pointermove=move |event| gestures.drag(&event)
            on:pointerup=move |event| gestures.release(&event)
            on:pointercancel=move |event| gestures.release(&event)
            on:pointerover=move |event| gestures.over(&event)
            on:pointerleave=move |_| gestures.leave()
            on:click=move |event| gestures.click(&event)
            on:focusin=move |event| keys::focused(state, stage, gestures.is_pressed(), &event)
            on:focusout=move |_| state.selection.focus(None)
            on:keydown=move |event| keys::pressed(state, stage, &root, &event)
        >
            <p id="picture-summary" class="unseen">{summary}</p>
            // Moved as a whole by the compositor: nothing in it is painted anew while it moves. Its pixels have the zoom
            // that it was painted at, so that a picture of which all is in sight is no larger than the pane.
            <svg
                class="diagram"
                class:is-lifted=move || stage.is_moving()
                width=move || size.get().width * stage.painted()
                height=move || size.get().height * stage.painted()
                viewBox=move || format!("0 0 {} {}", size.get().width, size.get().height)
                style:transform=move || stage.viewport().transform(stage.painted())
            >
                <Canvas path=path blocked=behind />
            </svg>
            <div class="shield"></div>
            <Show when=move || empty.get()>
                <Empty />
            </Show>
            <BeamNote />
            <Overview stage=stage />
            <Controls stage=stage found=found />
            <Card stage=stage gestures=gestures />
        </div>
    }
}

/// What stands where there is nothing to draw.
#[component]
fn Empty() -> impl IntoView {
    let state = AppState::here();
    let sentence = move || {
        if state.document.is_too_large() {
            "This text is larger than 4 MiB. Blueprints are far smaller, so it is not analysed."
        } else if state.document.get().analysis.text().trim().is_empty() {
            "Paste a render.yaml on the left, drop a file anywhere, or choose one of the examples above."
        } else {
            "This text declares no service or database yet. Add them to the lists services and databases."
        }
    };
    view! {
        <div class="empty">
            <p class="empty-title">"No private network yet"</p>
            <p>{sentence}</p>
        </div>
    }
}

/// The item of the picture under an event.
fn target_of(event: &web_sys::Event) -> Option<Target> {
    let element = platform::closest(event, "[data-node], [data-edge], [data-edge-label]")?;
    let edge =
        || element.get_attribute("data-edge").or_else(|| element.get_attribute("data-edge-label"));
    element.get_attribute("data-node").map(Target::Node).or_else(|| edge().map(Target::Edge))
}
