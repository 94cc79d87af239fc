//! What holds more than any Blueprint is refused, with a sentence that names the bound.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::syntax::SyntaxErrorKind;

#[test]
fn more_values_than_a_blueprint_has_are_refused_as_a_whole() {
    let items = "  - {type: web, name: a}\n".repeat(130_000);
    let analysis = Analysis::new(&format!("services:\n{items}"));
    let errors = &analysis.syntax().errors;
    assert_eq!(
        errors.iter().map(|error| error.kind).collect::<Vec<_>>(),
        [SyntaxErrorKind::TooMuch]
    );
    assert!(errors[0].message.contains("500,000"), "{}", errors[0].message);
    assert_eq!(analysis.diagnostics().len(), 1, "what is not read is not wrong");
    assert!(analysis.blueprint().resources.is_empty());
}

#[test]
fn merge_keys_bring_a_bounded_number_of_values() {
    let links = (1..2_000).map(|at| format!("  - &m{at}\n    <<: *m{}\n    k{at}: 1\n", at - 1));
    let text = format!("x:\n  - &m0 {{k: 1}}\n{}", links.collect::<String>());
    let kinds =
        Analysis::new(&text).syntax().errors.iter().map(|error| error.kind).collect::<Vec<_>>();
    assert_eq!(kinds, [SyntaxErrorKind::TooMuch]);
}
