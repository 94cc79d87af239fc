//! A fact as Markdown: its own page, and its part in the page of a rule.

use std::fmt::Write as _;

use blueprint_lens_core::lint::Rule;
use blueprint_lens_core::platform::{Evidence, Fact, FactFamily, UNCHECKED_FACTS};
use blueprint_lens_core::rules;

use super::choice::find;

/// The page of a fact, with the rules that rest on it or the reason why there is none.
pub(crate) fn page(family: &FactFamily, fact: &Fact) -> String {
    let mut out = format!("# {}\n\n{}\n", fact.id, body(fact));
    let resting = rules_on(fact);
    if resting.is_empty() {
        let _ = writeln!(out, "\n{}", without_rule(family, fact));
    } else {
        out.push_str("\n## Rules\n\n");
    }
    for rule in resting {
        let _ = writeln!(out, "- `{}`: {}", rule.code, rule.summary);
    }
    out
}

/// The facts that a rule rests on, as the last section of its page; empty where it rests on none.
pub(crate) fn section(rule: &Rule) -> String {
    let facts = rule.facts.iter().filter_map(|id| find(id));
    let mut out = String::new();
    for (_, fact) in facts {
        let heading = if out.is_empty() { "\n## Facts\n\n" } else { "" };
        let _ = writeln!(
            out,
            "{heading}- **{}**, {}: {} Source: {}.",
            fact.id,
            fact.certainty.words(),
            fact.statement,
            sources(fact)
        );
    }
    out
}

/// What a fact says, what to do, which words to look for, how sure it is and where it is stated: a paragraph each.
pub(super) fn body(fact: &Fact) -> String {
    let mut out = fact.statement.to_owned();
    if let Some(remedy) = fact.remedy {
        let _ = write!(out, "\n\nWhat to do: {}", uncapitalized(remedy));
    }
    if !fact.messages.is_empty() {
        let messages: Vec<_> = fact.messages.iter().map(|message| format!("`{message}`")).collect();
        let _ = write!(out, "\n\nMessage: {}", messages.join(", "));
    }
    let _ = write!(out, "\n\nCertainty: {}. Source: {}.", fact.certainty.words(), sources(fact));
    out
}

/// The rules that rest on a fact.
pub(super) fn rules_on(fact: &Fact) -> Vec<&'static Rule> {
    rules::all().iter().copied().filter(|rule| rule.facts.contains(&fact.id)).collect()
}

/// Why no rule looks for a fact: a sentence or two.
pub(super) fn without_rule(family: &FactFamily, fact: &Fact) -> String {
    if let Some(reason) = family.subject.without_rule() {
        return reason.to_owned();
    }
    let unchecked = UNCHECKED_FACTS.iter().find(|unchecked| unchecked.id == fact.id);
    let (why, reason) = unchecked.map_or(("", ""), |it| (it.why.words(), it.reason));
    format!("No rule looks for it: {why}. {reason}")
}

/// Where a fact is stated, each with its date.
fn sources(fact: &Fact) -> String {
    let one = |evidence: &&Evidence| match evidence.url {
        Some(url) => format!("[{}]({url}), {}", evidence.name, evidence.date),
        None => format!("{}, {}", evidence.name, evidence.date),
    };
    fact.evidence.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A sentence in the middle of a line.
fn uncapitalized(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_lowercase(), chars.as_str()))
}
