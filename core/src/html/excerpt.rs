//! Some lines of a version that is not in the editor.

use std::ops::RangeInclusive;

use crate::markup::Html;

/// Lines shown before and behind those that are meant.
const AROUND: usize = 4;

/// The lines of that numbers, counted from zero, marked, with those around them. `lines` may be shown to anybody:
/// [`crate::diff::masked_lines`].
pub fn excerpt(lines: &[String], meant: &RangeInclusive<usize>) -> Html {
    let mut html = Html::new();
    html.element("ol").class("excerpt").content(|html| {
        let first = meant.start().saturating_sub(AROUND);
        let shown = lines.iter().enumerate().take(meant.end() + AROUND + 1).skip(first);
        for (index, line) in shown {
            html.element("li").number("value", index + 1).content(|html| {
                if meant.contains(&index) {
                    html.element("mark").text(line);
                } else {
                    html.text(line);
                }
            });
        }
    });
    html
}
