//! What changed as a small Mermaid flowchart: the nodes and edges that changed, nothing else.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use blueprint_lens_core::diff::{EdgeChange, EntryPointMove, PartChangeKind};
use blueprint_lens_core::graph::{EdgeClass, INTERNET, NetNode, Placement, Verdict};
use blueprint_lens_core::mermaid::{caption, label, lane, outline};

use super::changes::entry_point_move;
use super::compared::Compared;

/// Most nodes and edges; a larger picture is read by nobody.
const MOST: usize = 40;

/// Most bytes of it; beyond, most hosts draw nothing.
const LONGEST: usize = 30_000;

/// The flowchart, or `None` when no node and no edge changed, or when it would be too long to be drawn.
pub(super) fn flowchart(compared: &Compared) -> Option<String> {
    let difference = &compared.difference;
    let mut picture = Picture { compared, nodes: Vec::new(), edges: Vec::new() };
    for change in &difference.parts {
        let mark = match change.kind {
            PartChangeKind::Added => NodeChange::New,
            PartChangeKind::Removed => NodeChange::Gone,
            PartChangeKind::Renamed { .. } | PartChangeKind::Changed => NodeChange::Changed,
        };
        picture.mark(&change.part.id, mark);
    }
    for edge in difference.edges.iter().take(MOST) {
        picture.edge(edge);
    }
    for entry_point in &difference.entry_points {
        let arrow = match entry_point.moved {
            EntryPointMove::Opened | EntryPointMove::Widened => "==>",
            EntryPointMove::Narrowed => "-->",
            EntryPointMove::Closed => "-.-x",
            EntryPointMove::Unclear => "-.->",
        };
        let word = entry_point_move(entry_point.moved);
        if let (Some(from), Some(to)) = (
            picture.number(INTERNET, NodeChange::Same),
            picture.number(&entry_point.part.id, NodeChange::Same),
        ) {
            picture.edges.push(format!("n{from} {arrow}|\"{word}\"| n{to}"));
        }
    }
    (!picture.nodes.is_empty()).then(|| picture.draw()).filter(|drawn| drawn.len() <= LONGEST)
}

/// What became of a node.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NodeChange {
    /// Nothing: it is there for an edge.
    Same,
    /// It changed.
    Changed,
    /// It is gone.
    Gone,
    /// It is new.
    New,
}

struct Picture<'a> {
    compared: &'a Compared,
    /// Nodes in the order in which they were met: id, node, mark.
    nodes: Vec<(String, &'a NetNode, NodeChange)>,
    edges: Vec<String>,
}

impl<'a> Picture<'a> {
    /// Adds a node with its mark; parts that are no nodes are left out.
    fn mark(&mut self, id: &str, mark: NodeChange) {
        self.number(id, mark);
    }

    /// The number of a node, which is added when there is room.
    fn number(&mut self, id: &str, mark: NodeChange) -> Option<usize> {
        if let Some(at) = self.nodes.iter().position(|(known, ..)| known == id) {
            self.nodes[at].2 = self.nodes[at].2.max(mark);
            return Some(at);
        }
        if self.nodes.len() == MOST {
            return None;
        }
        let (base, head) = (self.compared.base.network(), self.compared.head.network());
        let node: &'a NetNode = match (head.find(id), base.find(id)) {
            (Some(node), _) if mark != NodeChange::Gone => head.node(node),
            (_, Some(node)) => base.node(node),
            (Some(node), None) => head.node(node),
            (None, None) => return None,
        };
        self.nodes.push((id.to_owned(), node, mark));
        Some(self.nodes.len() - 1)
    }

    fn edge(&mut self, edge: &EdgeChange) {
        let ends =
            (self.number(&edge.from, NodeChange::Same), self.number(&edge.to, NodeChange::Same));
        let (Some(from), Some(to)) = ends else { return };
        let (arrow, words) = match (edge.before, edge.after) {
            (_, Some(Verdict::Blocked)) => ("--x", "blocked"),
            (None, Some(_)) if edge.class == EdgeClass::Private => ("-->", "new"),
            (None, Some(_)) => ("-.->", "new"),
            (_, None) => ("-.-x", "gone"),
            (_, Some(Verdict::Ok)) => ("-->", "works now"),
            (_, Some(Verdict::Detour | Verdict::Unknown)) => ("-.->", "changed"),
        };
        let variable = edge.variables.first().map_or("", String::as_str);
        let words =
            if variable.is_empty() { words.to_owned() } else { format!("{words}: {variable}") };
        self.edges.push(format!("n{from} {arrow}|\"{}\"| n{to}", label(&words)));
    }

    fn draw(&self) -> String {
        let mut lanes: BTreeMap<Placement, Vec<usize>> = BTreeMap::new();
        for (number, (_, node, _)) in self.nodes.iter().enumerate() {
            lanes.entry(node.placement).or_default().push(number);
        }
        let mut out = String::from("flowchart LR\n");
        for (at, (placement, nodes)) in lanes.iter().enumerate() {
            let framed = *placement != Placement::Internet;
            if framed {
                let _ = writeln!(out, "  subgraph lane{at}[\"{}\"]", label(lane(*placement)));
            }
            for number in nodes {
                let (_, node, mark) = &self.nodes[*number];
                let _ = writeln!(out, "    {}", drawn(*number, node, *mark));
            }
            if framed {
                out.push_str("  end\n");
            }
        }
        for edge in &self.edges {
            let _ = writeln!(out, "  {edge}");
        }
        // Blue, vermilion and grey: distinct for everybody, on light and on dark.
        for (class, style) in [
            ("new", "stroke:#0072B2,stroke-width:3px"),
            ("gone", "stroke:#D55E00,stroke-width:2px,stroke-dasharray:4 4"),
            ("changed", "stroke:#0072B2,stroke-width:2px,stroke-dasharray:8 3"),
        ] {
            if self.nodes.iter().any(|(.., mark)| mark.class() == Some(class)) {
                let _ = writeln!(out, "  classDef {class} {style}");
            }
        }
        out
    }
}

impl NodeChange {
    /// The word for it, which is the name of its style too.
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Same => None,
            Self::Changed => Some("changed"),
            Self::Gone => Some("gone"),
            Self::New => Some("new"),
        }
    }
}

fn drawn(number: usize, node: &NetNode, mark: NodeChange) -> String {
    let (open, close) = outline(node.kind);
    let caption = caption(node);
    let mut text: String = node.name.chars().take(30).collect();
    if !caption.is_empty() {
        text = format!("{text}: {caption}");
    }
    match mark.class() {
        Some(class) => {
            format!("n{number}{open}\"{}\"{close}:::{class}", label(&format!("{class}: {text}")))
        }
        None => format!("n{number}{open}\"{}\"{close}", label(&text)),
    }
}
