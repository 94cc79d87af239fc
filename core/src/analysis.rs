//! Runs the stages and holds what each of them made. The one type that the page and the command line work with.

use std::sync::OnceLock;

use crate::diagnostics::{Diagnostic, Severity};
use crate::graph::{EdgeClass, Network};
use crate::lint::{self, Stages};
use crate::model::Blueprint;
use crate::reach::ReachQuery;
use crate::scene::{Room, Scene, Subgraph, View, ViewFilter};
use crate::syntax::{SyntaxError, SyntaxErrorKind, SyntaxTree};
use crate::text::{Decoded, LineIndex, Span};
use crate::{directive, graph, model, rules, scene, schema, syntax};

pub use crate::lint::Options;

/// Largest Blueprint that is read, in bytes. Real ones have a few hundred lines.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Everything that one text yields.
#[derive(Clone, Debug)]
pub struct Analysis {
    text: String,
    lines: LineIndex,
    syntax: SyntaxTree,
    blueprint: Blueprint,
    network: Network,
    diagnostics: Vec<Diagnostic>,
    /// Drawn when it is first asked for: a check of many files draws none.
    scene: OnceLock<Scene>,
}

/// Counts for a summary line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity info.
    pub infos: usize,
    /// Declared services, databases and read replicas.
    pub resources: usize,
    /// Edges between them and to what they name; entry points not counted.
    pub edges: usize,
}

impl Summary {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            infos: self.infos + other.infos,
            resources: self.resources + other.resources,
            edges: self.edges + other.edges,
        }
    }
}

impl Analysis {
    /// Analyses `text` with the rules that are on by default.
    pub fn new(text: &str) -> Self {
        Self::with(Decoded { text: text.to_owned(), invalid: Vec::new() }, Options::default())
    }

    /// Analyses a decoded file.
    pub fn with(decoded: Decoded, options: Options) -> Self {
        let Decoded { text, invalid } = decoded;
        let lines = LineIndex::new(&text);
        let mut syntax = syntax::parse(&text);
        syntax.errors.extend(invalid.into_iter().map(|span| SyntaxError {
            kind: SyntaxErrorKind::NotUtf8,
            span,
            message: "this byte is not part of any UTF-8 character".to_owned(),
            related: None,
            repair: Vec::new(),
        }));
        let blueprint = model::lower(&syntax);
        let network = graph::build(&blueprint, &text, &lines);
        let violations = schema::check(&syntax);
        let further: Vec<Span> = syntax
            .further
            .iter()
            .map(|document| document.span)
            .filter(|span| !span.is_empty())
            .collect();
        let directives = directive::directives(&text, &lines, &syntax.comments);
        let stages = Stages {
            text: &text,
            lines: &lines,
            syntax_errors: &syntax.errors,
            further_documents: &further,
            violations: &violations,
            blueprint: &blueprint,
            network: &network,
            directives: &directives,
        };
        let diagnostics = lint::check(rules::all(), stages, &options);
        Self { text, lines, syntax, blueprint, network, diagnostics, scene: OnceLock::new() }
    }

    /// The text that was analysed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its lines.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// Its tree.
    pub fn syntax(&self) -> &SyntaxTree {
        &self.syntax
    }

    /// What it declares.
    pub fn blueprint(&self) -> &Blueprint {
        &self.blueprint
    }

    /// The network that makes.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// What is wrong with it, in source order.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The picture of it on its own, as the text alone makes it.
    pub fn scene(&self) -> &Scene {
        self.scene.get_or_init(|| self.scene_in(Room::default()))
    }

    /// The picture of it for a room, as the text alone makes it.
    pub fn scene_in(&self, room: Room) -> Scene {
        scene::build(&self.blueprint, &self.network, &self.diagnostics, room)
    }

    /// The same with everything that `previous` shows kept in place, for as long as somebody edits the text.
    pub fn scene_with_previous(&self, room: Room, previous: &Scene) -> Scene {
        scene::build_with_previous(
            &self.blueprint,
            &self.network,
            &self.diagnostics,
            room,
            previous,
        )
    }

    /// The part of the network that `filter` draws, with its picture for a view; `None` when that is everything.
    pub fn subgraph(&self, filter: &ViewFilter, view: View<'_>) -> Option<(Subgraph, Scene)> {
        let (blueprint, network) = (&self.blueprint, &self.network);
        let filter = self.with_folds(filter);
        let subgraph = scene::subgraph(blueprint, network, &self.diagnostics, &filter)?;
        let scene = scene::build_subgraph(blueprint, network, &subgraph, &self.diagnostics, view);
        Some((subgraph, scene))
    }

    /// The filter with the boxes that the size of the network asks for, where it leaves them to it. Who looks at one node
    /// and its neighbours sees them all.
    #[must_use]
    pub fn with_folds(&self, filter: &ViewFilter) -> ViewFilter {
        let focused = filter.focus.as_deref().is_some_and(|id| self.network.find(id).is_some());
        if filter.folded.is_some() || focused {
            return filter.clone();
        }
        let folds = scene::folds(&self.blueprint, &self.network, &self.diagnostics);
        ViewFilter { folded: (!folds.is_empty()).then_some(folds), ..filter.clone() }
    }

    /// Has the picture on its own drawn for another room.
    #[must_use]
    pub fn in_room(self, room: Room) -> Self {
        let scene = OnceLock::from(self.scene_in(room));
        Self { scene, ..self }
    }

    /// Draws what the layout works with over the picture, to examine it.
    #[must_use]
    pub fn with_layout_overlay(self) -> Self {
        let mut scene = self.scene().clone();
        scene.items.extend(scene::layout_overlay(&scene));
        Self { scene: OnceLock::from(scene), ..self }
    }

    /// For questions about who can reach whom.
    pub fn question(&self) -> ReachQuery<'_> {
        ReachQuery {
            text: &self.text,
            lines: &self.lines,
            blueprint: &self.blueprint,
            network: &self.network,
        }
    }

    /// Counts of all that.
    pub fn summary(&self) -> Summary {
        let count =
            |severity: Severity| self.diagnostics.iter().filter(|d| d.severity == severity).count();
        Summary {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            resources: self.blueprint.resources.len(),
            edges: self
                .network
                .edges()
                .filter(|(.., edge)| edge.class != EdgeClass::Ingress)
                .count(),
        }
    }
}
