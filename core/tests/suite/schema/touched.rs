//! What of this repository a change of the official schema touches: tables, facts, rules and pages.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use blueprint_lens_core::lint::Claims;
use blueprint_lens_core::platform::{FACT_FAMILIES, Fact, FieldType};
use blueprint_lens_core::rules;
use blueprint_lens_core::schema::{FoundValue, Violation, ViolationKind};
use blueprint_lens_core::text::Span;

use super::changes::{Change, Necessity, What};

/// How many pages a report names.
const PAGES: usize = 8;

/// The files that a change may touch, each with its path from the root.
pub(crate) struct Repository {
    tables: Vec<(String, String)>,
    rules: Vec<(&'static str, String)>,
    pages: Vec<(String, String)>,
}

/// What a change touches.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// Files of the tables.
    pub(crate) tables: Vec<String>,
    /// Facts that speak of it.
    pub(crate) facts: Vec<&'static str>,
    /// Rules that report it, read it, speak of it, or rest on those facts.
    pub(crate) rules: Vec<&'static str>,
    /// Pages that mention it.
    pub(crate) pages: Vec<String>,
}

impl fmt::Display for Touched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pages = self.pages.clone();
        pages.truncate(PAGES);
        if self.pages.len() > PAGES {
            pages.push(format!("{} more", self.pages.len() - PAGES));
        }
        let lists = [
            ("tables", self.tables.join(", ")),
            ("facts", self.facts.join(", ")),
            ("rules", self.rules.join(", ")),
            ("pages", pages.join(", ")),
        ];
        for (name, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
            writeln!(f, "  {name:6}  {list}")?;
        }
        Ok(())
    }
}

impl Repository {
    /// Reads tables, rules and pages.
    ///
    /// # Errors
    /// When they are not where they are expected.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let tables = files(root, "core/src/platform", "rs")?;
        let sources = files(root, "core/src/rules", "rs")?;
        let pages = files(root, "docs", "md")?;
        let rules = rules::all()
            .iter()
            .filter_map(|rule| {
                let code = format!("code: \"{}\"", rule.code);
                let (_, text) = sources.iter().find(|(_, text)| text.contains(&code))?;
                Some((rule.code, without_comments(text)))
            })
            .collect();
        let is_table = |path: &String| !path.contains("/ledger/");
        Ok(Self {
            tables: tables.into_iter().filter(|(path, _)| is_table(path)).collect(),
            rules,
            pages,
        })
    }

    /// What a change touches.
    pub(crate) fn touched(&self, change: &Change) -> Touched {
        let value = match &change.what {
            What::ValueAdded(value) | What::ValueRemoved(value) => Some(value.as_str()),
            _ => None,
        };
        let field = change.field.as_str();
        let own = value.unwrap_or(field);
        let facts: Vec<&Fact> = FACT_FAMILIES
            .iter()
            .flat_map(|family| family.facts())
            .filter(|fact| {
                [Some(field), value].into_iter().flatten().any(|term| speaks_of(fact, term))
            })
            .collect();
        let ids: Vec<_> = facts.iter().map(|fact| fact.id).collect();
        let reporting = reporting(change);
        let rules = rules::all().iter().filter(|rule| {
            let speaks = [field, own].iter().any(|term| rule.page.contains(&format!("`{term}`")));
            let reads = self.rules.iter().any(|(code, text)| {
                *code == rule.code && [field, own].iter().any(|term| has_literal(text, term))
            });
            rule.code == reporting
                || speaks
                || reads
                || rule.facts.iter().any(|id| ids.contains(id))
        });
        let rules = rules.map(|rule| rule.code).collect();
        let pages = self.pages.iter().filter(|(path, text)| {
            path == "docs/fields.md" || mentions(text, own, value.is_some())
        });
        let pages = pages.map(|(path, _)| path.clone()).collect();
        Touched { tables: self.tables_of(change, own), facts: ids, rules, pages }
    }

    /// The files with most of the words that stand in the same table, and those that name the word itself.
    fn tables_of(&self, change: &Change, own: &str) -> Vec<String> {
        let count =
            |text: &str| change.neighbours.iter().filter(|word| has_literal(text, word)).count();
        let most = self.tables.iter().map(|(_, text)| count(text)).max().unwrap_or_default();
        let holds = |text: &str| (most > 0 && count(text) == most) || has_literal(text, own);
        self.tables.iter().filter(|(_, text)| holds(text)).map(|(path, _)| path.clone()).collect()
    }
}

/// The rule that reports, in a file, what the schema and our tables see differently.
fn reporting(change: &Change) -> &'static str {
    let kind = match &change.what {
        What::FieldAdded | What::FieldRemoved | What::Closed(_) => ViolationKind::Unknown,
        What::Required(Necessity::Never, Necessity::Never) => return "",
        What::Required(..) => ViolationKind::Missing,
        What::ValueAdded(value) | What::ValueRemoved(value) => {
            ViolationKind::NotInList { known: &[], written: value.clone() }
        }
        What::Takes(..) => {
            ViolationKind::WrongType { takes: FieldType::Text, found: FoundValue::Null }
        }
    };
    let violation = Violation {
        node: change.node,
        field: change.field.clone(),
        kind,
        span: Span::default(),
        path: String::new(),
        refused: true,
        siblings: Arc::default(),
    };
    let claims = Claims::new(rules::all().iter().map(|rule| (rule.code, rule.claims)));
    claims.claimant(&violation).map_or("", |claimant| claimant.code)
}

/// Whether a fact has the word in its code.
fn speaks_of(fact: &Fact, term: &str) -> bool {
    let sentences = [Some(fact.statement), fact.remedy];
    let code = sentences.into_iter().flatten().flat_map(|text| text.split('`').skip(1).step_by(2));
    let mut words: BTreeSet<&str> = BTreeSet::new();
    for code in code {
        words.insert(code);
        words.extend(code.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')));
    }
    words.contains(term)
}

fn has_literal(text: &str, term: &str) -> bool {
    !term.is_empty() && text.contains(&format!("\"{term}\""))
}

/// Whether a page has the word in code: a value behind its key, a field before its value, or either alone.
fn mentions(text: &str, term: &str, is_value: bool) -> bool {
    if term.is_empty() {
        return false;
    }
    let alone = format!("`{term}`");
    text.lines().any(|line| {
        let line = line.trim().trim_start_matches("- ");
        let entry = line.split_once(':').is_some_and(|(key, value)| {
            if is_value { value.trim().trim_matches('"') == term } else { key == term }
        });
        entry || line.contains(&alone)
    })
}

/// Code only: no comments, and no tests.
fn without_comments(text: &str) -> String {
    let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
    lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The files below a folder with that ending, in the order of their paths.
fn files(root: &Path, folder: &str, ending: &str) -> Result<Vec<(String, String)>, String> {
    let mut waiting = vec![PathBuf::from(folder)];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        let entries = std::fs::read_dir(root.join(&folder))
            .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
        for entry in entries.flatten() {
            let path = folder.join(entry.file_name());
            if root.join(&path).is_dir() {
                if !path.ends_with("node_modules") {
                    waiting.push(path);
                }
            } else if path.extension().is_some_and(|it| it == ending) {
                let text = std::fs::read_to_string(root.join(&path))
                    .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
                found.push((path.display().to_string(), text));
            }
        }
    }
    found.sort();
    Ok(found)
}
