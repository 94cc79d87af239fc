//! The network as a Mermaid flowchart, for places that draw Mermaid and nothing else. Mermaid lays it out by itself, so
//! this needs the network only, not the scene.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::graph::{EdgeClass, NetEdge, NetNode, Network, NodeKind, NodeRef, Placement, Verdict};
use crate::model::{Blueprint, EnvironmentId, Scope};
use crate::platform::Kind;
use crate::text::FileId;

/// More edges than this, and Mermaid draws nothing unless its host allows more (its `maxEdges`).
pub const MAX_EDGES: usize = 500;

/// Longest label, in characters; what is longer ends in an ellipsis.
const LONGEST_LABEL: usize = 60;

/// How many variables an edge names before it counts the rest.
const NAMED_VARIABLES: usize = 3;

/// The nodes of every lane by their environment.
type Lanes = BTreeMap<Placement, BTreeMap<Option<EnvironmentId>, Vec<NodeRef>>>;

/// The whole network as a flowchart: a frame for every lane, and in it one for every environment; around the lanes of
/// each file, where there are several.
pub fn flowchart(blueprint: &Blueprint, network: &Network) -> String {
    let mut out = String::from("flowchart LR\n");
    if network.edges().count() > MAX_EDGES {
        let _ = writeln!(out, "  %% over {MAX_EDGES} edges: needs a higher maxEdges to be drawn");
    }
    let mut files: BTreeMap<Option<FileId>, Lanes> = BTreeMap::new();
    for (handle, node) in network.nodes() {
        let scope = node.scope.filter(|_| blueprint.roots.len() > 1);
        let lanes = files.entry(scope.map(|scope| blueprint.file_of(scope))).or_default();
        let environments = lanes.entry(node.placement).or_default();
        environments.entry(node.environment).or_default().push(handle);
    }
    let mut number = 0;
    for (file, lanes) in &files {
        if let Some(file) = file {
            let path = label(&blueprint.root(*file).path);
            let _ = writeln!(out, "  subgraph file{}[\"{path}\"]", file.0);
        }
        for (placement, environments) in lanes {
            write_lane(&mut out, (blueprint, network), number, *placement, environments);
            number += 1;
        }
        if file.is_some() {
            out.push_str("  end\n");
        }
    }
    for (_, from, to, data) in network.edges() {
        let _ = writeln!(out, "  n{} {} n{}", from.0, arrow(data), to.0);
    }
    out
}

/// Writes a lane with what is in it; the internet is in none.
fn write_lane(
    out: &mut String,
    (blueprint, network): (&Blueprint, &Network),
    number: usize,
    placement: Placement,
    environments: &BTreeMap<Option<EnvironmentId>, Vec<NodeRef>>,
) {
    let framed = placement != Placement::Internet;
    if framed {
        let _ = writeln!(out, "  subgraph lane{number}[\"{}\"]", label(lane(placement)));
    }
    for (environment, nodes) in environments {
        if let Some(id) = environment {
            let name = label(&frame(blueprint, *id));
            let _ = writeln!(out, "    subgraph lane{number}env{}[\"{name}\"]", id.0);
        }
        for handle in nodes {
            let _ = writeln!(out, "    {}", node(*handle, network.node(*handle)));
        }
        if environment.is_some() {
            out.push_str("    end\n");
        }
    }
    if framed {
        out.push_str("  end\n");
    }
}

/// A text as the inside of a quoted label: only letters, digits and a few plain signs stand for themselves.
pub fn label(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut count = 0;
    while let Some(c) = chars.next() {
        if count == LONGEST_LABEL {
            out.push('\u{2026}');
            break;
        }
        count += 1;
        // A hyphen or a number in front would begin a list.
        let list = out.is_empty() || (c == '.' && chars.peek() == Some(&' '));
        let plain = c.is_alphanumeric()
            || c == ' '
            || (matches!(c, '-' | '.' | '/' | ':' | ',' | '+') && !list);
        if plain {
            out.push(c);
        } else if c.is_control() || is_invisible(c) {
            out.push('\u{fffd}');
        } else {
            let _ = write!(out, "#{};", u32::from(c));
        }
    }
    out
}

/// Whether a character has no shape of its own but changes how others are shown: writing direction, joining.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The name of a lane for people.
pub fn lane(placement: Placement) -> &'static str {
    match placement {
        Placement::Internet => "Internet",
        Placement::Edge => "Edge, outside every private network",
        Placement::Region(region) => region.name(),
        Placement::UnknownRegion => "Unknown region",
        Placement::Elsewhere => "Not declared in this file",
    }
}

/// The opening and closing of a node's outline, by its kind: datastores are cylinders, what only sends is a
/// subroutine, what is not declared is rounded.
pub fn outline(kind: NodeKind) -> (&'static str, &'static str) {
    match kind {
        NodeKind::Internet => ("((", "))"),
        NodeKind::External | NodeKind::Undeclared { .. } => ("([", "])"),
        NodeKind::Folded { .. } => ("[[", "]]"),
        NodeKind::Resource(kind) => match kind.kind() {
            Some(Kind::Postgres | Kind::Replica | Kind::KeyValue) => ("[(", ")]"),
            Some(Kind::Worker | Kind::Cron | Kind::Workflow) => ("[[", "]]"),
            Some(Kind::Static) => ("(", ")"),
            Some(Kind::Web | Kind::PrivateService) | None => ("[", "]"),
        },
    }
}

/// The words under a node's name.
pub fn caption(node: &NetNode) -> &'static str {
    match node.kind {
        NodeKind::Internet => "",
        NodeKind::External => "external",
        NodeKind::Undeclared { .. } => "not declared",
        NodeKind::Folded { .. } => "several resources",
        NodeKind::Resource(kind) => kind.kind().map_or("unknown kind", Kind::words),
    }
}

fn node(handle: NodeRef, node: &NetNode) -> String {
    let (open, close) = outline(node.kind);
    let caption = caption(node);
    let text = if caption.is_empty() {
        node.name.clone()
    } else {
        // The name is what may be cut.
        let name: String = node.name.chars().take(LONGEST_LABEL - caption.len() - 3).collect();
        format!("{name}: {caption}")
    };
    format!("n{}{open}\"{}\"{close}", handle.0, label(&text))
}

fn frame(blueprint: &Blueprint, id: EnvironmentId) -> String {
    let isolated = blueprint.is_isolated(Scope::Environment(id));
    let name = blueprint.environment_label(id);
    if isolated { format!("{name}, isolated") } else { name }
}

/// An edge's arrow with its label: private traffic solid, public broken, blocked with a cross at its end.
fn arrow(edge: &NetEdge) -> String {
    let arrow = match (edge.class, edge.verdict) {
        (_, Verdict::Blocked) => "--x",
        (EdgeClass::Ingress, _) => "==>",
        (EdgeClass::Private, Verdict::Ok) => "-->",
        _ => "-.->",
    };
    let variables = edge.variables();
    let mut words = variables.iter().take(NAMED_VARIABLES).copied().collect::<Vec<_>>().join(", ");
    if variables.len() > NAMED_VARIABLES {
        let _ = write!(words, " +{}", variables.len() - NAMED_VARIABLES);
    }
    let reason = match (edge.class, edge.verdict) {
        (_, Verdict::Blocked) => "blocked: ",
        (_, Verdict::Detour) => "detour: ",
        (_, Verdict::Unknown) => "unknown: ",
        (EdgeClass::Public, _) => "public: ",
        (EdgeClass::Config, _) => "value: ",
        (EdgeClass::Control, _) => "control: ",
        (EdgeClass::Private | EdgeClass::Ingress, _) => "",
    };
    let words = label(&format!("{reason}{words}"));
    if words.is_empty() { arrow.to_owned() } else { format!("{arrow}|\"{words}\"|") }
}
