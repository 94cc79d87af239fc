//! The reachability matrix in a report.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::html::{Filter, Medium, reach};
use blueprint_lens_core::markup::Html;

/// The cells that `filter` asks for, in a frame that scrolls.
pub(crate) fn table(analysis: &Analysis, filter: Filter) -> Html {
    let mut html = Html::new();
    html.element("div").class("wide").content(|html| {
        html.append(&reach(analysis, filter, Medium::Document));
    });
    html
}
