//! A whole Blueprint as text that may be shown to anybody: the same lines, with what looks like a secret hidden.

use super::secret::{HIDDEN, mask};
use crate::analysis::Analysis;
use crate::conventions::{is_server_only, looks_secret};
use crate::sort;
use crate::syntax::{Node, Value};
use crate::text::Span;

/// The text of a file line by line, without line breaks and with secrets hidden. There are as many lines as the file
/// has, so that line numbers keep their meaning.
pub fn masked_lines(analysis: &Analysis) -> Vec<String> {
    let mut hidden = Vec::new();
    if let Some(root) = &analysis.syntax().root {
        secrets(root, &mut hidden);
    }
    sort::by_key(&mut hidden, |span| span.start);
    let text = analysis.text();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for span in hidden {
        let (Some(before), Some(secret)) =
            (text.get(at..span.start()), text.get(span.start()..span.end()))
        else {
            continue;
        };
        out.push_str(before);
        out.push_str(HIDDEN);
        out.extend(secret.chars().filter(|c| *c == '\n'));
        at = span.end();
    }
    out.push_str(text.get(at..).unwrap_or_default());
    let mut lines = Vec::new();
    let mut named = false;
    let mut armoured = false;
    for line in out.split('\n') {
        let line = line.trim_end_matches('\r');
        armoured |= line.contains("-----BEGIN");
        lines.push(if armoured { HIDDEN.to_owned() } else { line_shown(line, &mut named) });
        armoured &= !line.contains("-----END");
    }
    lines
}

/// Collects the values whose names say that they are secret: of a key, or of the variable that a `key` beside it names.
fn secrets(node: &Node, found: &mut Vec<Span>) {
    match &node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => items.iter().for_each(|item| secrets(item, found)),
        Value::Mapping(entries) => {
            let text = |node: &Node| match &node.value {
                Value::Scalar(scalar) => Some(scalar.text.clone()),
                _ => None,
            };
            let variable = entries
                .iter()
                .find(|entry| text(&entry.key).as_deref() == Some("key"))
                .and_then(|entry| text(&entry.value));
            for entry in entries.iter().filter(|entry| !entry.merged) {
                let name = text(&entry.key).unwrap_or_default();
                let is_value = matches!(name.as_str(), "value" | "previewValue");
                let said = is_value && variable.as_deref().is_some_and(is_secret);
                if (said || (name != "key" && is_secret(&name))) && text(&entry.value).is_some() {
                    found.push(entry.value.span);
                } else {
                    secrets(&entry.value, found);
                }
            }
        }
    }
}

fn is_secret(name: &str) -> bool {
    looks_secret(name) || is_server_only(name)
}

/// One line with what the tree does not tell: comments, and text that is no YAML. `named` is whether the line before
/// names a secret variable.
fn line_shown(line: &str, named: &mut bool) -> String {
    let (name, value) = line.split_once(':').unwrap_or((line, ""));
    let word = |text: &str| {
        text.trim_matches(|c: char| c.is_whitespace() || "-#'\"{,".contains(c)).to_owned()
    };
    let key = word(name);
    let holds = matches!(key.as_str(), "value" | "previewValue");
    if !value.trim().is_empty()
        && (is_secret(&key) || (holds && *named))
        && !value.contains(HIDDEN)
        && key != "generateValue"
        && !is_yaml_word(value)
    {
        return format!("{name}: {HIDDEN}");
    }
    if key == "key" {
        *named = is_secret(&word(value));
    } else if !holds {
        *named = false;
    }
    mask(line)
}

/// Whether a value says only yes or no.
fn is_yaml_word(value: &str) -> bool {
    matches!(value.trim(), "true" | "false" | "null")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_values_and_keeps_lines() {
        let text = "\
services:
  - type: web
    name: api
    envVars:
      - key: API_KEY
        value: hunter2
      - {value: 'hunter2', key: JWT_SECRET}
      - key: CERT_PRIVATE_KEY
        value: |
          hunter2
          hunter2
      - key: URL
        value: postgres://app:hunter2@db.example.com/x
      # - key: OLD_TOKEN
      #   value: hunter2
      # DB_PASSWORD: hunter2
      - key: PORT
        value: 8080
";
        let lines = masked_lines(&Analysis::new(text));
        assert_eq!(lines.len(), text.split('\n').count());
        assert!(!lines.concat().contains("hunter2"), "{lines:#?}");
        assert_eq!(lines[5], "        value: ***");
        assert_eq!(lines[17], "        value: 8080");
        assert_eq!(lines[2], "    name: api");
        let broken = "a: [\nAPI_SECRET: hunter2\n";
        assert!(!masked_lines(&Analysis::new(broken)).concat().contains("hunter2"));
    }
}
