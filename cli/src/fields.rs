//! `fields`: the language of Blueprints, section by section, from the tables of the engine.

use std::collections::{BTreeSet, VecDeque};
use std::fmt::Write as _;
use std::process::ExitCode;

use blueprint_lens_core::platform::{FieldFacts, FieldType, Kind, Required, SchemaNode, fields_of};
use serde_json::{Value, json};

use crate::args::ListFormat;
use crate::output;

/// Runs `fields`.
///
/// # Errors
/// When the list cannot be written.
pub(crate) fn list(format: ListFormat) -> anyhow::Result<ExitCode> {
    let spots = spots();
    let out = match format {
        ListFormat::Text => text(&spots),
        ListFormat::Json => json_text(&spots)?,
        ListFormat::Markdown => markdown(&spots),
    };
    output::print(&out)?;
    Ok(ExitCode::SUCCESS)
}

/// A node and its positions in a file.
struct Spot {
    node: SchemaNode,
    /// The shortest path to it; empty for the root.
    path: String,
    /// Every path to it, over the shortest path of its parent.
    paths: BTreeSet<String>,
    /// The kinds of services that have it; empty if it is not part of a service.
    kinds: Vec<Kind>,
}

impl Spot {
    /// Its path, and the kind if kinds differ.
    fn title(&self, others: &[Self]) -> String {
        if self.path.is_empty() {
            return "The root".to_owned();
        }
        let shared = others.iter().any(|other| other.node != self.node && other.path == self.path);
        let kinds: Vec<_> = self.kinds.iter().map(|kind| kind.words()).collect();
        if shared {
            format!("`{}`: {}", self.path, kinds.join(", "))
        } else {
            format!("`{}`", self.path)
        }
    }
}

/// Every node that can be reached from the root, nearest first.
fn spots() -> Vec<Spot> {
    let mut spots = vec![Spot {
        node: SchemaNode::Root,
        path: String::new(),
        paths: BTreeSet::new(),
        kinds: vec![],
    }];
    let mut waiting = VecDeque::from([0]);
    while let Some(at) = waiting.pop_front() {
        let (holder, above) = (spots[at].node, spots[at].path.clone());
        for row in fields_of(holder).filter(|row| row.replaced_by.is_none()) {
            let path = below(&above, row);
            for (node, kinds) in inside(holder, row, &spots[at].kinds) {
                if let Some(known) = spots.iter_mut().find(|spot| spot.node == node) {
                    known.paths.insert(path.clone());
                    known.kinds.extend(
                        kinds
                            .iter()
                            .filter(|kind| !known.kinds.contains(kind))
                            .copied()
                            .collect::<Vec<_>>(),
                    );
                    continue;
                }
                waiting.push_back(spots.len());
                spots.push(Spot {
                    node,
                    path: path.clone(),
                    paths: BTreeSet::from([path.clone()]),
                    kinds,
                });
            }
        }
    }
    spots
}

/// The path of a field, with `[]` for each list.
fn below(above: &str, row: &FieldFacts) -> String {
    let mut path = match above {
        "" => row.name.to_owned(),
        _ => format!("{above}.{}", row.name),
    };
    let mut takes = row.takes;
    while let FieldType::List(item) = takes {
        path.push_str("[]");
        takes = *item;
    }
    path
}

/// The nodes that a field opens, each with the kinds of services that have it.
fn inside(holder: SchemaNode, row: &FieldFacts, above: &[Kind]) -> Vec<(SchemaNode, Vec<Kind>)> {
    let kinds = match holder {
        SchemaNode::Service(kind) => vec![kind],
        _ => above.to_vec(),
    };
    match row.takes.innermost() {
        FieldType::Mapping(node) => vec![(node, kinds)],
        FieldType::Service => Kind::ALL
            .into_iter()
            .filter(|kind| !kind.is_database())
            .map(|kind| (SchemaNode::Service(kind), vec![kind]))
            .collect(),
        _ => Vec::new(),
    }
}

/// The type of a field, with codes in backticks.
fn takes(row: &FieldFacts) -> String {
    match row.takes.innermost() {
        FieldType::OneOf(words) => {
            let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
            many(row, &words.join(", "))
        }
        FieldType::Whole { min, max: Some(max) } => {
            many(row, &format!("a whole number, {min} to {max}"))
        }
        FieldType::Whole { min, max: None } => many(row, &format!("a whole number, {min} or more")),
        other => many(row, other.a_words()),
    }
}

fn many(row: &FieldFacts, item: &str) -> String {
    match row.takes {
        FieldType::List(_) => format!("a list: {item}"),
        _ => item.to_owned(),
    }
}

fn required(row: &FieldFacts) -> String {
    match row.required {
        Required::No => String::new(),
        Required::Yes => "yes".to_owned(),
        Required::Unless(other) => format!("without `{other}`"),
        Required::When(condition) => condition.words(),
    }
}

/// What it does, and everything else to know about it.
fn about(node: SchemaNode, row: &FieldFacts) -> String {
    let mut out = row.help.to_owned();
    if let Some(now) = row.replaced_by {
        let _ = write!(out, " Write `{now}` instead.");
    }
    if row.immutable {
        out.push_str(" Fixed when the resource is created.");
    }
    if matches!(node, SchemaNode::Service(kind) if row.no_effect_on.contains(&kind)) {
        out.push_str(" Has no effect on this type of service.");
    }
    out
}

fn markdown(spots: &[Spot]) -> String {
    let mut out = String::from(
        "# Fields of a Blueprint\n\nEvery field that Blueprint Lens knows, section by section: its type, whether it is required, and Render's default for a resource that does not exist yet. Checks, completion and hover cards use the same tables. `blueprint-lens fields` prints this list; `--format json` adds the source of each field.\n",
    );
    for spot in spots {
        let _ = write!(out, "\n## {}\n\n", spot.title(spots));
        if spot.paths.len() > 1 {
            let paths: Vec<_> = spot.paths.iter().map(|path| format!("`{path}`")).collect();
            let _ = write!(out, "At {}.\n\n", paths.join(", "));
        }
        out.push_str(
            "| Field | Type | Required | Default | What it does |\n|---|---|---|---|---|\n",
        );
        for row in fields_of(spot.node) {
            let default = row.default.map_or_else(String::new, |value| format!("`{value}`"));
            let cells = [
                format!("`{}`", row.name),
                takes(row),
                required(row),
                default,
                about(spot.node, row),
            ];
            let cells: Vec<_> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
            let _ = writeln!(out, "| {} |", cells.join(" | "));
        }
    }
    out
}

fn text(spots: &[Spot]) -> String {
    let mut out = String::new();
    for spot in spots {
        let _ = writeln!(out, "{}", spot.title(spots).replace('`', ""));
        let width = fields_of(spot.node).map(|row| row.name.len()).max().unwrap_or_default();
        for row in fields_of(spot.node) {
            let must = match required(row).as_str() {
                "" => String::new(),
                "yes" => " (required)".to_owned(),
                when => format!(" (required {when})"),
            };
            let line = format!("{}{must}. {}", takes(row), about(spot.node, row));
            let _ = writeln!(out, "  {:width$}  {}", row.name, line.replace('`', ""));
        }
        out.push('\n');
    }
    out
}

fn json_text(spots: &[Spot]) -> anyhow::Result<String> {
    let places: Vec<Value> = spots
        .iter()
        .map(|spot| {
            let fields: Vec<Value> = fields_of(spot.node)
                .map(|row| {
                    let values = match row.takes.innermost() {
                        FieldType::OneOf(words) => Some(words),
                        _ => None,
                    };
                    json!({
                        "name": row.name,
                        "takes": takes(row).replace('`', ""),
                        "values": values,
                        "required": required(row).replace('`', ""),
                        "default": row.default,
                        "immutable": row.immutable,
                        "replacedBy": row.replaced_by,
                        "help": about(spot.node, row),
                        "source": row.source.url(),
                        "date": row.source.date(),
                    })
                })
                .collect();
            json!({
                "path": spot.path,
                "paths": spot.paths,
                "kinds": spot.kinds.iter().map(|kind| kind.id()).collect::<Vec<_>>(),
                "fields": fields,
            })
        })
        .collect();
    let report =
        json!({ "version": crate::json::VERSION, "tool": crate::json::tool(), "places": places });
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_tables_stands_somewhere_in_a_file() {
        let spots = spots();
        for node in SchemaNode::all() {
            assert!(spots.iter().any(|spot| spot.node == node), "{node:?} is nowhere");
        }
        assert_eq!(spots.len(), SchemaNode::all().count());
        let mut titles: Vec<_> = spots.iter().map(|spot| spot.title(&spots)).collect();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), spots.len(), "two places are called the same: {titles:?}");
    }
}
