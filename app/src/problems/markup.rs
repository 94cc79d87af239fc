//! The rows of the list as HTML.

use blueprint_lens_core::html::{Medium, Places, finding};
use blueprint_lens_core::markup::Html;

use crate::state::{Row, Snapshot};

/// What is in the row of a problem; nothing for a row of another snapshot.
pub(super) fn problem(snapshot: &Snapshot, row: &Row, medium: Medium) -> Html {
    let mut html = Html::new();
    if let Some(diagnostic) = snapshot.diagnostics().get(row.finding) {
        finding(&mut html, Places::among(snapshot.analysis.files()), diagnostic, medium);
    }
    html
}

/// What shows or hides the repetitions of a rule.
pub(super) fn fold(rule: &str, more: usize, is_open: bool) -> Html {
    let mut html = Html::new();
    let button = html.element("button").attribute("type", "button");
    button.attribute("aria-expanded", if is_open { "true" } else { "false" }).content(|html| {
        if is_open {
            html.text("Fewer like this");
        } else {
            html.number(more).text(" more like this");
        }
        html.element("span").class("unseen").content(|html| {
            html.text(" of ").text(rule);
        });
    });
    html
}
