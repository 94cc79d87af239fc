//! Runs the stages and holds what each of them made. The one type that the page and the command line work with.

mod file_view;
mod source_text;
mod summary;

use std::sync::{Arc, OnceLock};

use crate::diagnostics::Diagnostic;
use crate::graph::{EdgeClass, Network};
use crate::lint::{self, Stages};
use crate::model::Blueprint;
use crate::reach::ReachQuery;
use crate::redact::{SecretValue, hide_in, hide_in_edits, secret_values};
use crate::repository::Repository;
use crate::scene::{Room, Scene, Subgraph, View, ViewFilter};
use crate::syntax::SyntaxTree;
use crate::text::{Decoded, EditError, FileId, Files, LineIndex, Span, TextEdit, apply};
use crate::{directive, graph, model, rules, scene, schema};

pub use crate::lint::Options;
pub use file_view::{FileView, SourceView};
pub use source_text::SourceText;
pub use summary::Summary;

/// Largest Blueprint that is read, in bytes. Real ones have a few hundred lines.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Everything that one text yields, or several that are read together.
#[derive(Clone, Debug)]
pub struct Analysis {
    text: String,
    files: Files,
    syntax: Vec<SyntaxTree>,
    blueprint: Blueprint,
    network: Network,
    diagnostics: Vec<Diagnostic>,
    /// Whether the rules have run.
    is_checked: bool,
    /// Where the findings of each file end among all of them.
    ends: Vec<usize>,
    /// What looks like a secret, looked for when somebody first asks.
    secrets: OnceLock<Vec<SecretValue>>,
    /// Whether there is some and the findings are to say nothing of it.
    hides_secrets: bool,
    /// What the picture is drawn for.
    room: Room,
    /// Drawn when it is first asked for: a check of many files draws none.
    scene: OnceLock<Scene>,
}

impl Analysis {
    /// Analyses `text` with the rules that are on by default.
    pub fn new(text: &str) -> Self {
        Self::with(Decoded { text: text.to_owned(), invalid: Vec::new() }, Options::default())
    }

    /// Analyses a decoded file.
    pub fn with(decoded: Decoded, options: Options) -> Self {
        Self::together(vec![SourceText::new(String::new(), decoded)], options)
    }

    /// Analyses several files as one workspace: names mean what any of them declares, what the same file declares first.
    /// Offsets count through the text of all of them, one behind the other, as [`Analysis::files`] says.
    pub fn together(sources: Vec<SourceText>, options: Options) -> Self {
        let repositories: Vec<_> = sources.iter().map(|source| source.repository.clone()).collect();
        Self::unchecked_together(sources).checked_in(&repositories, &options)
    }

    /// Reads `text` as far as its network and its picture need it: nothing is found until it is [checked](Self::checked).
    pub fn unchecked(text: &str) -> Self {
        let decoded = Decoded { text: text.to_owned(), invalid: Vec::new() };
        Self::unchecked_together(vec![SourceText::new(String::new(), decoded)])
    }

    /// The same with what the rules find that are on by default, outside of any repository.
    #[must_use]
    pub fn checked(self) -> Self {
        let repositories = vec![None; self.files.count()];
        self.checked_in(&repositories, &Options::default())
    }

    /// Reads several files as one workspace, by every stage before the rules.
    pub fn unchecked_together(sources: Vec<SourceText>) -> Self {
        let parts: Vec<(String, &str)> = sources
            .iter()
            .map(|source| (source.path.clone(), source.decoded.text.as_str()))
            .collect();
        let (text, files) = Files::join(&parts);
        let read = files.iter().zip(&sources).map(|((_, file), source)| source.read(file));
        let syntax: Vec<SyntaxTree> = read.collect();
        let mut blueprint = model::lower(&syntax);
        for (root, (_, file)) in blueprint.roots.iter_mut().zip(files.iter()) {
            root.path.clone_from(&file.path);
        }
        let network = graph::build(&blueprint, &text, &files);
        Self {
            ends: vec![0; files.count()],
            text,
            files,
            syntax,
            blueprint,
            network,
            diagnostics: Vec::new(),
            is_checked: false,
            secrets: OnceLock::new(),
            hides_secrets: false,
            room: Room::default(),
            scene: OnceLock::new(),
        }
    }

    /// The same with what the rules find; each file is known in the repository of its number, where there is one.
    fn checked_in(self, repositories: &[Option<Arc<Repository>>], options: &Options) -> Self {
        let mut diagnostics = Vec::new();
        let mut ends = Vec::with_capacity(self.files.count());
        for (((file, place), tree), repository) in
            self.files.iter().zip(&self.syntax).zip(repositories)
        {
            let further = tree.further.iter().map(|document| document.span);
            let further: Vec<Span> = further.filter(|span| !span.is_empty()).collect();
            let lines = self.lines();
            let stages = Stages {
                text: &self.text,
                lines,
                files: &self.files,
                file,
                syntax_errors: &tree.errors,
                further_documents: &further,
                violations: &schema::check(tree),
                blueprint: &self.blueprint,
                network: &self.network,
                directives: &directive::directives(
                    &self.text,
                    lines,
                    place.span.start(),
                    &tree.comments,
                ),
                repository: repository.as_deref(),
            };
            diagnostics.extend(lint::check(rules::all(), stages, options));
            ends.push(diagnostics.len());
        }
        let hides_secrets = options.hide_secrets && !self.secret_values().is_empty();
        if hides_secrets {
            hide_in(&mut diagnostics, &self.text, self.secret_values());
        }
        Self { diagnostics, is_checked: true, ends, hides_secrets, scene: OnceLock::new(), ..self }
    }

    /// What the same files yield after edits, whose offsets count through all of them; what surrounds the files is not
    /// looked at.
    ///
    /// # Errors
    /// [`EditError`] when edits overlap or do not fit the text.
    pub fn edited(&self, edits: &[TextEdit]) -> Result<Self, EditError> {
        let mut sources = Vec::with_capacity(self.files.count());
        for (id, file) in self.files.iter() {
            let own = edits.iter().filter(|edit| self.files.of(edit.span.start()) == id);
            let own = own.map(|edit| TextEdit::replace(file.local(edit.span), edit.text.as_str()));
            let own: Vec<TextEdit> = own.collect();
            let text = apply(file.span.slice(&self.text), &own)?;
            sources.push(SourceText::new(file.path.clone(), Decoded { text, invalid: Vec::new() }));
        }
        Ok(Self::together(sources, Options::default()))
    }

    /// The text that was analysed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its lines.
    pub fn lines(&self) -> &LineIndex {
        self.files.lines()
    }

    /// Its files: one, unless several are read together.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Its tree; of several files, that of the first.
    pub fn syntax(&self) -> &SyntaxTree {
        &self.syntax[0]
    }

    /// The trees of its files.
    pub fn trees(&self) -> &[SyntaxTree] {
        &self.syntax
    }

    /// What one of its files yields, counted from the start of that file.
    pub fn file(&self, file: FileId) -> FileView<'_> {
        let mut found = self.diagnostics_of(file).to_vec();
        if self.hides_secrets {
            hide_in_edits(&mut found, &self.text, self.secret_values());
        }
        let place = (&self.files, file);
        FileView::new(self.source(file), place, &self.blueprint, &self.network, &found)
    }

    /// One of the files, as it came.
    pub fn source(&self, file: FileId) -> SourceView<'_> {
        let source = self.files.get(file);
        let text = source.span.slice(&self.text);
        SourceView { path: &source.path, text, lines: &source.lines }
    }

    /// Where a span of the whole text lies: the file, and the span counted from its start.
    pub fn locate(&self, span: Span) -> (FileId, Span) {
        let file = self.files.of(span.start());
        (file, self.files.get(file).local(span))
    }

    /// The findings in one of its files; their offsets count through all of them.
    pub(crate) fn diagnostics_of(&self, file: FileId) -> &[Diagnostic] {
        let start = file.0.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.diagnostics[start..self.ends[file.0]]
    }

    /// What in its text looks like a secret, in source order; what overlaps is one. In doubt, something does.
    pub fn secret_values(&self) -> &[SecretValue] {
        self.secrets.get_or_init(|| secret_values(&self.text, &self.files, &self.syntax))
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

    /// The same, for pictures and whoever else must not say that nothing is wrong before the rules have run: `None` then.
    pub fn found(&self) -> Option<&[Diagnostic]> {
        self.is_checked.then_some(self.diagnostics.as_slice())
    }

    /// The picture of it on its own, as the text alone makes it.
    pub fn scene(&self) -> &Scene {
        self.scene.get_or_init(|| self.scene_in(self.room))
    }

    /// The picture of it for a room, as the text alone makes it.
    pub fn scene_in(&self, room: Room) -> Scene {
        scene::build(&self.blueprint, &self.network, self.found(), room)
    }

    /// The same with everything that `previous` shows kept in place, for as long as somebody edits the text.
    pub fn scene_with_previous(&self, room: Room, previous: &Scene) -> Scene {
        scene::build_with_previous(&self.blueprint, &self.network, self.found(), room, previous)
    }

    /// The part of the network that `filter` draws, with its picture for a view; `None` when that is everything.
    pub fn subgraph(&self, filter: &ViewFilter, view: View<'_>) -> Option<(Subgraph, Scene)> {
        let (blueprint, network) = (&self.blueprint, &self.network);
        let filter = self.with_folds(filter, view.room);
        let subgraph = scene::subgraph(blueprint, network, &self.diagnostics, &filter)?;
        let scene = scene::build_subgraph(blueprint, network, &subgraph, self.found(), view);
        Some((subgraph, scene))
    }

    /// The filter with the boxes that the size of the network asks for in a room, where it leaves them to it. Who looks at one node
    /// and its neighbours sees them all.
    #[must_use]
    pub fn with_folds(&self, filter: &ViewFilter, room: Room) -> ViewFilter {
        scene::with_folds(&self.blueprint, &self.network, &self.diagnostics, filter, room)
    }

    /// Has the picture on its own drawn for another room.
    #[must_use]
    pub fn in_room(self, room: Room) -> Self {
        Self { room, scene: OnceLock::new(), ..self }
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
            lines: self.lines(),
            files: &self.files,
            blueprint: &self.blueprint,
            network: &self.network,
        }
    }

    /// Counts of all that.
    pub fn summary(&self) -> Summary {
        let edges = self.network.edges().filter(|(.., edge)| edge.class != EdgeClass::Ingress);
        Summary {
            resources: self.blueprint.resources.len(),
            edges: edges.count(),
            ..Summary::of(&self.diagnostics)
        }
    }
}
