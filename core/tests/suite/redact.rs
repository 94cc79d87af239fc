//! Secrets in real Blueprints: nothing that a rule calls one is left, and the rest of the file stays what it is. Without
//! `BLUEPRINT_LENS_CORPUS` these tests pass.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::redact::redact;
use blueprint_lens_core::text::decode;

use crate::real::blueprints;

/// Rules that report a secret in the file.
const ABOUT_SECRETS: [&str; 3] = ["credentials-in-value", "secret-in-value", "token-in-value"];

fn redacted(text: &str) -> String {
    redact(text, Analysis::new(text).secret_values(), |_| false)
}

/// What is drawn, and how often the text is no YAML.
fn picture(analysis: &Analysis) -> (Vec<String>, usize) {
    let network = analysis.network();
    let mut ids: Vec<String> = network.nodes().map(|(_, node)| node.id.clone()).collect();
    ids.extend(network.edges().map(|(.., edge)| edge.id.clone()));
    (ids, analysis.syntax().errors.len())
}

#[test]
fn no_secret_that_a_rule_knows_is_left_in_a_real_blueprint() {
    let Some(files) = blueprints() else { return };
    let mut known = 0;
    for (name, bytes) in &files {
        let text = decode(bytes).text;
        let secrets = |text: &str| {
            let analysis = Analysis::new(text);
            let found = analysis.diagnostics().iter();
            found.filter(|found| ABOUT_SECRETS.contains(&found.rule)).count()
        };
        known += secrets(&text);
        assert_eq!(secrets(&redacted(&text)), 0, "{name}");
    }
    assert!(known > 0, "only {known} secrets were to be found");
}

#[test]
fn a_real_blueprint_without_its_secrets_shows_the_same_picture() {
    let Some(files) = blueprints() else { return };
    let mut changed = 0;
    for (name, bytes) in &files {
        let text = decode(bytes).text;
        let out = redacted(&text);
        changed += usize::from(out != text);
        assert_eq!(picture(&Analysis::new(&out)), picture(&Analysis::new(&text)), "{name}");
        assert_eq!(redacted(&out), out, "{name}: once more");
    }
    assert!(changed > 0, "only {changed} files held a secret");
}
