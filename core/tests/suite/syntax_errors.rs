//! What the reader of YAML finds reaches the user once: every kind of error has one rule.

use blueprint_lens_core::diagnostics::Category;
use blueprint_lens_core::graph;
use blueprint_lens_core::lint::{self, Options, Stages};
use blueprint_lens_core::model;
use blueprint_lens_core::rules;
use blueprint_lens_core::syntax::{SyntaxError, SyntaxErrorKind};
use blueprint_lens_core::text::{FileId, Files, Span, TextEdit};

#[test]
fn every_kind_of_error_has_one_rule() {
    let text = "services: []\n";
    let files = Files::one(text);
    let blueprint = model::lower(&[]);
    let network = graph::build(&blueprint, text, &files);
    for kind in SyntaxErrorKind::ALL {
        let error = SyntaxError {
            kind,
            span: Span::new(0, 8),
            message: "this is wrong".to_owned(),
            related: None,
            repair: vec![TextEdit::insert(0, " ")],
        };
        let stages = Stages {
            text,
            lines: files.lines(),
            files: &files,
            file: FileId::default(),
            syntax_errors: std::slice::from_ref(&error),
            further_documents: &[],
            violations: &[],
            blueprint: &blueprint,
            network: &network,
            directives: &[],
            repository: None,
        };
        let options = Options { all_advice: true, ..Options::default() };
        let found = lint::check(rules::all(), stages, &options);
        assert_eq!(found.len(), 1, "{kind:?} is reported by {found:?}");
        assert_eq!(found[0].category, Category::Syntax, "{kind:?}");
        assert_eq!(found[0].message, error.message, "{kind:?}");
        assert_eq!(found[0].fixes.len(), 1, "{kind:?}: the repair is no fix");
    }
}
