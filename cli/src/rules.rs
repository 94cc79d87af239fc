//! `rules` and `explain`.

use std::fmt::Write as _;
use std::process::ExitCode;

use blueprint_lens_core::platform::{UNCHECKED_FACTS, find_fact};
use blueprint_lens_core::rules;
use serde_json::json;

use crate::args::ListFormat;
use crate::{facts, output};

/// Runs `explain`.
///
/// # Errors
/// If no rule has that code and no fact that id.
pub(crate) fn explain(code: &str) -> anyhow::Result<ExitCode> {
    print(&explanation(code)?)
}

/// The page of a rule, with its title, what it is and the facts that it rests on; or that of a fact. As Markdown.
///
/// # Errors
/// If no rule has that code and no fact that id.
pub(crate) fn explanation(code: &str) -> anyhow::Result<String> {
    if let Some((family, fact)) = facts::find(code) {
        return Ok(facts::page(family, fact));
    }
    let Some(rule) = rules::find(code) else {
        let near = rules::nearest_code(code)
            .map_or_else(String::new, |near| format!(", did you mean `{near}`?"));
        anyhow::bail!("no rule is called `{code}`{near}; `blueprint-lens rules` lists them");
    };
    let cited = if rule.facts.is_empty() {
        String::new()
    } else {
        format!("; facts {}", rule.facts.join(", "))
    };
    let mut out = format!("# {}\n\n{}\n\n", rule.code, sentence(rule.summary));
    let _ = writeln!(
        out,
        "{}, {}, {}{}; since {}{}.\n",
        rule.severity.id(),
        rule.category.id(),
        rule.certainty.id(),
        cited,
        rule.since,
        if rule.on_by_default { "" } else { "; off by default, on with `--all-advice`" },
    );
    out.push_str(&page(rule));
    out.push_str(&facts::section(rule));
    Ok(out)
}

/// Runs `rules`.
///
/// # Errors
/// When the list cannot be written.
pub(crate) fn list(format: ListFormat) -> anyhow::Result<ExitCode> {
    let out = match format {
        ListFormat::Text => text(),
        ListFormat::Json => json()?,
        ListFormat::Markdown => markdown(),
    };
    print(&out)
}

/// The page of a rule as Markdown. The space after `///` is not part of the text.
pub(crate) fn page(rule: &blueprint_lens_core::lint::Rule) -> String {
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

/// The index of the rule pages: a table for each category, in the order of the rules.
fn markdown() -> String {
    let mut out = String::from(
        "# Rules\n\nWhat `blueprint-lens check` finds. *Error*: Render rejects the file, or the traffic cannot flow; *warning*: it works, but is dangerous or surprising; *info*: a note.\n",
    );
    let mut categories: Vec<&str> = Vec::new();
    for rule in rules::all() {
        if !categories.contains(&rule.category.id()) {
            categories.push(rule.category.id());
        }
    }
    for category in categories {
        let _ = writeln!(
            out,
            "\n## {category}\n\n| Rule | Severity | What it finds | Facts | Fix |\n| --- | --- | --- | --- | --- |"
        );
        for rule in rules::all().iter().filter(|rule| rule.category.id() == category) {
            let _ = writeln!(
                out,
                "| [`{0}`]({0}.md) | {1}{2} | {3} | {4} | {5} |",
                rule.code,
                rule.severity.id(),
                if rule.on_by_default { "" } else { ", off by default" },
                sentence(rule.summary),
                rule.facts.iter().map(|id| link(id)).collect::<Vec<_>>().join(", "),
                if rule.fixes { "yes" } else { "" },
            );
        }
    }
    out.push_str(&unchecked());
    out
}

/// A link from the index to a fact.
fn link(id: &str) -> String {
    format!("[{id}](../facts.md#{})", id.to_ascii_lowercase())
}

/// Known mistakes that no rule checks, with the reason, as a section of the index.
fn unchecked() -> String {
    let mut out = String::from(
        "\n## Not checked\n\nKnown mistakes that no rule checks. Every other fact on mistakes has at least one \
         rule.\n\n| Fact | What Render does | Why no rule | |\n| --- | --- | --- | --- |\n",
    );
    for unchecked in UNCHECKED_FACTS {
        let statement = find_fact(unchecked.id).map_or("", |(_, fact)| fact.statement);
        let statement = statement.replace('|', "\\|");
        let _ = writeln!(
            out,
            "| {} | {statement} | {} | {} |",
            link(unchecked.id),
            sentence(unchecked.why.words()),
            unchecked.reason
        );
    }
    out
}

fn print(text: &str) -> anyhow::Result<ExitCode> {
    output::print(text)?;
    Ok(ExitCode::SUCCESS)
}
