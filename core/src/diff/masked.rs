//! A whole Blueprint as text that may be shown to anybody: the same lines, with what looks like a secret hidden.

use crate::analysis::Analysis;
use crate::conventions::HIDDEN;

/// The text of a file line by line, without line breaks and with secrets hidden. There are as many lines as the file
/// has, so that line numbers keep their meaning.
pub fn masked_lines(analysis: &Analysis) -> Vec<String> {
    let text = analysis.text();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for secret in analysis.secret_values() {
        let span = secret.span;
        out.push_str(text.get(at..span.start()).unwrap_or_default());
        out.push_str(HIDDEN);
        out.extend(span.slice(text).chars().filter(|c| *c == '\n'));
        at = span.end();
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out.split('\n').map(|line| line.trim_end_matches('\r').to_owned()).collect()
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
      - key: CERT_PRIVATE_KEY
        value: |
          hunter2
          hunter2
      - key: PORT
        value: 8080
";
        let lines = masked_lines(&Analysis::new(text));
        assert_eq!(lines.len(), text.split('\n').count());
        assert!(!lines.concat().contains("hunter2"), "{lines:#?}");
        assert_eq!(lines[5], "        value: ***");
        assert_eq!(lines[11], "        value: 8080");
        assert_eq!(lines[2], "    name: api");
    }
}
