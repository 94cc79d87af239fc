//! The network a second time: reach, exposure and wiring from plain tables, which share no code with the engine, over
//! random Blueprints in every way of writing them. Another reader parses the YAML; the ledger says what is true.
//! The plan has a second evaluator of its own (`plan/random/`).

mod answers;
mod blueprints;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::{Category, Severity};
use blueprint_lens_core::model::Scope;
use blueprint_lens_core::reach::pairs;

use crate::random::{asked_for, seeded};
use world::{Place, World};

/// How many decisions a Blueprint is made from at most.
const DECISIONS: usize = 220;

/// What Render refuses although nothing else can be meant.
const UNDERSTOOD: [&str; 4] =
    ["wrong-reference-type", "wrong-reference-form", "duplicate-name", "unsupported-property"];

/// What the two do not read alike: `1.10` is a number to the other one, an empty list nothing, `Free` a plan like any.
const LOST: [&str; 3] = ["wrong-value-type", "list-expected", "unknown-plan"];

/// Whether Render refuses the file for what two readers may understand differently.
fn is_malformed(analysis: &Analysis) -> bool {
    analysis.diagnostics().iter().any(|finding| {
        let law = [Category::Syntax, Category::Schema, Category::Validator];
        let is_law = law.contains(&finding.category);
        let is_error = finding.severity == Severity::Error && is_law;
        (is_error && !UNDERSTOOD.contains(&finding.rule)) || LOST.contains(&finding.rule)
    })
}

/// What tells resources of one kind, name and place apart: their order. Readers differ in that of lists that are shared.
fn identities<'a>(of: impl Iterator<Item = (&'a str, &'a str, Place)>) -> Vec<String> {
    let mut met: BTreeMap<_, usize> = BTreeMap::new();
    let id = |one @ (kind, name, place)| {
        let number = met.entry(one).or_default();
        *number += 1;
        format!("{kind}:{name}@{place}#{number}")
    };
    of.map(id).collect()
}

/// Everything that the engine says of the network, a line each.
fn said(analysis: &Analysis) -> BTreeSet<String> {
    let network = analysis.network();
    let declared: Vec<_> = network.nodes().filter(|(_, node)| node.is_declared()).collect();
    let place = |scope| match scope {
        Some(Scope::Environment(environment)) => environment.0 + 2,
        Some(Scope::Ungrouped(_)) => 1,
        _ => 0,
    };
    let all = declared.iter().map(|(_, node)| (node.kind_id(), &*node.name, place(node.scope)));
    let ids: BTreeMap<_, _> = declared.iter().map(|(node, _)| *node).zip(identities(all)).collect();
    let outside = |node| {
        let node = network.node(node);
        format!("{}:{}", node.id.split(':').next().unwrap_or_default(), node.name)
    };
    let end = |node| ids.get(&node).cloned().unwrap_or_else(|| outside(node));
    let mut out = BTreeSet::new();
    for (node, data) in &declared {
        out.insert(format!("{} is {}", end(*node), data.exposure.id()));
    }
    for pair in pairs(analysis.question()) {
        out.insert(format!("{} reaches {}: {}", end(pair.from), end(pair.to), pair.answer.id()));
    }
    for (_, from, to, edge) in network.edges().filter(|(.., edge)| edge.class.id() != "ingress") {
        out.insert(format!(
            "{} to {}: {} {}",
            end(from),
            end(to),
            edge.class.id(),
            edge.verdict.id()
        ));
    }
    out
}

/// What came of the Blueprint of a seed.
enum Outcome {
    /// Render refuses it, or the two may understand it differently.
    Refused,
    /// The other reader cannot read what the engine reads without complaint.
    Unread,
    /// Both were asked, and said so many lines.
    Told(usize),
}

/// Asks both about the Blueprint of a seed.
fn compared(seed: u64, failures: &mut Vec<String>) -> Outcome {
    let text = blueprints::text(&seeded(seed, DECISIONS));
    let analysis = Analysis::new(&text);
    // Of a list that is shared, each reader has its own order.
    if is_malformed(&analysis) || ["services: *", "databases: *"].iter().any(|it| text.contains(it))
    {
        return Outcome::Refused;
    }
    let root = serde_yaml::from_str(&text);
    let root = root.and_then(|mut root: serde_yaml::Value| root.apply_merge().map(|()| root));
    let Ok(root) = root else { return Outcome::Unread };
    let (found, expected) = (said(&analysis), World::new(&root).answers());
    if found != expected {
        let only =
            |one: &BTreeSet<String>, other| one.difference(other).cloned().collect::<Vec<_>>();
        let (engine, tables) = (only(&found, &expected), only(&expected, &found));
        failures.push(format!(
            "seed {seed}\nengine only: {engine:#?}\ntables only: {tables:#?}\n{text}"
        ));
    }
    Outcome::Told(expected.len())
}

/// Seeds beyond the first ones on which the two quarrelled once.
const QUARRELS: [u64; 1] = [3_746];

/// What came of many seeds.
#[derive(Debug, Default)]
struct Tally {
    /// Blueprints that both were asked about, and the lines that both say of them.
    told: usize,
    lines: usize,
    /// Blueprints that Render takes and the other reader cannot read.
    unread: usize,
}

/// Asks both about every seed.
fn agreed(seeds: impl Iterator<Item = u64>) -> Tally {
    let mut failures = Vec::new();
    let mut tally = Tally::default();
    for seed in seeds {
        match compared(seed, &mut failures) {
            Outcome::Refused => {}
            Outcome::Unread => tally.unread += 1,
            Outcome::Told(lines) => {
                tally.told += 1;
                tally.lines += lines;
            }
        }
    }
    assert!(failures.is_empty(), "{} quarrels\n{}", failures.len(), failures.join("\n\n"));
    tally
}

#[test]
fn two_engines_agree() {
    let tally = agreed((0..2_000).chain(QUARRELS));
    assert!(tally.told > 1_600 && tally.lines > 20 * tally.told, "{tally:?}");
    assert!(tally.unread * 100 < tally.told, "the other reader reads nearly all: {tally:?}");
}

#[test]
#[expect(clippy::print_stderr, reason = "somebody asks for the seeds")]
fn two_engines_agree_in_a_wide_run() {
    let Tally { told, lines, unread } = agreed(asked_for());
    eprintln!("both say the same {lines} lines of {told} Blueprints; {unread} only one can read");
}
