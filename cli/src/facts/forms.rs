//! The forms of the list.

use std::fmt::Write as _;

use blueprint_lens_core::platform::{FACTS_DATE, Fact, FactFamily, UNCHECKED_FACTS};
use serde_json::{Value, json};

use super::choice::Chosen;
use super::page::{body, rules_on, without_rule};

/// For people: a line for each fact.
pub(super) fn text(chosen: &[Chosen]) -> String {
    let mut out = String::new();
    for (family, facts) in chosen {
        let _ = writeln!(out, "{}: {}", family.letter, family.about);
        for fact in facts {
            let statement = fact.statement.replace('`', "");
            let _ = writeln!(out, "  {:4}  {:10}  {statement}", fact.id, fact.certainty.id());
        }
        out.push('\n');
    }
    out
}

/// For the docs: a section for each fact.
pub(super) fn markdown(chosen: &[Chosen]) -> String {
    let mut out = format!(
        "# Facts about Render\n\nWhat Blueprint Lens knows about Render as of {FACTS_DATE}: how sure each fact is, and \
         where it is stated.\n\n- *Documented*: Render's documentation or schema says so.\n- *Seen*: other official \
         material says so, people met it, or the documentation says it in part.\n- *Inferred*: a single report says so, or \
         it follows from other facts.\n\nRules cite facts by their id. `blueprint-lens facts` lists them, and \
         `blueprint-lens explain W08` shows one.\n"
    );
    for (family, facts) in chosen {
        let _ = writeln!(out, "\n## {}: {}", family.letter, family.about);
        if let Some(reason) = family.subject.without_rule() {
            let _ = writeln!(out, "\n{reason}");
        }
        for fact in facts {
            let _ =
                writeln!(out, "\n### {}\n\n{}{}", fact.id, body(fact), rules_part(family, fact));
        }
    }
    out
}

/// The rules that rest on a fact, as links, or why there is none; empty where the family says why.
fn rules_part(family: &FactFamily, fact: &Fact) -> String {
    let resting = rules_on(fact);
    let links: Vec<_> =
        resting.iter().map(|rule| format!("[`{0}`](rules/{0}.md)", rule.code)).collect();
    match (links.is_empty(), family.subject.without_rule()) {
        (false, _) => format!("\n\nRules: {}.", links.join(", ")),
        (true, None) => format!("\n\n{}", without_rule(family, fact)),
        (true, Some(_)) => String::new(),
    }
}

/// For programs.
pub(super) fn json_text(chosen: &[Chosen]) -> anyhow::Result<String> {
    let families: Vec<_> = chosen
        .iter()
        .map(|(family, facts)| {
            json!({
                "letter": family.letter,
                "about": family.about,
                "facts": facts.iter().map(|fact| json_of(fact)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let report = json!({ "version": crate::json::VERSION, "tool": crate::json::tool(), "families": families });
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}

fn json_of(fact: &Fact) -> Value {
    let sources: Vec<_> = fact
        .evidence
        .iter()
        .map(
            |evidence| json!({ "name": evidence.name, "url": evidence.url, "date": evidence.date }),
        )
        .collect();
    let unchecked = UNCHECKED_FACTS
        .iter()
        .find(|unchecked| unchecked.id == fact.id)
        .map(|unchecked| json!({ "why": unchecked.why.words(), "reason": unchecked.reason }));
    json!({
        "id": fact.id,
        "statement": fact.statement,
        "remedy": fact.remedy,
        "messages": fact.messages,
        "certainty": fact.certainty.id(),
        "sources": sources,
        "date": fact.date(),
        "rules": rules_on(fact).iter().map(|rule| rule.code).collect::<Vec<_>>(),
        "unchecked": unchecked,
    })
}
