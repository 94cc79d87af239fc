//! The text of a Blueprint as tables of lines, with secrets hidden.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::masked_lines;
use blueprint_lens_core::html::push_text;
use similar::{ChangeTag, TextDiff};

/// Lines shown around a change.
const AROUND: usize = 3;

/// The whole text, folded, with the targets of links to lines.
pub(crate) fn whole(analysis: &Analysis) -> String {
    let lines = masked_lines(analysis);
    let mut out = format!(
        "<details data-print><summary>{} lines</summary><table class=\"text\"><tbody>\n",
        lines.len()
    );
    for (index, line) in lines.iter().enumerate() {
        let number = index + 1;
        out.push_str(&format!("<tr id=\"L{number}\"><td class=\"number\">{number}</td><td>"));
        push_text(&mut out, line);
        out.push_str("</td></tr>\n");
    }
    out.push_str("</tbody></table></details>\n");
    out
}

/// The changed lines with those around them; a sentence when no line is different.
pub(crate) fn changed(base: &Analysis, head: &Analysis) -> String {
    let (old, new) = (masked_lines(base), masked_lines(head));
    let (old_lines, new_lines) = (slices(&old), slices(&new));
    let diff = TextDiff::from_slices(&old_lines, &new_lines);
    let groups = diff.grouped_ops(AROUND);
    if groups.is_empty() {
        return "<p>No line is different, apart from what is hidden.</p>\n".to_owned();
    }
    let mut out = String::from(
        "<table class=\"text\"><thead class=\"unseen\"><tr><th>Line before</th><th>Line after</th><th>Change</th><th>Text</th></tr></thead><tbody>\n",
    );
    for (at, group) in groups.iter().enumerate() {
        if at > 0 {
            out.push_str("<tr class=\"gap\"><td colspan=\"4\">\u{22ef}</td></tr>\n");
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let (class, sign, word) = match change.tag() {
                ChangeTag::Equal => ("same", "", ""),
                ChangeTag::Insert => ("in", "+", "added"),
                ChangeTag::Delete => ("out", "\u{2212}", "removed"),
            };
            let number = |index: Option<usize>| {
                index.map_or_else(String::new, |index| (index + 1).to_string())
            };
            out.push_str(&format!(
                "<tr class=\"{class}\"><td class=\"number\">{}</td><td class=\"number\">{}</td>\
                 <td class=\"sign\"><span aria-hidden=\"true\">{sign}</span><span class=\"unseen\">{word}</span></td><td>",
                number(change.old_index()),
                number(change.new_index()),
            ));
            push_text(&mut out, change.value());
            out.push_str("</td></tr>\n");
        }
    }
    out.push_str("</tbody></table>\n");
    out
}

fn slices(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}
