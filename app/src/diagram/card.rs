//! The card beside whatever is pointed at.

use blueprint_lens_core::html::finding_text;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::{Rect, Size};
use leptos::html;
use leptos::prelude::*;

use super::card_actions::{CardActions, run_pressed};
use super::card_content::{CardContent, card_content};
use super::card_position::position;
use super::former_content::former_content;
use super::gestures::Gestures;
use super::path::Path;
use super::stage::Stage;
use super::walk;
use crate::platform;
use crate::state::{AppState, Target};

/// The card; it can be hovered, and Escape puts it away.
#[component]
pub(super) fn Card(
    /// The pane.
    stage: Stage,
    /// Who knows when the pointer is on its way to the card.
    gestures: Gestures,
    /// What lights up, and is not to be covered.
    path: Memo<Path>,
) -> impl IntoView {
    let state = AppState::here();
    let node = NodeRef::<html::Div>::new();
    let size = RwSignal::new(Size { width: 300.0, height: 240.0 });
    let shown = Memo::new(move |_| {
        let selection = state.selection;
        let target = selection
            .pointed()
            .filter(|_| !selection.dismissed.get() && !gestures.is_dragging())?;
        let picture = state.picture.get();
        if picture.snapshot.is_huge() {
            return None;
        }
        let rect = walk::bounds(picture.scene(), &picture.drawn(&target))?;
        let former = state.comparing.get();
        let content = card_content(&picture, &target);
        let is_gone = content.is_none();
        let content = content.or_else(|| former_content(&picture, &*former?, &target))?;
        let actions = match &target {
            Target::Node(id) => Some(CardActions::of(&picture, id, is_gone)),
            Target::Edge(_) => None,
        };
        Some((content, Bounds(rect), actions))
    });
    let position = Memo::new(move |_| {
        let shown = shown.read();
        let (_, bounds, actions) = shown.as_ref()?;
        let (view, pane) = (stage.viewport(), stage.pane());
        let lit = path.read().nodes(state.picture.get().scene());
        let lit: Vec<Rect> = lit.into_iter().map(|rect| view.on_pane(rect)).collect();
        Some(position(view.on_pane(bounds.0), &lit, pane, size.get(), actions.is_some()))
    });
    let pixels = |pixels: f64| format!("{pixels:.0}px");
    Effect::new(move |_| {
        if let Some(card) = node.get() {
            let element = card.clone();
            platform::on_resize(&card, move || {
                let (width, height) = platform::outer_size_of(&element);
                if width > 0.0 && height > 0.0 {
                    size.set(Size { width, height });
                }
            });
        }
    });
    view! {
        <div
            class="picture-card"
            id="picture-card"
            node_ref=node
            hidden=move || shown.read().is_none()
            style:left=move || position.get().map(|position| pixels(position.at.x))
            style:top=move || position.get().map(|position| pixels(position.at.y))
            style:max-height=move || position.get().map(|position| pixels(position.height))
            on:click=move |event| run_pressed(state, &event)
            inner_html=move || {
                let shown = shown.read();
                shown.as_ref().map(|(content, _, actions)| markup(content, actions.as_ref())).unwrap_or_default()
            }
        ></div>
    }
}

/// The box of what the card belongs to, compared to the last digit.
#[derive(Clone, Copy, PartialEq)]
struct Bounds(Rect);

/// What is on the card, as HTML.
fn markup(content: &CardContent, actions: Option<&CardActions>) -> String {
    let mut html = Html::new();
    html.element("p").class("picture-card-title").text(&content.title);
    html.element("p").class("picture-card-kind").text(&content.kind);
    if let Some(actions) = actions {
        actions.add_to(&mut html);
    }
    html.element("dl").attribute("id", "picture-card-facts").content(|html| {
        for (name, text) in &content.facts {
            html.element("div").content(|html| {
                html.element("dt").content(|html| {
                    html.text(name);
                    html.element("span").class("unseen").text(": ");
                });
                html.element("dd").content(|html| {
                    html.prose(text);
                    html.element("span").class("unseen").text(". ");
                });
            });
        }
    });
    html.element("ul").attribute("id", "picture-card-problems").content(|html| {
        for row in &content.problems {
            html.element("li").attribute("data-severity", row.severity.id()).content(|html| {
                finding_text(html, row.severity, &row.message, &row.help);
            });
        }
    });
    html.into_string()
}
