//! Events of the YAML reader to the spanned tree.

use std::collections::BTreeMap;

use saphyr_parser::{Event, ScalarStyle as Style, Tag};

use super::events::{Stop, read};
use super::limits::{MAX_DEPTH, MAX_NODES, TOO_MANY};
use super::open::{Open, Place};
use super::scalar;
use super::tree::{Entry, Node, Scalar, ScalarStyle, Value};
use crate::text::Span;

/// What one pass of the reader yields.
#[derive(Default)]
pub(super) struct Loaded {
    /// The documents, the last one possibly cut off.
    pub(super) documents: Vec<Node>,
    /// Where the reader gave up, if it did.
    pub(super) error: Option<Stop>,
    /// How many nodes there are, with those that aliases added.
    pub(super) nodes: usize,
    /// The first place that went over a limit.
    pub(super) too_much: Option<(Span, &'static str)>,
}

impl Loaded {
    /// Nothing, because there is too much at `span`: what is missing below would be reported as wrong above.
    pub(super) fn too_many(span: Span) -> Self {
        Self { too_much: Some((span, TOO_MANY)), ..Self::default() }
    }
}

/// Reads as much of `text` as the reader accepts.
pub(super) fn load(text: &str) -> Loaded {
    let mut too_many = None;
    let mut loader = Loader {
        text,
        offsets: char_offsets(text),
        out: Loaded::default(),
        open: Vec::new(),
        anchors: BTreeMap::new(),
        skipped: 0,
        last_end: 0,
    };
    loader.out.error = read(text, &mut |event, span| {
        let (start, end) = (loader.byte(span.start.index()), loader.byte(span.end.index()));
        let end = end.max(start);
        loader.event(event, start, end);
        let is_too_many = loader.out.nodes > MAX_NODES;
        too_many = is_too_many.then(|| Span::new(start, end));
        !is_too_many
    });
    if let Some(span) = too_many {
        return Loaded::too_many(span);
    }
    while !loader.open.is_empty() {
        loader.close(loader.last_end);
    }
    loader.out
}

/// Byte offset of every character and of the end, unless characters are bytes.
fn char_offsets(text: &str) -> Option<Vec<u32>> {
    (!text.is_ascii()).then(|| {
        text.char_indices()
            .map(|(at, _)| at as u32)
            .chain(std::iter::once(text.len() as u32))
            .collect()
    })
}

struct Loader<'a> {
    text: &'a str,
    offsets: Option<Vec<u32>>,
    out: Loaded,
    open: Vec<Open>,
    /// Where the value of each anchor is, and how many nodes it has.
    anchors: BTreeMap<usize, (Place, usize)>,
    /// Collections open below the deepest level that is kept.
    skipped: usize,
    /// End of the last thing read.
    last_end: usize,
}

impl Loader<'_> {
    /// Characters, which the reader counts, to bytes.
    fn byte(&self, index: usize) -> usize {
        match &self.offsets {
            None => index.min(self.text.len()),
            Some(offsets) => offsets.get(index).map_or(self.text.len(), |at| *at as usize),
        }
    }

    fn event(&mut self, event: Event<'_>, start: usize, end: usize) {
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                if self.skipped == 0 {
                    let node = self.scalar(
                        // The reader's own string has room for many times as much.
                        String::from(&*value),
                        style,
                        (start, end),
                        anchor > 0,
                        tag.as_deref(),
                    );
                    self.last_end = self.last_end.max(node.span.end());
                    self.finish(node, anchor, 1);
                }
            }
            Event::Alias(anchor) => {
                if self.skipped == 0 {
                    let node = self.alias(anchor, Span::new(start, end));
                    self.last_end = self.last_end.max(end);
                    self.finish(node, 0, 1);
                }
            }
            Event::SequenceStart(anchor, tag) => self.start(None, start, anchor, tag.as_deref()),
            Event::MappingStart(anchor, tag) => {
                self.start(Some((Vec::new(), None)), start, anchor, tag.as_deref());
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if self.skipped > 0 {
                    self.skipped -= 1;
                } else {
                    // A bracket closes a flow collection; a block one ends with its last member.
                    let flow = self.text[start..end].starts_with(['}', ']']);
                    self.close(if flow { end } else { self.last_end });
                }
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
    }

    fn start(
        &mut self,
        entries: Option<(Vec<Entry>, Option<Node>)>,
        start: usize,
        anchor: usize,
        tag: Option<&Tag>,
    ) {
        if self.skipped > 0 || self.open.len() >= MAX_DEPTH {
            if self.skipped == 0 {
                let span = Span::at(start);
                self.out.too_much.get_or_insert((span, "this is nested deeper than any Blueprint"));
                self.finish(null(span), 0, 1);
            }
            self.skipped += 1;
            self.out.nodes += 1;
            return;
        }
        let start = self.after_properties(start);
        self.open.push(Open { entries, items: Vec::new(), start, anchor, tag: tag.map(tag_text) });
    }

    fn close(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let (value, first) = match open.entries {
            None => {
                // In damaged text, the reader can report a list behind its first item.
                let first = open.items.first().map(|item| item.span.start().min(open.start));
                (Value::Sequence(fitted(open.items)), first)
            }
            Some((mut entries, key)) => {
                if let Some(key) = key {
                    let value = null(Span::at(key.span.end()));
                    entries.push(Entry { key, value, merged: false, duplicate_of: None });
                }
                let first = entries.first().map(|entry| entry.key.span.start());
                (Value::Mapping(fitted(entries)), first)
            }
        };
        let flow = self.text[open.start..].starts_with(['{', '[']);
        let start = if flow { open.start } else { first.unwrap_or(open.start) };
        let span = Span::new(start, end.max(start));
        let node = Node {
            span,
            source: span,
            value,
            tag: open.tag,
            anchored: open.anchor > 0,
            alias: false,
        };
        self.last_end = self.last_end.max(end);
        let size = if open.anchor > 0 { count(&node) } else { 0 };
        self.finish(node, open.anchor, size);
    }

    /// Hands a finished value to what holds it.
    fn finish(&mut self, node: Node, anchor: usize, size: usize) {
        self.out.nodes += 1;
        if anchor > 0 {
            self.anchors.insert(anchor, (Place::next(self.out.documents.len(), &self.open), size));
        }
        match self.open.last_mut() {
            None => self.out.documents.push(node),
            Some(Open { entries: None, items, .. }) => items.push(node),
            Some(Open { entries: Some((entries, key)), .. }) => match key.take() {
                None => *key = Some(node),
                Some(key) => {
                    entries.push(Entry { key, value: node, merged: false, duplicate_of: None });
                }
            },
        }
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Node {
        let found = self.anchors.get(&anchor);
        // An alias inside of the value that it names leads nowhere.
        let found = found
            .and_then(|(place, size)| Some((place.value(&self.out.documents, &self.open)?, *size)));
        let Some((node, size)) = found else { return Node { alias: true, ..null(span) } };
        self.out.nodes += size;
        if self.out.nodes > MAX_NODES {
            return Node { alias: true, ..null(span) };
        }
        Node { span, alias: true, anchored: false, ..node.clone() }
    }

    fn scalar(
        &self,
        value: String,
        style: Style,
        (start, end): (usize, usize),
        anchored: bool,
        tag: Option<&Tag>,
    ) -> Node {
        let style = match style {
            Style::Plain => ScalarStyle::Plain,
            Style::SingleQuoted => ScalarStyle::SingleQuoted,
            Style::DoubleQuoted => ScalarStyle::DoubleQuoted,
            Style::Literal => ScalarStyle::Literal,
            Style::Folded => ScalarStyle::Folded,
        };
        let span = match style {
            ScalarStyle::Plain if value.is_empty() => Span::at(self.missing_at(start)),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = self.block_header(start);
                Span::new(start, start + self.text[start..end.max(start)].trim_end().len())
            }
            // The reader's end of a quoted value is behind the comment that follows it.
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let start = self.after_properties(start).min(end);
                Span::new(start, start + scalar::quoted_length(&self.text[start..end]))
            }
            ScalarStyle::Plain => {
                let start = self.after_properties(start).min(end);
                // Only what YAML takes for blanks: a no-break space is a letter of the value.
                let blank = [' ', '\t', '\r', '\n'];
                Span::new(start, start + self.text[start..end].trim_end_matches(blank).len())
            }
        };
        Node {
            span,
            source: span,
            value: Value::Scalar(Scalar { text: value, style }),
            tag: tag.map(tag_text),
            anchored,
            alias: false,
        }
    }

    /// Where a missing value would be: directly behind the colon or dash before it.
    fn missing_at(&self, near: usize) -> usize {
        let key = self.open.last().and_then(|open| open.entries.as_ref()?.1.as_ref());
        if let Some(key) = key {
            let tail = &self.text[key.span.end()..];
            let blanks = tail.len() - tail.trim_start_matches([' ', '\t']).len();
            let colon = usize::from(tail[blanks..].starts_with(':'));
            return key.span.end() + if colon == 1 { blanks + 1 } else { 0 };
        }
        let head = self.text[..near].trim_end();
        if head.len() >= self.last_end { head.len() } else { near }
    }

    /// Start of a block scalar's header (`|` or `>`), given the start of its text.
    fn block_header(&self, start: usize) -> usize {
        let from = self.last_end.min(start);
        self.text[from..start].find(['|', '>']).map_or(start, |at| from + at)
    }

    /// Skips an anchor and a tag before a value.
    fn after_properties(&self, mut start: usize) -> usize {
        while self.text[start..].starts_with(['&', '!']) {
            let tail = &self.text[start..];
            let token = tail.find(char::is_whitespace).unwrap_or(tail.len());
            let blanks = tail[token..].len() - tail[token..].trim_start().len();
            if token + blanks >= tail.len() {
                break;
            }
            start += token + blanks;
        }
        start
    }
}

/// Without room for more: most collections are smaller than the least that is set aside for one.
fn fitted<T>(mut members: Vec<T>) -> Vec<T> {
    members.shrink_to_fit();
    members
}

/// A missing value at `span`.
fn null(span: Span) -> Node {
    Node {
        span,
        source: span,
        value: Value::Scalar(Scalar { text: String::new(), style: ScalarStyle::Plain }),
        tag: None,
        anchored: false,
        alias: false,
    }
}

/// The tag as it is mostly written: `!!str` for the core schema.
fn tag_text(tag: &Tag) -> String {
    if tag.is_yaml_core_schema() { format!("!!{}", tag.suffix) } else { tag.to_string() }
}

/// Nodes below and including `node`; nesting is bounded, so recursion is too.
pub(super) fn count(node: &Node) -> usize {
    1 + match &node.value {
        Value::Scalar(_) => 0,
        Value::Sequence(items) => items.iter().map(count).sum(),
        Value::Mapping(entries) => {
            entries.iter().map(|entry| count(&entry.key) + count(&entry.value)).sum()
        }
    }
}
