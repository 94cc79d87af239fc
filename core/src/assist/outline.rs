//! Where in a Blueprint an offset is, by indentation alone.
//!
//! Somebody who asks for completion is in the middle of a line, and the text around it is seldom valid. So this reads
//! lines, not the tree: block style, which is how Blueprints are written. Inside `{…}` and `[…]` it knows nothing.

use super::line::TypedLine;
use crate::text::Span;

/// What holds the offset, from the root inwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ancestor<'a> {
    /// Into the value of a key.
    Key(&'a str),
    /// Into an item of a list, with the keys and values of its mapping.
    Item(Vec<(&'a str, &'a str)>),
}

/// What is at the offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At<'a> {
    /// A key, or a word that may become one.
    Key,
    /// The value of that key.
    Value(&'a str),
}

/// The surroundings of an offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outline<'a> {
    /// From the root to the mapping that the key belongs to.
    pub(super) ancestors: Vec<Ancestor<'a>>,
    /// What is there.
    pub(super) at: At<'a>,
    /// The word there: the key, the value, or what there is of it.
    pub(super) word: Span,
    /// The keys of the mapping, with their values; without the one at the offset.
    pub(super) siblings: Vec<(&'a str, &'a str)>,
    /// Column of the mapping's keys.
    pub(super) column: usize,
    /// Whether a colon follows the key already.
    pub(super) has_colon: bool,
}

/// The surroundings of `offset`; `None` inside comments, texts of several lines and flow style.
pub(super) fn outline(text: &str, offset: usize) -> Option<Outline<'_>> {
    let lines = TypedLines::new(text);
    let at = lines.starts.partition_point(|&start| start <= offset).checked_sub(1)?;
    let start = lines.starts[at];
    let raw = lines.raw(at);
    let column = offset - start;
    let before = raw.get(..column)?;
    if before.starts_with('#') || before.contains(" #") || lines.is_text(at) {
        return None;
    }
    let blank = TypedLine { column, after_colon: column, value_at: column, ..TypedLine::default() };
    let line = lines.read[at].clone().unwrap_or(blank);
    (column >= line.column).then(|| lines.surroundings(at, &line, offset))?
}

/// The text line by line.
struct TypedLines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    read: Vec<Option<TypedLine<'a>>>,
}

impl<'a> TypedLines<'a> {
    fn new(text: &'a str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        let mut lines = Self { text, starts, read: Vec::new() };
        // Column of the key whose value is a text of several lines.
        let mut inside: Option<usize> = None;
        for at in 0..lines.starts.len() {
            let line = TypedLine::read(lines.raw(at));
            let line = line.filter(|line| inside.is_none_or(|column| line.indent() <= column));
            if let Some(line) = &line {
                let column = line.dashes.last().copied().filter(|_| line.key.is_none());
                inside = line.opens_text().then(|| column.unwrap_or(line.column));
            }
            lines.read.push(line);
        }
        lines
    }

    fn raw(&self, at: usize) -> &'a str {
        let end = self.starts.get(at + 1).map_or(self.text.len(), |next| next - 1);
        self.text[self.starts[at]..end].trim_end_matches('\r')
    }

    /// Whether a line belongs to a text of several lines.
    fn is_text(&self, at: usize) -> bool {
        let indent = self.raw(at).len() - self.raw(at).trim_start().len();
        let opener = self.read[..at].iter().rev().flatten().next();
        opener.is_some_and(|line| line.opens_text() && indent > line.indent())
    }

    fn surroundings(&self, at: usize, line: &TypedLine<'a>, offset: usize) -> Option<Outline<'a>> {
        let start = self.starts[at];
        let column = offset - start;
        let span = |from: usize, len: usize| Span::new(start + from, start + from + len);
        let (what, word) = match line.key {
            Some(key) if column >= line.after_colon => {
                let from = if line.value.is_empty() { column } else { line.value_at };
                (At::Value(key), span(from, line.value.len()))
            }
            Some(_) => {
                let raw = &self.raw(at)[line.column..line.after_colon - 1];
                (At::Key, span(line.column, raw.trim_end().len()))
            }
            None => (At::Key, span(line.column, line.value.len())),
        };
        let flow = line.value.starts_with(['{', '[', '&', '*', '!', '|', '>']);
        if flow || !(word.start as usize..=word.end as usize).contains(&offset) {
            return None;
        }
        let siblings = self.mapping(at, line.column, line.dashes.last().copied(), Some(at));
        let ancestors = self.ancestors(at, line.column, line.dashes.last().copied())?;
        Some(Outline {
            ancestors,
            at: what,
            word,
            siblings,
            column: line.column,
            has_colon: line.key.is_some(),
        })
    }

    /// From the root to the mapping whose keys are at `column`; `dash` is that of its item, when it is on this line.
    fn ancestors(
        &self,
        at: usize,
        column: usize,
        dash: Option<usize>,
    ) -> Option<Vec<Ancestor<'a>>> {
        let mut ancestors = Vec::new();
        let (mut at, mut column, mut dash) = (at, column, dash);
        loop {
            if let Some(dash_at) = dash {
                // An item: its keys, then the key of its list.
                ancestors.push(Ancestor::Item(self.mapping(at, column, dash, None)));
                let outer = self.read[at].as_ref().and_then(|line| {
                    let index = line.dashes.iter().position(|&d| d == dash_at)?;
                    index.checked_sub(1).map(|before| line.dashes[before])
                });
                if outer.is_some() {
                    (column, dash) = (dash_at, outer);
                    continue;
                }
                let (above, line) = self.above(at, |line| {
                    let has_key = line.key.is_some() && line.value.is_empty();
                    line.indent() < dash_at
                        || (line.indent() == dash_at && line.dashes.is_empty() && has_key)
                })?;
                at = above;
                (column, dash) = enter_key(&mut ancestors, line, dash_at)?;
            } else {
                if column == 0 {
                    break;
                }
                let Some((above, line)) = self.above(at, |line| line.indent() < column) else {
                    // Everything above is deeper: the root itself is indented.
                    break;
                };
                at = above;
                let item = line.dashes.iter().rev().copied().find(|&d| d < column);
                if let Some(item) = item.filter(|_| line.column == column) {
                    dash = Some(item);
                    continue;
                }
                (column, dash) = enter_key(&mut ancestors, line, column)?;
            }
        }
        ancestors.reverse();
        Some(ancestors)
    }

    /// The nearest line above that passes a test.
    fn above(
        &self,
        at: usize,
        test: impl Fn(&TypedLine<'a>) -> bool,
    ) -> Option<(usize, &TypedLine<'a>)> {
        let lines = self.read[..at].iter().enumerate().rev();
        let mut lines = lines.filter_map(|(index, line)| Some((index, line.as_ref()?)));
        lines.find(|(_, line)| test(line))
    }

    /// Keys and values of the mapping around line `at` whose keys are at `column`, without those of line `without`.
    fn mapping(
        &self,
        at: usize,
        column: usize,
        dash: Option<usize>,
        without: Option<usize>,
    ) -> Vec<(&'a str, &'a str)> {
        let pair = |index: usize| {
            let line = self.read[index].as_ref()?;
            let here = line.column == column && Some(index) != without;
            here.then_some((line.key?, line.plain_value()))
        };
        let mut found: Vec<(&'a str, &'a str)> = Vec::new();
        if dash.is_none() {
            for index in (0..at).rev() {
                let Some(line) = &self.read[index] else { continue };
                if line.column < column {
                    break;
                }
                found.extend(pair(index));
                if line.indent() < column {
                    break;
                }
            }
            found.reverse();
        }
        found.extend(pair(at));
        for index in at + 1..self.read.len() {
            let Some(line) = &self.read[index] else { continue };
            if line.indent() < column {
                break;
            }
            if line.dashes.is_empty() {
                found.extend(pair(index));
            }
        }
        found
    }
}

/// Enters the key of a line above, which must wait for its value; gives the column of that key and of its dash.
fn enter_key<'a>(
    ancestors: &mut Vec<Ancestor<'a>>,
    line: &TypedLine<'a>,
    below: usize,
) -> Option<(usize, Option<usize>)> {
    let waits = line.value.is_empty() || line.value.starts_with('&');
    if !waits || line.column > below {
        return None;
    }
    ancestors.push(Ancestor::Key(line.key?));
    Some((line.column, line.dashes.last().copied()))
}
