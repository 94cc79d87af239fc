//! Where in the files something of the page is.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::text::Span;
use serde::Deserialize;

/// Something of the page that stands in a file.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Thing {
    /// A finding, by its number in the list.
    Problem(usize),
    /// A node of the picture, by its id.
    Node(String),
    /// An edge of the picture, by its id.
    Edge(String),
    /// A line of all files, counted from 1.
    Line(usize),
}

impl Thing {
    /// Where it is: `FILE:LINE:COLUMN`, both counted from 1; `None` when it is in no file, or has gone.
    pub(super) fn place(&self, analysis: &Analysis) -> Option<String> {
        let span = self.span(analysis)?;
        let file = analysis.files().of_span(span);
        let position = analysis.files().position(span.start(), analysis.text());
        Some(format!("{}:{}:{}", file.path, position.line, position.column))
    }

    fn span(&self, analysis: &Analysis) -> Option<Span> {
        let network = analysis.network();
        match self {
            Self::Problem(number) => Some(analysis.diagnostics().get(*number)?.span),
            Self::Node(id) => network.node(network.find(id)?).span,
            Self::Edge(id) => {
                let (.., edge) = network.edges().find(|(.., edge)| edge.id == *id)?;
                Some(edge.causes.first()?.span)
            }
            Self::Line(line) => {
                let (lines, text) = (analysis.lines(), analysis.text());
                let index = line.checked_sub(1).filter(|index| *index < lines.line_count())?;
                Some(Span::at(lines.line_range(index, text).start))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::graph::{EdgeClass, NetEdge};

    use super::*;

    #[test]
    fn things_of_the_page_are_found_in_the_file() {
        let text = "services:\n  - type: web\n    name: api\n    envVars:\n      - {key: A, fromService: {type: pserv, name: auth, property: hostport}}\n  - {type: pserv, name: auth}\n";
        let analysis = Analysis::new(text);
        let place = |thing: Thing| thing.place(&analysis);
        let private = |edge: &NetEdge| edge.class == EdgeClass::Private;
        let (.., edge) =
            analysis.network().edges().find(|(.., edge)| private(edge)).expect("an edge");
        assert_eq!(place(Thing::Edge(edge.id.clone())).as_deref(), Some(":5:51"));
        assert_eq!(place(Thing::Node("web:api".to_owned())).as_deref(), Some(":3:11"));
        assert_eq!(place(Thing::Line(6)).as_deref(), Some(":6:1"));
        assert_eq!(place(Thing::Line(0)), None);
        assert_eq!(place(Thing::Line(60)), None);
        assert_eq!(place(Thing::Node("internet".to_owned())), None);
    }
}
