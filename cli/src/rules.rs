//! `rules` and `explain`.

use std::fmt::Write as _;
use std::process::ExitCode;

use blueprint_lens_core::rules;
use serde_json::json;

use crate::args::RulesFormat;

/// Runs `explain`.
///
/// # Errors
/// When no rule has that code.
pub(crate) fn explain(code: &str) -> anyhow::Result<ExitCode> {
    let Some(rule) = rules::find(code) else {
        anyhow::bail!("no rule is called `{code}`; `blueprint-lens rules` lists them");
    };
    let mut out = format!("# {}\n\n{}\n\n", rule.code, sentence(rule.summary));
    let _ = writeln!(
        out,
        "{}, {}, {}; facts {}; since {}{}.\n",
        rule.severity.id(),
        rule.category.id(),
        rule.certainty.id(),
        rule.facts.join(", "),
        rule.since,
        if rule.on_by_default { "" } else { "; off unless asked for with `--all-advice`" },
    );
    out.push_str(&page(rule));
    print(&out)
}

/// Runs `rules`.
///
/// # Errors
/// When the list cannot be written.
pub(crate) fn list(format: RulesFormat) -> anyhow::Result<ExitCode> {
    let out = match format {
        RulesFormat::Text => text(),
        RulesFormat::Json => json()?,
        RulesFormat::Markdown => markdown(),
    };
    print(&out)
}

/// The page of a rule as Markdown: doc lines keep a blank behind `///`, which is not part of the text.
fn page(rule: &rules::Rule) -> String {
    rule.page.lines().map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect()
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), chars.as_str()))
}

fn text() -> String {
    let width = rules::all().iter().map(|rule| rule.code.len()).max().unwrap_or_default();
    rules::all()
        .iter()
        .map(|rule| format!("{:width$}  {:7}  {}\n", rule.code, rule.severity.id(), rule.summary))
        .collect()
}

fn json() -> anyhow::Result<String> {
    let list: Vec<_> = rules::all()
        .iter()
        .map(|rule| {
            json!({
                "code": rule.code,
                "summary": rule.summary,
                "severity": rule.severity.id(),
                "category": rule.category.id(),
                "certainty": rule.certainty.id(),
                "facts": rule.facts,
                "fixes": rule.fixes,
                "since": rule.since,
                "default": rule.on_by_default,
                "page": page(rule),
            })
        })
        .collect();
    let report =
        json!({ "version": crate::json::VERSION, "tool": crate::json::tool(), "rules": list });
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}

fn markdown() -> String {
    let mut out = String::from(
        "| Rule | Severity | What it finds | Facts | Fix |\n| --- | --- | --- | --- | --- |\n",
    );
    for rule in rules::all() {
        let _ = writeln!(
            out,
            "| [`{0}`](rules/{0}.md) | {1} | {2} | {3} | {4} |",
            rule.code,
            rule.severity.id(),
            sentence(rule.summary),
            rule.facts.join(", "),
            if rule.fixes { "yes" } else { "" },
        );
    }
    out
}

fn print(text: &str) -> anyhow::Result<ExitCode> {
    use std::io::Write as _;
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
