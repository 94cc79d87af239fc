//! What holds more than any Blueprint is refused, with a sentence that names the bound.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::diff;
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
    assert!(errors[0].message.contains("400,000"), "{}", errors[0].message);
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

/// What is said of a field must not depend on how many stand before it.
#[test]
fn a_field_behind_many_others_is_looked_at_as_the_first_is() {
    let others: String = (0..300).map(|at| format!("    z{at}: 1\n")).collect();
    let found = |fields: &str| {
        let text = format!(
            "services:\n  - type: web\n    name: api\n    runtime: node\n    buildCommand: a\n    startCommand: b\n{fields}envVarGroups:\n  - name: shared\n    envVars: []\n"
        );
        let analysis = Analysis::new(&text);
        let of = |rule: &str| {
            let found = analysis.diagnostics().iter().filter(|found| found.rule == rule);
            found.map(|found| (found.message.clone(), found.fixes.len())).collect::<Vec<_>>()
        };
        let unknown =
            of("unknown-field").into_iter().filter(|(message, _)| !message.contains("`z"));
        (unknown.collect::<Vec<_>>(), of("unused-resource"))
    };
    for field in ["    rootDirectory: api\n", "    environmentGroup: shared\n"] {
        let (first, last) = (format!("{field}{others}"), format!("{others}{field}"));
        assert_eq!(found(&first), found(&last), "{field}");
    }
    let (unknown, _) = found(&format!("{others}    rootDirectory: api\n"));
    assert_eq!(unknown[0].1, 1, "the last one has its fix, too");
    let (_, unused) = found(&format!("{others}    environmentGroup: shared\n"));
    assert_eq!(unused, [], "the group is meant");
}

/// As many fields as a text has room for, each nearly one that Render knows and that is there.
#[test]
fn many_fields_that_are_nearly_known_are_looked_up() {
    let letters = "bcdfghjklmnpqrstvwxyz";
    let slips = letters.chars().flat_map(|a| letters.chars().map(move |b| (a, b)));
    let slips = slips.flat_map(|(a, b)| letters.chars().map(move |c| (a, b, c)));
    let fields: String =
        slips.take(2_000).map(|(a, b, c)| format!("    {a}ainte{b}anceMo{c}e: 1\n")).collect();
    let text =
        format!("services:\n  - type: web\n    name: api\n{fields}    maintenanceMode: {{}}\n");
    let analysis = Analysis::new(&text);
    let slips = analysis.diagnostics().iter().filter(|found| found.rule == "unknown-field");
    assert_eq!(slips.count(), 2_000);
}

#[test]
fn of_very_many_pairs_that_turned_round_the_wired_ones_are_listed_and_the_rest_is_counted() {
    let all: String = (0..250)
        .map(|at| format!("  - {{type: worker, name: w{at}, runtime: docker}}\n"))
        .collect();
    let calls = "envVars: [{key: A, fromService: {type: worker, name: w0, property: host}}]";
    let last = format!("  - {{type: worker, name: last, runtime: docker, {calls}}}\n");
    let before = format!("services:\n{all}{last}");
    let after = before.replace("type: worker", "type: pserv");
    let found = diff(&Analysis::new(&before), &Analysis::new(&after));
    assert_eq!((found.reach.len(), found.more_reach), (50_001, 251 * 250 - 50_001));
    let wired: Vec<_> = found.reach.iter().filter(|pair| pair.wired).collect();
    assert_eq!(wired.len(), 1);
    assert_eq!((&*wired[0].from, &*wired[0].to), ("pserv:last", "pserv:w0"));
}
