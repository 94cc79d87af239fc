//! A small picture of a large one, with the part that is seen.

use std::fmt::Write as _;

use blueprint_lens_core::scene::{Point, Rect, Scene, Size};
use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::stage::Stage;
use crate::platform;
use crate::state::AppState;

/// From so many nodes on there is one.
const LEAST_NODES: usize = 30;
/// Most of its width and height, in CSS pixels: what the bar has.
const ROOM: Size = Size { width: 180.0, height: 38.0 };

/// The overview, in the bar below the picture; pressing or dragging on it moves the picture there.
#[component]
pub(super) fn Overview(
    /// The pane.
    stage: Stage,
) -> impl IntoView {
    let picture = AppState::here().picture;
    let needed = Memo::new(move |_| picture.get().scene().nodes.len() >= LEAST_NODES);
    view! {
        <Show when=move || needed.get()>
            <Map stage=stage />
        </Show>
    }
}

#[component]
fn Map(stage: Stage) -> impl IntoView {
    let picture = AppState::here().picture;
    let root = NodeRef::<Div>::new();
    let pressed = RwSignal::new(false);
    let outlines = Memo::new(move |_| Outlines::of(picture.get().scene()));
    let go = move |event: &PointerEvent| {
        let Some(root) = root.get_untracked() else { return };
        let size = outlines.with_untracked(|outlines| outlines.size);
        let (left, top) = platform::origin_of(&root);
        let scale = scale_of(size);
        let at = |client: i32, origin: f64| (f64::from(client) - origin) / scale;
        stage.center(Point::new(at(event.client_x(), left), at(event.client_y(), top)));
    };
    let press = move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        pressed.set(true);
        if let Some(root) = root.get_untracked() {
            platform::capture_pointer(&root, &event);
        }
        go(&event);
    };
    let scale = Memo::new(move |_| scale_of(outlines.read().size));
    let seen = Memo::new(move |_| {
        let (seen, scale) = (stage.viewport().seen(stage.pane()), scale.get());
        Rect::new(seen.x * scale, seen.y * scale, seen.width * scale, seen.height * scale)
    });
    view! {
        // The keyboard walks the picture itself, so this is for pointers alone.
        <div
            class="overview"
            data-testid="overview"
            aria-hidden="true"
            node_ref=root
            on:pointerdown=press
            on:pointermove=move |event| {
                if pressed.get_untracked() {
                    go(&event);
                }
            }
            on:pointerup=move |_| pressed.set(false)
            on:pointercancel=move |_| pressed.set(false)
        >
            <svg
                width=move || outlines.read().size.width * scale.get()
                height=move || outlines.read().size.height * scale.get()
                viewBox=move || format!("0 0 {} {}", outlines.read().size.width, outlines.read().size.height)
            >
                <path class="overview-lanes" d=move || outlines.read().lanes.clone() />
                <path class="overview-nodes" d=move || outlines.read().nodes.clone() />
                <path class="overview-trouble" d=move || outlines.read().trouble.clone() />
            </svg>
            // Not a shape of the drawing: a box of its own is moved by the compositor, and nothing is painted anew. It may
            // reach beyond the overview, so that its size changes with the zoom only.
            <div
                class="overview-seen"
                style:width=move || format!("{:.1}px", seen.read().width)
                style:height=move || format!("{:.1}px", seen.read().height)
                style:transform=move || format!("translate({:.1}px, {:.1}px)", seen.read().x, seen.read().y)
            ></div>
        </div>
    }
}

/// The boxes of a scene, all lanes and all nodes in one outline each.
#[derive(Clone, Debug, PartialEq)]
struct Outlines {
    size: Size,
    lanes: String,
    nodes: String,
    trouble: String,
}

impl Outlines {
    fn of(scene: &Scene) -> Self {
        let (mut lanes, mut nodes, mut trouble) = (String::new(), String::new(), String::new());
        for lane in &scene.lanes {
            outline(&mut lanes, lane.rect);
        }
        for node in &scene.nodes {
            let marked = node.severity.is_some_and(|severity| severity.id() == "error");
            outline(if marked { &mut trouble } else { &mut nodes }, node.rect);
        }
        Self { size: scene.size, lanes, nodes, trouble }
    }
}

fn outline(path: &mut String, rect: Rect) {
    let Rect { x, y, width, height } = rect;
    let _ = write!(path, "M{x:.0} {y:.0}h{width:.0}v{height:.0}h{:.0}z", -width);
}

/// CSS pixels of the overview per unit of the picture.
fn scale_of(size: Size) -> f64 {
    (ROOM.width / size.width.max(1.0)).min(ROOM.height / size.height.max(1.0))
}
