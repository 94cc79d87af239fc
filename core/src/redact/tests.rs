//! Secrets in every place of a Blueprint, and what is left of it without them.

use super::*;
use crate::analysis::Analysis;
use crate::diff::masked_lines;
use crate::scene::svg::{self, SvgOptions};

/// Every kind of place, each with a secret of its own, which begins with `hunter`.
const TEXT: &str = "\
# staging used DB_PASSWORD: hunter00-x
# about the token: it is explained here
# API_KEY: the key of the mail service
# the internal address of the service, for example `auth:10000`.
services:
  - type: web
    name: api
    runtime: node
    startCommand: API_TOKEN=hunter01x npm start
    envVars:
      - key: API_KEY
        value: hunter02
      - {value: 'hunter03', key: JWT_SECRET}
      - key: SESSION_SECRET
        value: \"hunter04: x\"
      - key: CERT_PRIVATE_KEY
        value: |
          hunter05
          hunter05
      - key: DATABASE_URL
        value: postgres://app:hunter06@db.example.com/x
      - key: SLACK_TOKEN_HOOK
        value: https://hooks.slack.com/services/hunter07
      # - key: OLD_TOKEN
      #   value: hunter08
      - key: HARMLESS
        value: hunter02
      - key: PASSWORD
        value: &shared hunter09
        previewValue: hunter10
      - key: OTHER_PASSWORD
        value: *shared
      - key: PORT
        value: 8080
      - key: MAX_TOKENS
        value: 2000
      - key: PIN_PASSWORD
        value: changeme
      - key: WITH_TOKEN
        value: ${TOKEN}
";

fn redacted(text: &str) -> String {
    redact(text, Analysis::new(text).secret_values(), |_| false)
}

fn names(text: &str) -> Vec<String> {
    Analysis::new(text).secret_values().iter().map(|secret| secret.name.clone()).collect()
}

#[test]
fn takes_every_secret_out_and_nothing_else() {
    let out = redacted(TEXT);
    assert!(!out.contains("hunter"), "{out}");
    for line in [
        "# about the token: it is explained here",
        "# API_KEY: the key of the mail service",
        "        value: 2000",
        "    startCommand: API_TOKEN=redacted npm start",
        "        value: redacted",
        "      - {value: 'redacted', key: JWT_SECRET}",
        "        value: \"redacted\"",
        "        value: postgres://app:redacted@db.example.com/x",
        "        value: https://hooks.slack.com/redacted",
        "      #   value: redacted",
        "        value: &shared redacted",
        "        value: *shared",
        "        value: 8080",
        "        value: changeme",
        "        value: ${TOKEN}",
    ] {
        assert!(out.lines().any(|shown| shown == line), "{line:?} is missing in\n{out}");
    }
}

#[test]
fn says_which_variable_holds_a_secret() {
    let names = names(TEXT);
    for name in
        ["DB_PASSWORD", "API_KEY", "JWT_SECRET", "DATABASE_URL", "startCommand", "OLD_TOKEN"]
    {
        assert!(names.iter().any(|known| known == name), "{name} is not in {names:?}");
    }
}

#[test]
fn nothing_is_left_to_take_out_of_a_redacted_text() {
    let out = redacted(TEXT);
    assert_eq!(names(&out), Vec::<String>::new(), "{out}");
    assert_eq!(redacted(&out), out);
}

#[test]
fn what_is_kept_stays() {
    let analysis = Analysis::new(TEXT);
    let secrets = analysis.secret_values();
    let out = redact(TEXT, secrets, |secret| secret.name == "API_KEY");
    assert!(out.contains("value: hunter02"));
    assert!(!out.contains("hunter03"));
    assert_eq!(redact(TEXT, secrets, |_| true), TEXT);
}

#[test]
fn the_picture_stays_the_same() {
    let picture = |text: &str| {
        let analysis = Analysis::new(text);
        let network = analysis.network();
        let mut ids: Vec<String> = network.nodes().map(|(_, node)| node.id.clone()).collect();
        ids.extend(network.edges().map(|(.., edge)| edge.id.clone()));
        ids
    };
    let shown = picture(TEXT);
    assert!(shown.iter().any(|id| id.contains("db.example.com")), "{shown:?}");
    assert_eq!(picture(&redacted(TEXT)), shown);
}

#[test]
fn a_picture_holds_no_secret() {
    let drawing = svg::document(Analysis::new(TEXT).scene(), &SvgOptions::default());
    assert!(!drawing.contains("hunter"));
    let analysis = Analysis::new(TEXT);
    let chart = crate::mermaid::flowchart(analysis.blueprint(), analysis.network());
    assert!(!chart.contains("hunter"));
}

#[test]
fn broken_yaml_and_keys_in_pem_form_hide_nothing_from_it() {
    let broken = "a: [\nAPI_SECRET: hunter2\n";
    assert_eq!(redacted(broken), "a: [\nAPI_SECRET: redacted\n");
    let key =
        "x: |\n  -----BEGIN RSA PRIVATE KEY-----\n  MIIE\n  -----END RSA PRIVATE KEY-----\ny: 1\n";
    assert_eq!(redacted(key), "x: |\n  redacted\ny: 1\n");
    let quoted =
        "key: K\nvalue: \"-----BEGIN PRIVATE KEY-----\\nMIIE-----END PRIVATE KEY-----\\n\"\n";
    assert_eq!(redacted(quoted), "key: K\nvalue: \"redacted\\n\"\n");
    let cut_off = "x: |\n  -----BEGIN RSA PRIVATE KEY-----\n  MIIE\n";
    assert_eq!(redacted(cut_off), "x: |\n  redacted");
}

#[test]
fn line_breaks_and_other_scripts_are_no_obstacle() {
    let text = "# ключ\r\nenvVars:\r\n  - key: API_TOKEN\r\n    value: hünter2ß\r\n";
    assert_eq!(
        redacted(text),
        "# ключ\r\nenvVars:\r\n  - key: API_TOKEN\r\n    value: redacted\r\n"
    );
}

#[test]
fn lines_with_secrets_hidden_are_as_many_as_those_of_the_file() {
    let lines = masked_lines(&Analysis::new(TEXT));
    assert_eq!(lines.len(), TEXT.split('\n').count());
    assert!(!lines.concat().contains("hunter"));
}

/// Of two secrets that overlap, the tree finds one and the line the other; or one stands in the other under two names.
#[test]
fn secrets_that_overlap_are_hidden_wholly() {
    let never_ended = "x: |\n  -----BEGIN RSA PRIVATE KEY-----\n  MIIE\ny: 1\nAPI_KEY: hunter02\n";
    assert_eq!(redacted(never_ended), "x: |\n  redacted");
    for (first, second) in [("URL", "PASSWORD"), ("PASSWORD", "URL")] {
        let twice = format!(
            "envVars:\n  - key: {first}\n    value: &it psql -p --password=hunter11 hunter12/tail\n  - key: {second}\n    value: *it\n"
        );
        let out = redacted(&twice);
        assert!(!out.contains("hunter") && !out.contains("tail"), "{out}");
        assert_eq!(out.matches("redacted").count(), 1, "{out}");
    }
}

#[test]
fn what_begins_in_a_file_ends_in_it() {
    let part = |path: &str, text: &str| {
        let decoded = crate::text::decode(text.as_bytes());
        crate::analysis::SourceText::new(path.to_owned(), decoded)
    };
    let cut_off = part("a.yaml", "x: |\n  -----BEGIN RSA PRIVATE KEY-----\n  MIIE\n");
    let other = part("b.yaml", "y: 1\nAPI_KEY: hunter02\n");
    let analysis = Analysis::together(vec![cut_off, other], crate::lint::Options::default());
    let out = redact(analysis.text(), analysis.secret_values(), |_| false);
    assert!(out.ends_with("y: 1\nAPI_KEY: redacted\n"), "{out}");
}

#[test]
fn words_hide_secrets_that_begin_alike() {
    let text = "# API_KEY: hunter22\n# API_SECRET: hunter22behind\n";
    let secrets = Analysis::new(text).secret_values().to_vec();
    let all: Vec<&SecretValue> = secrets.iter().collect();
    assert_eq!(redact_words("it is hunter22behind.", text, &all), "it is redacted.");
}
