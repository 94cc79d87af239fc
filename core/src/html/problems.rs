//! The findings as a list.

use super::finding::finding;
use super::line_link::{Medium, Places};
use crate::analysis::Analysis;
use crate::markup::Html;

/// Every finding, in source order; a sentence if there is none.
pub fn problems(analysis: &Analysis, medium: Medium) -> Html {
    let mut html = Html::new();
    if analysis.diagnostics().is_empty() {
        html.element("p").class("view-empty").text("No problem found.");
        return html;
    }
    html.element("ol").class("problem-list").content(|html| {
        for (index, found) in analysis.diagnostics().iter().enumerate() {
            let item = html
                .element("li")
                .class("problem")
                .number("data-problem", index)
                .attribute("data-rule", found.rule)
                .attribute("data-severity", found.severity.id());
            item.content(|html| finding(html, Places::of(analysis), found, medium));
        }
    });
    html
}
