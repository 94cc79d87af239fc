//! Pictures in a report: the engine's SVG, a caption, and which edge joins what for the script.

use std::collections::BTreeMap;

use blueprint_lens_core::diff::Mark;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::svg::inline;
use blueprint_lens_core::scene::{Room, Scene};

/// What a picture has in a report: the width of its text in `report.css`, and as much height as need be.
pub(crate) const ROOM: Room = Room { width: 1138.0, height: Room::OPEN };

/// A picture as a figure, with what `caption` adds below it. `id` distinguishes several of them in one document.
pub(crate) fn figure(id: &'static str, scene: &Scene, caption: impl FnOnce(&mut Html)) -> Html {
    let mut html = Html::new();
    html.element("figure").class("picture").attribute("id", id).content(|html| {
        html.line_break().append(&Html::trusted(named(id, &inline(scene))));
        html.element("figcaption").content(caption);
        html.line_break().element("details").class("in-words").content(|html| {
            html.element("summary").text("The picture in words");
            html.element("p").text(&scene.summary);
        });
        html.line_break().element("script").attribute("type", "application/json").content(|html| {
            html.append(&ends(std::slice::from_ref(scene)));
        });
        html.line_break();
    });
    html.line_break();
    html
}

/// Adds what the marks of a picture of both sides mean.
pub(crate) fn marks(html: &mut Html) {
    for mark in Mark::ALL {
        html.element("span").class("key").content(|html| {
            html.element("b").class(mark.word()).text(mark.word());
            html.text(" ").text(mark.meaning());
        });
    }
}

/// The drawing with ids of its own: those of its title and description, which are the same in every drawing. A
/// Blueprint cannot hold the attributes that are replaced, because its quotes are escaped.
pub(crate) fn named(id: &str, svg: &str) -> String {
    // The shapes, which may be megabytes, are copied once.
    let (head, shapes) = svg.split_at(svg.find("</desc>").unwrap_or(svg.len()));
    head.replacen(
        "aria-labelledby=\"diagram-title diagram-summary\"",
        &format!("aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-summary\""),
        1,
    )
    .replacen("id=\"diagram-title\"", &format!("id=\"{id}-title\""), 1)
    .replacen("id=\"diagram-summary\"", &format!("id=\"{id}-summary\""), 1)
        + shapes
}

/// The ends of every edge of some scenes as JSON that no text can break out of. Edges of one id have the same ends.
pub(crate) fn ends(scenes: &[Scene]) -> Html {
    let edges = scenes.iter().flat_map(|scene| &scene.edges);
    let ends: BTreeMap<&str, [&str; 2]> =
        edges.map(|edge| (edge.id.as_str(), [edge.from.as_str(), &edge.to])).collect();
    Html::trusted(serde_json::to_string(&ends).unwrap_or_default().replace('<', "\\u003c"))
}
