//! Events of the YAML reader to the spanned tree.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle as Style};

use super::tree::{
    Entry, Node, Scalar, ScalarStyle, SyntaxProblem, SyntaxProblemKind, SyntaxTree, Value,
};
use crate::text::Span;

enum Frame {
    Sequence(Vec<Node>, usize, usize, Option<String>),
    Mapping(Vec<Entry>, Option<Node>, usize, usize, Option<String>),
}

/// Reads a text that is free of syntax errors up to where it is.
pub(super) fn load(text: &str) -> SyntaxTree {
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let mut tree = SyntaxTree::default();
    let mut stack: Vec<Frame> = Vec::new();
    let mut anchors: BTreeMap<usize, Node> = BTreeMap::new();
    let mut documents: Vec<Node> = Vec::new();
    let mut last_end = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = offsets[error.marker().index().min(offsets.len() - 1)];
                tree.problems.push(SyntaxProblem {
                    kind: SyntaxProblemKind::Other,
                    span: Span::at(at),
                    message: error.info().to_owned(),
                    related: None,
                    repair: Vec::new(),
                });
                break;
            }
        };
        let at = |index: usize| offsets[index.min(offsets.len() - 1)];
        let (start, end) = (at(span.start.index()), at(span.end.index()));
        let done = match event {
            Event::Scalar(value, style, anchor, tag) => {
                let style = match style {
                    Style::Plain => ScalarStyle::Plain,
                    Style::SingleQuoted => ScalarStyle::SingleQuoted,
                    Style::DoubleQuoted => ScalarStyle::DoubleQuoted,
                    Style::Literal => ScalarStyle::Literal,
                    Style::Folded => ScalarStyle::Folded,
                };
                let span = if value.is_empty() && style == ScalarStyle::Plain {
                    Span::at(start.min(end))
                } else {
                    let trimmed = text[start..end].trim_end().len();
                    Span::new(start, start + trimmed)
                };
                let node = Node {
                    span,
                    value: Value::Scalar(Scalar { text: value.into_owned(), style }),
                    tag: tag.map(|tag| tag.to_string()),
                    anchored: anchor > 0,
                    alias: false,
                };
                Some((node, anchor))
            }
            Event::Alias(id) => {
                let mut node = anchors.get(&id).cloned().unwrap_or(Node {
                    span: Span::default(),
                    value: Value::Scalar(Scalar { text: String::new(), style: ScalarStyle::Plain }),
                    tag: None,
                    anchored: false,
                    alias: true,
                });
                node.alias = true;
                node.span = Span::new(start, end);
                Some((node, 0))
            }
            Event::SequenceStart(anchor, tag) => {
                stack.push(Frame::Sequence(
                    Vec::new(),
                    start,
                    anchor,
                    tag.map(|tag| tag.to_string()),
                ));
                None
            }
            Event::MappingStart(anchor, tag) => {
                stack.push(Frame::Mapping(
                    Vec::new(),
                    None,
                    start,
                    anchor,
                    tag.map(|tag| tag.to_string()),
                ));
                None
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let close = last_end.max(end.min(last_end + 1));
                stack.pop().map(|frame| close_frame(frame, text, close))
            }
            _ => None,
        };
        if let Some((node, anchor)) = done {
            last_end = last_end.max(node.span.end());
            if anchor > 0 {
                anchors.insert(anchor, node.clone());
            }
            place(&mut stack, &mut documents, node);
        }
    }
    while let Some(frame) = stack.pop() {
        let (node, _) = close_frame(frame, text, last_end);
        place(&mut stack, &mut documents, node);
    }
    let mut documents = documents.into_iter();
    tree.root = documents.next();
    tree.further = documents.collect();
    tree
}

fn close_frame(frame: Frame, text: &str, end: usize) -> (Node, usize) {
    let (value, start, anchor, tag) = match frame {
        Frame::Sequence(items, start, anchor, tag) => (Value::Sequence(items), start, anchor, tag),
        Frame::Mapping(entries, _, start, anchor, tag) => {
            (Value::Mapping(entries), start, anchor, tag)
        }
    };
    let start = match &value {
        Value::Mapping(entries) if !text[start..].starts_with('{') => {
            entries.first().map_or(start, |entry| entry.key.span.start())
        }
        _ => start,
    };
    let flow = text[start..].starts_with(['{', '[']);
    let end = if flow {
        (end..text.len())
            .find(|at| text.is_char_boundary(*at) && text[..*at].ends_with(['}', ']']))
            .unwrap_or(end)
    } else {
        end
    };
    (
        Node {
            span: Span::new(start, end.max(start)),
            value,
            tag,
            anchored: anchor > 0,
            alias: false,
        },
        anchor,
    )
}

fn place(stack: &mut [Frame], documents: &mut Vec<Node>, node: Node) {
    match stack.last_mut() {
        None => documents.push(node),
        Some(Frame::Sequence(items, ..)) => items.push(node),
        Some(Frame::Mapping(entries, key, ..)) => match key.take() {
            None => *key = Some(node),
            Some(key) => {
                let text = key.as_scalar().map(|scalar| scalar.text.clone());
                let duplicate_of = entries
                    .iter()
                    .find(|entry| {
                        text.is_some() && entry.key.as_scalar().map(|s| s.text.clone()) == text
                    })
                    .map(|entry| entry.key.span);
                entries.push(Entry { key, value: node, merged: false, duplicate_of });
            }
        },
    }
}
