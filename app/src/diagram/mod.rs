//! The picture: the scene of `core`, drawn item by item, to be walked, moved and pointed at.

mod card;
mod card_actions;
mod card_content;
mod card_position;
mod choose;
mod controls;
mod detail;
mod elements;
mod empty;
mod far_legend;
mod find;
mod former_content;
mod gestures;
mod items;
mod keys;
mod kinds;
mod overview;
mod paper;
mod path;
mod reach_answers;
mod reach_highlight;
mod reach_note;
mod stage;
mod view_filter;
mod view_filter_bar;
mod view_filter_menu;
mod viewport;
mod walk;
mod whereabouts;

use leptos::html;
use leptos::prelude::*;

use card::Card;
use controls::Controls;
use detail::Detail;
use empty::Empty;
use gestures::Gestures;
use items::Canvas;
use overview::Overview;
use path::Path;
use reach_highlight::Blocked;
use reach_note::ReachNote;
use stage::Stage;
pub(crate) use view_filter_bar::ViewFilterBar;
use walk::Walker;

use crate::platform;
use crate::state::AppState;

/// In a picture with more nodes than this, a move would be slower for being animated.
const MOST_THAT_GLIDE: usize = 150;

/// The picture's pane.
#[component]
pub(crate) fn Diagram() -> impl IntoView {
    let state = AppState::here();
    let root = NodeRef::<html::Div>::new();
    let stage = Stage::new(state);
    let gestures = Gestures::new(state, stage, root);
    let walker = Walker::new(state, root);
    let matches = Memo::new(move |_| find::matches(state));
    let path = Memo::new(move |_| {
        if let Some(matches) = &*matches.read() {
            return find::lit(state, matches);
        }
        if let Some(highlight) = &*state.reach.highlight.read() {
            return Path::of(reach_highlight::lit_by(&state.picture.get(), highlight));
        }
        if let Some(group) = walker.lit() {
            return group;
        }
        if let (None, Some(preview)) = (state.selection.pointed(), state.document.preview()) {
            return Path::of_preview(&preview, &state.picture.get());
        }
        let target = state.selection.pointed().filter(|_| !state.selection.dismissed.get());
        target
            .map(|target| {
                let picture = state.picture.get();
                Path::around(picture.scene(), &picture.drawn(&target))
            })
            .unwrap_or_default()
    });
    let blocked = Memo::new(move |_| {
        let highlight = state.reach.highlight.read();
        let blocked = |highlight| reach_highlight::blocked(&state.picture.get(), highlight);
        highlight.as_ref().map(blocked).unwrap_or_default()
    });
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            let element = root.clone();
            platform::on_resize(&root, move || stage.resize(platform::size_of(&element)));
        }
    });
    paper::follow_printing(state, stage);
    let detail = Memo::new(move |_| {
        let zoom = stage.viewport().zoom;
        if state.printing.get() { Detail::Full } else { Detail::at(zoom) }
    });
    let name = move || state.picture.get().scene().title.clone();
    let summary = move || state.picture.get().scene().summary.clone();
    let large = Memo::new(move |_| state.picture.get().scene().nodes.len() > MOST_THAT_GLIDE);
    let empty = Memo::new(move |_| {
        let snapshot = state.document.get();
        snapshot.is_empty() || snapshot.undrawn().is_some()
    });
    // Made before the pane and without their types: inside its attributes, an unoptimised build runs out of stack.
    let bar = view! {
        <div class="picture-bar">
            <Overview stage=stage />
            <Controls stage=stage matches=matches />
        </div>
    }
    .into_any();
    let card = view! { <Card stage=stage gestures=gestures path=path /> }.into_any();
    view! {
        <div
            class="picture"
            class:has-path=move || !path.read().is_empty()
            class:is-large=move || large.get()
            class:is-dragged=move || gestures.is_dragging()
            class:is-moved=move || stage.is_moved()
            style:--needed-height=move || stage.needed_height().map(|height| format!("{height}px"))
            style:--heading-size=move || detail.get().heading_size().map(|size| format!("{size}px"))
            data-room=move || state.document.get().room().to_string()
            data-testid="diagram"
            data-detail=move || detail.get().id()
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
            on:focusin=move |event| keys::focused(state, stage, walker, gestures.is_pressed(), &event)
            on:focusout=move |_| {
                walker.focused(None);
                state.selection.focus(None);
            }
            on:keydown=move |event| keys::pressed(state, stage, walker, &event)
        >
            <p id="picture-summary" class="unseen">{summary}</p>
            <div class="waypoints"></div>
            <Drawing stage=stage path=path blocked=blocked detail=detail />
            <div class="shield"></div>
            <Show when=move || empty.get()>
                <Empty />
            </Show>
            <ReachNote />
            {bar}
            {card}
        </div>
    }
    // A type of its own for all that is inside would make the stack of a build without optimisation overflow.
    .into_any()
}

/// The drawing. It is moved as a whole by the compositor: nothing in it is painted anew while it moves. Its pixels have
/// the zoom that it was painted at, so that a picture of which all is in sight is no larger than the pane.
#[component]
fn Drawing(
    /// The pane.
    stage: Stage,
    /// What lights up.
    path: Memo<Path>,
    /// What blocks the reach that is lit.
    blocked: Memo<Blocked>,
    /// How much of it is drawn.
    detail: Memo<Detail>,
) -> impl IntoView {
    let picture = AppState::here().picture;
    let size = Memo::new(move |_| picture.get().scene().size);
    view! {
        // Screen readers leave the arrow keys to an application.
        <svg
            class="diagram"
            role="application"
            aria-label="The network, walked with the arrow keys"
            class:is-lifted=move || stage.is_moving()
            width=move || size.get().width * stage.painted()
            height=move || size.get().height * stage.painted()
            viewBox=move || format!("0 0 {} {}", size.get().width, size.get().height)
            style:transform=move || stage.viewport().transform(stage.painted())
        >
            <Canvas path=path blocked=blocked detail=detail />
        </svg>
    }
    .into_any()
}
