//! Findings on their way into the editor.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Safety;

use super::bridge;

/// Shows everything that was found in the text, underlined at its place.
pub(crate) fn show(analysis: &Analysis) {
    let (text, lines) = (analysis.text(), analysis.lines());
    for diagnostic in analysis.diagnostics() {
        bridge::add_finding(
            lines.utf16(diagnostic.span.start(), text) as u32,
            lines.utf16(diagnostic.span.end(), text) as u32,
            diagnostic.severity.id(),
            diagnostic.rule,
            &diagnostic.message,
            &diagnostic.help,
        );
        for (index, fix) in diagnostic.fixes.iter().enumerate() {
            if fix.safety != Safety::Display {
                bridge::add_fix(index as u32, &fix.title);
            }
        }
    }
    bridge::show_findings();
}
