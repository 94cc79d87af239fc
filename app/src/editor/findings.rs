//! Findings on their way into the editor, which shows those of its own text, whatever what-if preview is shown.

use std::sync::Arc;

use blueprint_lens_core::diagnostics::{Diagnostic, Safety};
use blueprint_lens_core::text::Files;
use leptos::prelude::*;

use crate::engine::bundle;
use crate::platform::Located;
use crate::platform::editor::{self, EditorFinding};
use crate::state::{Document, Snapshot};

/// Underlines in the editor what is found in each text that is analysed: at once, before anything on the page changes.
/// The editor asks the browser where its selection is, for which the browser would lay the changed page out once more.
pub(super) fn follow(document: Document) {
    let analysed = move |_: Option<&Arc<Snapshot>>| {
        document.get();
        document.base()
    };
    // A relayout, and a preview that comes and goes, bring no other findings.
    let is_other = |before: Option<&Arc<Snapshot>>, now: Option<&Arc<Snapshot>>| {
        let same = |(a, b): (&Arc<Snapshot>, &Arc<Snapshot>)| Arc::ptr_eq(&a.analysis, &b.analysis);
        !before.zip(now).is_some_and(same)
    };
    let snapshot = Memo::new_with_compare(analysed, is_other);
    ImmediateEffect::new_scoped(move || {
        let snapshot = snapshot.read();
        let (text, files) = (snapshot.analysis.text(), snapshot.analysis.files());
        let found = snapshot.diagnostics().iter();
        editor::show_findings(found.map(|diagnostic| finding(text, files, diagnostic)));
    });
}

fn finding<'a>(
    text: &str,
    files: &Files,
    diagnostic: &'a Diagnostic,
) -> (usize, Located<EditorFinding<'a>>) {
    let fixes = diagnostic.fixes.iter().enumerate();
    let fixes = fixes.filter(|(_, fix)| fix.safety != Safety::Display);
    let content = EditorFinding {
        severity: diagnostic.severity.id(),
        rule: diagnostic.rule,
        message: &diagnostic.message,
        help: &diagnostic.help,
        fixes: fixes.map(|(index, fix)| (index as u32, fix.title.as_str())).collect(),
    };
    let (file, [from, to]) = bundle::locate(files, text, diagnostic.span);
    (file, Located { from, to, content })
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;

    use super::*;

    #[test]
    fn a_fix_that_is_only_shown_is_not_offered_and_the_others_keep_their_index() {
        let text = "services:\n  - {type: pserv, name: a, runtime: node, plan: starter, envVars: [{key: B, fromService: {name: b, type: pserv, property: hots}}]}\n  - {type: pserv, name: b, runtime: node, plan: starter}\n";
        let analysis = Analysis::new(text);
        let diagnostic = analysis
            .diagnostics()
            .iter()
            .find(|diagnostic| diagnostic.rule == "unknown-property")
            .unwrap();
        let (_, shown) = finding(analysis.text(), analysis.files(), diagnostic);
        assert_eq!(&text[shown.from as usize..shown.to as usize], "hots");
        for (index, title) in &shown.content.fixes {
            let fix = &diagnostic.fixes[*index as usize];
            assert!(fix.title == *title && fix.safety != Safety::Display);
        }
        assert!(!shown.content.fixes.is_empty());
    }
}
