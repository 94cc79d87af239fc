//! `reach --format csv`.

use std::io::{self, Write};

use blueprint_lens_core::graph::NodeRef;
use blueprint_lens_core::reach::pair;

use super::question::Asked;
use crate::output::readable_all;

/// A line for each pair.
pub(super) fn csv(out: &mut impl Write, asked: &Asked<'_>) -> io::Result<()> {
    writeln!(out, "from,to,private,wired,reasons")?;
    let id = |node: NodeRef| asked.query.network.node(node).id.as_str();
    for (from, to) in asked.ends() {
        let pair = pair(asked.query, from, to);
        let reasons: Vec<&str> = pair.reasons.iter().map(|reason| reason.reason.id()).collect();
        let fields = [
            id(from),
            id(to),
            pair.answer.id(),
            if pair.wired { "yes" } else { "no" },
            &reasons.join(" "),
        ]
        .map(field);
        writeln!(out, "{}", fields.join(","))?;
    }
    Ok(())
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
