//! `reach --format csv`.

use std::fmt::Write as _;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::NodeRef;
use blueprint_lens_core::reach::Pair;

use crate::output::readable_all;

/// A line for each pair.
pub(super) fn csv(analysis: &Analysis, pairs: &[Pair]) -> String {
    let mut out = String::from("from,to,private,wired,reasons\n");
    let id = |node: NodeRef| analysis.network().node(node).id.as_str();
    for pair in pairs {
        let reasons: Vec<&str> = pair.reasons.iter().map(|reason| reason.reason.id()).collect();
        let fields = [
            id(pair.from),
            id(pair.to),
            pair.answer.id(),
            if pair.wired { "yes" } else { "no" },
            &reasons.join(" "),
        ]
        .map(field);
        let _ = writeln!(out, "{}", fields.join(","));
    }
    out
}

/// A field of RFC 4180; a leading character that spreadsheets take for a formula is defused.
fn field(text: &str) -> String {
    let text = readable_all(text);
    let text = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
