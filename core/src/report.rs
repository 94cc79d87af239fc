//! The findings as Markdown, to be pasted into an issue or a chat.

use crate::analysis::Analysis;
use crate::diagnostics::{Diagnostic, Severity};
use crate::redact::{SecretValue, redact_words};
use crate::wording::count::count;
use crate::wording::sentence::sentence;

/// The findings of a text, the worst first, without the words of `secrets`.
pub fn markdown(analysis: &Analysis, secrets: &[&SecretValue]) -> String {
    let all = analysis.diagnostics();
    let with = |severity: Severity| -> Vec<&Diagnostic> {
        all.iter().filter(|found| found.severity == severity).collect()
    };
    let groups = [Severity::Error, Severity::Warning, Severity::Info]
        .map(|severity| (severity, with(severity)));
    let counts: Vec<String> = groups
        .iter()
        .filter(|(_, found)| !found.is_empty())
        .map(|(severity, found)| count(found.len(), severity.id()))
        .collect();
    let title = if counts.is_empty() { "no problems".to_owned() } else { counts.join(", ") };
    let mut out = format!("**render.yaml: {title}**\n");
    if !all.is_empty() {
        out.push('\n');
    }
    for (severity, found) in &groups {
        for one in found {
            let line = analysis.lines().line_of(one.span.start()) + 1;
            out.push_str(&format!(
                "- **{}** in line {line}: {} {} (`{}`)\n",
                severity.id(),
                sentence(&one.message),
                sentence(&one.help),
                one.rule
            ));
        }
    }
    redact_words(&out, analysis.text(), secrets)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "services:
  - {type: web, name: api, runtime: docker, plan: starter, region: ohio, envVars: [{key: A, fromService: {name: hunter22secret, type: pserv, property: hostport}}]}
  - {type: pserv, name: hunter22secret, runtime: docker, plan: starter, region: oregon, envVars: [{key: API_TOKEN, value: hunter22secret}]}
";

    #[test]
    fn the_worst_comes_first_with_its_line_and_rule() {
        let report = markdown(&Analysis::new(TEXT), &[]);
        let rows: Vec<&str> = report.lines().filter(|line| line.starts_with("- ")).collect();
        assert!(report.starts_with("**render.yaml: 1 error, "), "{report}");
        assert!(rows[0].starts_with("- **error** in line 2: "), "{report}");
        assert!(rows[0].ends_with("(`cross-region-reference`)"), "{report}");
        assert!(rows[1].starts_with("- **warning** in line 3: "), "{report}");
        assert_eq!(
            markdown(&Analysis::new("services: []\n"), &[]),
            "**render.yaml: no problems**\n"
        );
    }

    #[test]
    fn words_that_are_secret_are_replaced() {
        let analysis = Analysis::new(TEXT);
        let secrets = analysis.secret_values();
        assert!(markdown(&analysis, &[]).contains("hunter22secret"));
        let report = markdown(&analysis, &secrets.iter().collect::<Vec<_>>());
        assert!(report.contains("`redacted`") && !report.contains("hunter22secret"), "{report}");
    }
}
