//! The menu of what the picture leaves out and draws as one box.

use blueprint_lens_core::graph::{EdgeClass, NetEdge};
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::{ViewFilter, frame_id};
use leptos::html;
use leptos::prelude::*;

use super::kinds::kinds;
use crate::platform;
use crate::state::{AppState, Picture};

/// The list of what can be left out and collapsed.
#[component]
pub(super) fn ViewFilterMenu(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = AppState::here();
    let host = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(host), true) = (host.get(), open.get()) else { return };
        let (picture, filter) = (state.picture.get(), state.picture.filter.read());
        // What the visitor is at stays the same element.
        if !platform::holds_focus(&host) {
            platform::set_html(&host, &menu(&picture, &filter));
            platform::focus_inside(&host, "input");
        }
    });
    let change = move |event: leptos::ev::Event| {
        let Some(input) = platform::closest(&event, "input") else { return };
        if let Some(id) = platform::attribute(&input, "data-part") {
            state.announcer.announce(state.picture.toggle_fold(&id));
            return;
        }
        state.announcer.announce(state.picture.change_filter(|filter| {
            match platform::attribute(&input, "data-kind") {
                Some(kind) => ViewFilter::toggle(&mut filter.hidden, &kind),
                None => filter.copied = !filter.copied,
            }
        }));
    };
    let close = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            open.set(false);
            platform::focus(".view-filter-button");
        }
    };
    view! {
        <div
            class="view-filter-menu"
            role="group"
            aria-label="Filter the picture"
            node_ref=host
            hidden=move || !open.get()
            on:change=change
            on:keydown=close
        ></div>
    }
}

/// The list as HTML.
fn menu(picture: &Picture, filter: &ViewFilter) -> Html {
    let analysis = &picture.snapshot.analysis;
    let (blueprint, network) = (analysis.blueprint(), analysis.network());
    let mut frames: Vec<(String, String, usize)> = Vec::new();
    for (_, node) in network.nodes() {
        let lane = node
            .placement
            .lane_id()
            .map(|id| (id, blueprint_lens_core::mermaid::lane(node.placement).to_owned()));
        let frame = frame_id(blueprint, node)
            .zip(node.environment)
            .map(|(id, environment)| (id, blueprint.environment_label(environment)));
        for (id, name) in lane.into_iter().chain(frame) {
            match frames.iter_mut().find(|frame| frame.0 == id) {
                Some(frame) => frame.2 += 1,
                None => frames.push((id, name, 1)),
            }
        }
    }
    let folded = picture.snapshot.with_folds(filter).folded.unwrap_or_default();
    let mut html = Html::new();
    html.element("fieldset").content(|html| {
        html.element("legend").text("Draw");
        for (id, (words, count)) in kinds(network) {
            row(html, ("data-kind", id), !filter.hidden.contains(id), words, count);
        }
        let copied = |edge: &NetEdge| edge.class == EdgeClass::Config;
        let copied = network.edges().filter(|(.., edge)| copied(edge)).count();
        if copied > 0 {
            row(html, ("data-copied", ""), filter.copied, "Copied values", copied);
        }
    });
    html.element("fieldset").content(|html| {
        html.element("legend").text("Collapsed into one box");
        for (id, name, count) in frames {
            row(html, ("data-part", &id), folded.contains(&id), &name, count);
        }
    });
    html
}

/// A row of it: what it switches, whether that is on, what it says and how many nodes that is about.
fn row(
    html: &mut Html,
    (name, id): (&'static str, &str),
    checked: bool,
    words: &str,
    count: usize,
) {
    html.element("label").content(|html| {
        let input = html.element("input").attribute("type", "checkbox");
        input.attribute(name, id).flag("checked", checked).void();
        html.element("span").text(words);
        html.element("span").class("quiet").text(&count.to_string());
    });
}
