//! Pictures in a report: the engine's SVG, a caption, and which edge joins what for the script.

use std::collections::BTreeMap;

use blueprint_lens_core::diff::Mark;
use blueprint_lens_core::html::{push_attribute, push_text};
use blueprint_lens_core::scene::Scene;
use blueprint_lens_core::scene::svg::inline;

/// A picture as a figure. `id` tells several of them in one document apart.
pub(crate) fn figure(id: &'static str, caption: &str, scene: &Scene) -> String {
    let mut out = String::from("<figure class=\"picture\"");
    push_attribute(&mut out, "id", id);
    out.push_str(">\n");
    out.push_str(&named(id, &inline(scene)));
    out.push_str("<figcaption>");
    out.push_str(caption);
    out.push_str(
        "</figcaption>\n<details class=\"in-words\"><summary>The picture in words</summary><p>",
    );
    push_text(&mut out, &scene.summary);
    out.push_str("</p></details>\n<script type=\"application/json\">");
    out.push_str(&ends(scene));
    out.push_str("</script>\n</figure>\n");
    out
}

/// What the marks of a picture of both sides mean.
pub(crate) fn marks() -> String {
    [Mark::New, Mark::Gone, Mark::Changed]
        .map(|mark| {
            let meaning = match mark {
                Mark::New => "only after",
                Mark::Gone => "only before",
                Mark::Changed => "on both sides, with other settings",
            };
            format!("<span class=\"key\"><b class=\"{0}\">{0}</b> {meaning}</span>", mark.word())
        })
        .concat()
}

/// The drawing with ids of its own: those of its title and description, which are the same in every drawing. A
/// Blueprint cannot hold the attributes that are replaced, because its quotes are escaped.
pub(crate) fn named(id: &str, svg: &str) -> String {
    svg.replacen(
        "aria-labelledby=\"diagram-title diagram-summary\"",
        &format!("aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-summary\""),
        1,
    )
    .replacen("id=\"diagram-title\"", &format!("id=\"{id}-title\""), 1)
    .replacen("id=\"diagram-summary\"", &format!("id=\"{id}-summary\""), 1)
}

/// The ends of every edge as JSON that no text can break out of.
fn ends(scene: &Scene) -> String {
    let ends: BTreeMap<&str, [&str; 2]> =
        scene.edges.iter().map(|edge| (edge.id.as_str(), [edge.from.as_str(), &edge.to])).collect();
    serde_json::to_string(&ends).unwrap_or_default().replace('<', "\\u003c")
}
