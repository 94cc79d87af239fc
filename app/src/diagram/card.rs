//! The card beside whatever is pointed at.

use blueprint_lens_core::html::{push_attribute, push_prose, push_text};
use blueprint_lens_core::scene::{Rect, Size};
use leptos::prelude::*;

use super::excerpt;
use super::facts::{Facts, facts};
use super::gestures::Gestures;
use super::stage::Stage;
use super::walk;
use crate::platform;
use crate::problems::push_row_text;
use crate::state::{AppState, Beam, Picture, Target};
use crate::views::{ask_what_if, say_beam};

/// Room that a card may need, in CSS pixels.
const WIDTH: f64 = 300.0;
/// Room below, before the card goes above.
const HEIGHT: f64 = 240.0;
/// Distance to what it belongs to.
const GAP: f64 = 10.0;

/// The card; it can be hovered, and Escape puts it away.
#[component]
pub(super) fn Card(
    /// The pane.
    stage: Stage,
    /// Who knows when the pointer is on its way to the card.
    gestures: Gestures,
) -> impl IntoView {
    let state = AppState::here();
    let shown = Memo::new(move |_| {
        let selection = state.selection;
        let target = selection
            .pointed()
            .filter(|_| !selection.dismissed.get() && !gestures.is_dragging())?;
        let picture = state.picture.get();
        let rect = walk::bounds(picture.scene(), &picture.drawn(&target))?;
        let ways = match &target {
            Target::Node(id) => Some(ways(&picture, id)),
            Target::Edge(_) => None,
        };
        Some((facts(&picture, &target)?, Placed(rect), ways))
    });
    let place = move || {
        shown
            .read()
            .as_ref()
            .map(|(_, rect, _)| place(stage.viewport().on_pane(rect.0), stage.pane()))
    };
    let side = move |edge: fn(Place) -> Option<f64>| {
        place().and_then(edge).map(|pixels| format!("{pixels:.0}px"))
    };
    view! {
        <div
            class="facts"
            id="picture-card"
            hidden=move || shown.read().is_none()
            style:left=move || side(|place| place.left)
            style:right=move || side(|place| place.right)
            style:top=move || side(|place| place.top)
            style:bottom=move || side(|place| place.bottom)
            style:max-height=move || side(|place| Some(place.height))
            on:click=move |event| ask(state, &event)
            inner_html=move || {
                let shown = shown.read();
                shown.as_ref().map(|(facts, _, ways)| content(facts, ways.as_ref())).unwrap_or_default()
            }
        ></div>
    }
}

/// The box of what the card belongs to, compared to the last digit.
#[derive(Clone, Copy, PartialEq)]
struct Placed(Rect);

/// What stands on the card.
fn content(facts: &Facts, ways: Option<&Ways>) -> String {
    let mut out = String::from("<p class=\"facts-title\">");
    push_text(&mut out, &facts.title);
    out.push_str("</p><p class=\"facts-kind\">");
    push_text(&mut out, &facts.kind);
    out.push_str("</p>");
    if let Some((node, ways)) = ways {
        out.push_str("<p class=\"facts-ways\">");
        for (way, words) in *ways {
            out.push_str("<button type=\"button\" class=\"button\" data-way=\"");
            out.push_str(way);
            out.push('"');
            push_attribute(&mut out, "data-of", node);
            out.push('>');
            out.push_str(words);
            out.push_str("</button>");
        }
        out.push_str("</p>");
    }
    out.push_str("<dl>");
    for (name, text) in &facts.lines {
        out.push_str("<div><dt>");
        out.push_str(name);
        out.push_str("</dt><dd>");
        push_prose(&mut out, text);
        out.push_str("</dd></div>");
    }
    out.push_str("</dl><ul>");
    for row in &facts.problems {
        out.push_str("<li data-severity=\"");
        out.push_str(row.severity.id());
        out.push_str("\">");
        push_row_text(&mut out, row);
        out.push_str("</li>");
    }
    out.push_str("</ul>");
    out
}

/// Does what a button of the card says.
fn ask(state: AppState, event: &web_sys::MouseEvent) {
    let Some(button) = platform::closest(event, "[data-way]") else { return };
    if let Some(node) = button.get_attribute("data-of") {
        match button.get_attribute("data-way").as_deref() {
            Some("from") => say_beam(state, Beam::From(node)),
            Some("to") => say_beam(state, Beam::To(node)),
            Some("focus") => excerpt::focus_on(state, node),
            Some("fold") => excerpt::fold(state, &node),
            _ => ask_what_if(state, node),
        }
    }
}

/// A node, and what its card offers: words for the program, words for people.
type Ways = (String, &'static [(&'static str, &'static str)]);

const DECLARED: &[(&str, &str)] = &[
    ("from", "What it can reach"),
    ("to", "What can reach it"),
    ("focus", "Only its neighbours"),
    ("what-if", "What if…"),
];
const NAMED: &[(&str, &str)] = &[("focus", "Only its neighbours")];
const FOLDED: &[(&str, &str)] = &[("fold", "Expand"), ("focus", "Only its neighbours")];

/// What the card of a node offers.
fn ways(picture: &Picture, id: &str) -> Ways {
    let all = picture.snapshot.analysis.network();
    let ways = match all.find(id).map(|node| all.node(node)) {
        Some(node) if node.is_declared() => DECLARED,
        Some(_) => NAMED,
        None => FOLDED,
    };
    (id.to_owned(), ways)
}

/// Two sides of the pane, the distances to them, and the room that leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Place {
    left: Option<f64>,
    right: Option<f64>,
    top: Option<f64>,
    bottom: Option<f64>,
    /// Most height.
    height: f64,
}

/// Below a box of the pane, above it where there is more room, and never out of sight.
fn place(rect: Rect, pane: Size) -> Place {
    let below = pane.height - rect.bottom();
    let mut place = Place::default();
    if below >= HEIGHT || below >= rect.y {
        place.top = Some((rect.bottom() + GAP).clamp(GAP, (pane.height - HEIGHT).max(GAP)));
    } else {
        place.bottom =
            Some((pane.height - rect.y + GAP).clamp(GAP, (pane.height - HEIGHT).max(GAP)));
    }
    let taken = place.top.or(place.bottom).unwrap_or_default();
    place.height = (pane.height - taken - GAP).max(GAP);
    if rect.x + WIDTH <= pane.width {
        place.left = Some(rect.x.max(GAP));
    } else {
        // A pane that is narrower than that shows the card's beginning.
        place.right =
            Some((pane.width - rect.right()).clamp(GAP, (pane.width - WIDTH - GAP).max(GAP)));
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANE: Size = Size { width: 800.0, height: 600.0 };

    #[test]
    fn the_card_stands_below_and_turns_at_the_borders() {
        let low = place(Rect::new(100.0, 100.0, 200.0, 60.0), PANE);
        assert_eq!((low.left, low.top), (Some(100.0), Some(170.0)));
        let corner = place(Rect::new(590.0, 530.0, 200.0, 60.0), PANE);
        assert_eq!((corner.right, corner.bottom), (Some(10.0), Some(80.0)));
    }

    #[test]
    fn the_card_stays_in_sight_when_its_item_is_not() {
        let gone = place(Rect::new(-500.0, -300.0, 200.0, 60.0), PANE);
        assert_eq!((gone.left, gone.top), (Some(GAP), Some(GAP)));
    }
}
