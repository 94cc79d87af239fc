//! The text of a Blueprint as tables of lines, with secrets hidden.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::masked_lines;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::wording::count::count;
use similar::{Change, ChangeTag, TextDiff};

/// Lines shown around a change.
const AROUND: usize = 3;

/// The whole text, folded, with the targets of links to lines; file by file, where there are several.
pub(crate) fn whole(analysis: &Analysis) -> Html {
    let lines = masked_lines(analysis);
    let files = analysis.files();
    let mut html = Html::new();
    for (_, file) in files.iter() {
        let first = analysis.lines().line_of(file.span.start());
        let rest = lines.get(first..).unwrap_or_default();
        let own = if files.count() == 1 {
            rest
        } else {
            &rest[..rest.len().min(file.lines.line_count())]
        };
        html.element("details").flag("data-print", true).content(|html| {
            let path = if files.count() == 1 { String::new() } else { format!("{}: ", file.path) };
            let words = format!("{path}{}", count(own.len(), "line"));
            html.element("summary").text(&words);
            table(html, own, first);
        });
        html.line_break();
    }
    html
}

/// A table of the lines of a file, which begins at the 0-based line `first` of the whole text.
fn table(html: &mut Html, lines: &[String], first: usize) {
    html.element("table").class("text").content(|html| {
        html.element("tbody").content(|html| {
            html.line_break();
            for (index, line) in lines.iter().enumerate() {
                let target = format!("L{}", first + index + 1);
                html.element("tr").attribute("id", &target).content(|html| {
                    html.element("td").class("number").text(&(index + 1).to_string());
                    html.element("td").text(line);
                });
                html.line_break();
            }
        });
    });
}

/// The changed lines with those around them; a sentence when no line is different.
pub(crate) fn changed(base: &Analysis, head: &Analysis) -> Html {
    let (old, new) = (masked_lines(base), masked_lines(head));
    let (old_lines, new_lines) = (slices(&old), slices(&new));
    let diff = TextDiff::from_slices(&old_lines, &new_lines);
    let groups = diff.grouped_ops(AROUND);
    let mut html = Html::new();
    if groups.is_empty() {
        html.element("p").text("No line differs, except for hidden values.");
        html.line_break();
        return html;
    }
    html.element("table").class("text changed-lines").content(|html| {
        // The head is not seen, so it cannot say how wide the columns are.
        html.element("colgroup").content(|html| {
            for class in ["number", "number", "sign", "words"] {
                html.element("col").class(class).void();
            }
        });
        html.element("thead").class("unseen").content(|html| {
            html.element("tr").content(|html| {
                for title in ["Line before", "Line after", "Change", "Text"] {
                    html.element("th").text(title);
                }
            });
        });
        html.element("tbody").content(|html| {
            html.line_break();
            for (at, group) in groups.iter().enumerate() {
                if at > 0 {
                    html.element("tr").class("gap").content(|html| {
                        html.element("td").attribute("colspan", "4").text("\u{22ef}");
                    });
                    html.line_break();
                }
                for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
                    row(html, &change);
                    html.line_break();
                }
            }
        });
    });
    html.line_break();
    html
}

fn row(html: &mut Html, change: &Change<&str>) {
    let (class, sign, word) = match change.tag() {
        ChangeTag::Equal => ("same", "", ""),
        ChangeTag::Insert => ("in", "+", "added"),
        ChangeTag::Delete => ("out", "\u{2212}", "removed"),
    };
    html.element("tr").class(class).content(|html| {
        for index in [change.old_index(), change.new_index()] {
            let number = index.map_or_else(String::new, |index| (index + 1).to_string());
            html.element("td").class("number").text(&number);
        }
        html.element("td").class("sign").content(|html| {
            html.element("span").attribute("aria-hidden", "true").text(sign);
            html.element("span").class("unseen").text(word);
        });
        html.element("td").text(change.value());
    });
}

fn slices(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}
