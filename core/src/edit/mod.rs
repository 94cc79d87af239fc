//! Small edits of YAML that keep the form of what is around them: indentation, line breaks, comments.

mod remarks;

use crate::model::{Key, ValueKind};
use crate::text::{LineIndex, Span, TextEdit};
use remarks::comment_of;

pub(crate) use remarks::end_of_entry;

/// Of larger mappings no entry is removed: nobody wrote them by hand, and each edit looks at all entries.
const MOST_ENTRIES: usize = 200;

/// The text that edits are made for.
#[derive(Clone, Copy)]
pub(crate) struct YamlEditor<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// Its lines.
    pub(crate) lines: &'a LineIndex,
    /// The line break of the file that is edited.
    pub(crate) line_break: &'static str,
}

impl YamlEditor<'_> {
    /// Blanks that bring a new line to the column of `offset`; dashes of list items count as blanks.
    pub(crate) fn indent_at(self, offset: usize) -> String {
        let range = self.lines.line_range(self.lines.line_of(offset), self.text);
        let head = self.text.get(range.start..offset).unwrap_or_default();
        head.chars().map(|c| if c == '\t' { '\t' } else { ' ' }).collect()
    }

    /// Adds an entry to the mapping that holds `after`: on a line of its own behind it in a block mapping, behind a
    /// comma in a flow mapping. `None` for a mapping that takes no further entry: a pair of a flow list (`[key: value]`).
    pub(crate) fn add_entry(self, after: &Key, line: &str) -> Option<TextEdit> {
        let end = after.value.end().max(after.span.end());
        // Behind text without quotes that goes on over lines, a new line would be more of it.
        let runs_on = after.value_kind == ValueKind::Scalar
            && after.value.slice(self.text).contains('\n')
            && !after.value.slice(self.text).starts_with(['"', '\'', '|', '>']);
        if runs_on {
            return None;
        }
        if self.starts_line(after.span) {
            let indent = self.indent_at(after.span.start());
            let end = self.lines.line_range(self.lines.line_of(end), self.text).end;
            return Some(TextEdit::insert(end, format!("{}{indent}{line}", self.line_break)));
        }
        self.is_in_braces(after.span).then(|| TextEdit::insert(end, format!(", {line}")))
    }

    /// Whether the innermost bracket that is open before a key is a brace. Looks back over what one flow mapping holds at
    /// most; quoted brackets count as text.
    fn is_in_braces(self, key: Span) -> bool {
        const FARTHEST: usize = 4096;
        let mut depth = 0_usize;
        let mut quote = None;
        for c in self.text[..key.start()].chars().rev().take(FARTHEST) {
            match (c, quote) {
                (c, Some(open)) if c == open => quote = None,
                ('"' | '\'', None) => quote = Some(c),
                ('}' | ']', None) => depth += 1,
                ('{' | '[', None) if depth > 0 => depth -= 1,
                ('{', None) => return true,
                ('[', None) => return false,
                _ => {}
            }
        }
        false
    }

    /// Writes `value` where a value is missing, at its empty span. `None` behind an anchor or a tag, whose value it is.
    pub(crate) fn fill(self, missing: Span, value: &str) -> Option<TextEdit> {
        let rest = self.text.get(missing.end()..)?.trim_start_matches([' ', '\t']);
        (!rest.starts_with(['&', '!']))
            .then(|| TextEdit::insert(missing.start(), format!(" {value}")))
    }

    /// Sets the entry `name` of the mapping at `extent` with these keys to `value`, written as it is: in place of what
    /// it was, else behind the mapping's `name` or its first key. Merged keys are outside and are overridden, not
    /// changed. `None` when the mapping has no key of its own or has that one twice, or when the value is an alias.
    pub(crate) fn set_entry(
        self,
        extent: Span,
        keys: &[Key],
        name: &str,
        value: &str,
    ) -> Option<TextEdit> {
        let mut own = keys.iter().filter(|key| extent.contains(key.span));
        if own.clone().filter(|key| key.name == name).count() > 1 {
            return None;
        }
        let Some(key) = own.clone().find(|key| key.name == name) else {
            let after = own.clone().find(|key| key.name == "name").or_else(|| own.next())?;
            return self.add_entry(after, &format!("{name}: {value}"));
        };
        if key.value.start < key.span.end || key.value.slice(self.text).starts_with('*') {
            return None;
        }
        Some(if key.value_kind == ValueKind::Scalar && !key.value.is_empty() {
            TextEdit::replace(key.value, value)
        } else {
            TextEdit::replace(key.span.cover(key.value), format!("{name}: {value}"))
        })
    }

    /// Removes the entry `name` of a mapping with these keys; `None` when it is not there, is there twice, or is the only
    /// one, and for mappings of more than [`MOST_ENTRIES`].
    pub(crate) fn remove_entry(self, keys: &[Key], name: &str) -> Option<TextEdit> {
        if keys.len() > MOST_ENTRIES {
            return None;
        }
        let at = keys.iter().position(|key| key.name == name)?;
        let key = &keys[at];
        let is_twice = keys[at + 1..].iter().any(|other| other.name == name);
        // A mapping that is merged in may bring it back.
        let is_merged = keys.iter().any(|other| other.name == "<<");
        if keys.len() == 1 || is_twice || is_merged {
            return None;
        }
        let end = key.value.end().max(key.span.end());
        let head = {
            let line = self.lines.line_range(self.lines.line_of(key.span.start()), self.text);
            self.text.get(line.start..key.span.start())?
        };
        if head.chars().all(|c| c == ' ' || c == '\t') {
            // Its lines are its own: they go as a whole, but for comments.
            let first =
                self.lines.line_range(self.lines.line_of(key.span.start()), self.text).start;
            let last = self.lines.line_of(end);
            let end = if last + 1 < self.lines.line_count() {
                self.lines.line_range(last + 1, self.text).start
            } else {
                self.text.len()
            };
            let text = key.value_kind == ValueKind::Scalar;
            let kept =
                self.comments_in(Span::new(first, end), if text { key.value.end() } else { first });
            return Some(TextEdit::replace(Span::new(first, end), kept));
        }
        // A part of a flow mapping goes with the comma before it, so that its neighbours can go, too.
        if let Some(before) = at.checked_sub(1).map(|at| &keys[at]) {
            let from = before.value.end().max(before.span.end());
            let between = self.text.get(from..key.span.start()).unwrap_or_default();
            if between.trim() == "," {
                return Some(TextEdit::replace(Span::new(from, end), ""));
            }
        }
        // The first of a list item or of a flow mapping: the next entry takes its place.
        if let Some(next) = keys.get(at + 1).filter(|next| next.span.start >= key.span.end) {
            let gone = Span::new(key.span.start(), next.span.start());
            let comment = gone.slice(self.text).lines().any(|line| comment_of(line).is_some());
            return (!comment).then(|| TextEdit::replace(gone, ""));
        }
        None
    }

    /// Removes the item of a block list that is a mapping with these keys; `None` for flow lists and for items that do
    /// not have their lines for themselves. The list must hold another one.
    pub(crate) fn remove_item(self, keys: &[Key]) -> Option<TextEdit> {
        let start = keys.first()?.span.start();
        let end = keys.iter().map(|key| key.value.end().max(key.span.end())).max()?;
        let first = self.lines.line_range(self.lines.line_of(start), self.text);
        let head = self.text.get(first.start..start)?;
        let last = self.lines.line_of(end);
        let tail = self.text.get(end..self.lines.line_range(last, self.text).end)?.trim();
        let dashed = head.trim_end().trim_start_matches([' ', '\t']) == "-";
        if !dashed || !(tail.is_empty() || tail.starts_with('#')) {
            return None;
        }
        let end = if last + 1 < self.lines.line_count() {
            self.lines.line_range(last + 1, self.text).start
        } else {
            self.text.len()
        };
        let kept = self.comments_in(Span::new(first.start, end), first.start);
        Some(TextEdit::replace(Span::new(first.start, end), kept))
    }

    /// The comments of whole lines that go, from `from` on, each on a line of its own where the first of the lines began.
    /// Before `from` is text of a value, in which a `#` means nothing.
    fn comments_in(self, lines: Span, from: usize) -> String {
        let indent: String =
            lines.slice(self.text).chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
        let mut out = String::new();
        let mut at = lines.start();
        for line in lines.slice(self.text).split_inclusive('\n') {
            let skipped = from.saturating_sub(at).min(line.len());
            at += line.len();
            let Some(tail) = line.get(skipped..) else { continue };
            if let Some(comment) = comment_of(tail) {
                out.push_str(&format!("{indent}{}{}", comment.trim_end(), self.line_break));
            }
        }
        out
    }

    /// A span with the comment that ends its last line, if there is one.
    pub(crate) fn with_remark(self, span: Span) -> Span {
        let line = self.lines.line_range(self.lines.line_of(span.end()), self.text);
        let tail = self.text.get(span.end()..line.end).unwrap_or_default();
        match comment_of(tail) {
            Some(comment) if tail.trim_start() == comment => {
                Span::new(span.start(), span.end() + tail.trim_end().len())
            }
            _ => span,
        }
    }

    /// The comments within text that goes, each on a line of its own at the column of `offset`, from a line break on.
    pub(crate) fn remarks_of(self, gone: Span, offset: usize) -> String {
        let indent = self.indent_at(offset);
        let comments = gone.slice(self.text).lines().filter_map(comment_of);
        comments.map(|one| format!("{}{indent}{}", self.line_break, one.trim_end())).collect()
    }

    /// Whether a value can be written in another place as it is: no anchor and no tag stands before it, which an edit of
    /// key and value would lose, and it has no further lines, which would have to be moved, too.
    pub(crate) fn is_bare(self, key: &Key) -> bool {
        let between = self.text.get(key.span.end()..key.value.start()).unwrap_or_default();
        !between.contains(['&', '!']) && !key.value.slice(self.text).contains('\n')
    }

    /// Whether a tag stands before a value, so that it is read as the tag says, whatever is written.
    pub(crate) fn is_tagged(self, value: Span) -> bool {
        let before = self.text.get(..value.start()).unwrap_or_default();
        before
            .trim_end()
            .rsplit(char::is_whitespace)
            .next()
            .is_some_and(|word| word.trim_start_matches(['[', '{', ',']).starts_with('!'))
    }

    /// Whether an anchor stands before a value, so that what is added to it is added where its aliases are, too.
    pub(crate) fn is_anchored(self, value: Span) -> bool {
        let before = self.text.get(..value.start()).unwrap_or_default();
        let word = before.trim_end().rsplit(char::is_whitespace).next();
        word.is_some_and(|word| word.trim_start_matches(['[', '{', ',']).starts_with('&'))
    }

    /// Whether a key starts its line, list dashes aside.
    pub(crate) fn starts_line(self, key: Span) -> bool {
        let range = self.lines.line_range(self.lines.line_of(key.start()), self.text);
        self.text
            .get(range.start..key.start())
            .is_some_and(|head| head.chars().all(|c| matches!(c, ' ' | '\t' | '-')))
    }
}

/// `text` as a YAML scalar in double quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // Line breaks of YAML 1.1, which readers of that version fold.
            '\u{85}' => out.push_str("\\N"),
            '\u{2028}' => out.push_str("\\L"),
            '\u{2029}' => out.push_str("\\P"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::apply;

    /// The keys of a text with one mapping of plain entries.
    fn keys(text: &str, names: &[&str]) -> Vec<Key> {
        names
            .iter()
            .map(|name| {
                let start = text.find(&format!("{name}:")).unwrap();
                let value = start + name.len() + 2;
                let end = value
                    + text[value..].find([',', '}', '\n', '\r']).unwrap_or(text.len() - value);
                Key {
                    name: (*name).to_owned(),
                    span: Span::new(start, start + name.len()),
                    value: Span::new(value, end),
                    value_kind: ValueKind::Scalar,
                }
            })
            .collect()
    }

    fn removed(text: &str, names: &[&str], name: &str) -> String {
        let lines = LineIndex::new(text);
        let editor = YamlEditor { text, lines: &lines, line_break: lines.line_break() };
        apply(text, &[editor.remove_entry(&keys(text, names), name).unwrap()]).unwrap()
    }

    #[test]
    fn removes_entries_of_every_form() {
        let block = "- a: 1\n  b: 2\n  c: 3\n";
        assert_eq!(removed(block, &["a", "b", "c"], "a"), "- b: 2\n  c: 3\n");
        assert_eq!(removed(block, &["a", "b", "c"], "b"), "- a: 1\n  c: 3\n");
        assert_eq!(removed(block, &["a", "b", "c"], "c"), "- a: 1\n  b: 2\n");
        let flow = "- {a: 1, b: 2}\n";
        assert_eq!(removed(flow, &["a", "b"], "a"), "- {b: 2}\n");
        assert_eq!(removed(flow, &["a", "b"], "b"), "- {a: 1}\n");
    }

    #[test]
    fn removes_items_that_have_their_own_lines() {
        let removed = |text: &str| {
            let lines = LineIndex::new(text);
            let edit = YamlEditor { text, lines: &lines, line_break: lines.line_break() }
                .remove_item(&keys(text, &["a", "b"]))?;
            apply(text, &[edit]).ok()
        };
        assert_eq!(
            removed("- c: 0\n- a: 1\n  b: 2 # why\n- d: 3\n").unwrap(),
            "- c: 0\n# why\n- d: 3\n",
            "a comment stays"
        );
        assert_eq!(removed("- c: 0\n- a: 1\n  b: 2").unwrap(), "- c: 0\n");
        assert_eq!(removed("[{a: 1, b: 2}]"), None);
        assert_eq!(removed("- - a: 1\n    b: 2\n"), None);
    }

    #[test]
    fn adds_entries_in_the_form_of_their_mapping() {
        let add = |text: &str, name: &str| {
            let lines = LineIndex::new(text);
            let keys = keys(text, &[name]);
            let edit = YamlEditor { text, lines: &lines, line_break: lines.line_break() }
                .add_entry(&keys[0], "n: 0");
            edit.map(|edit| apply(text, &[edit]).unwrap()).unwrap_or_default()
        };
        assert_eq!(add("- a: 1 # why\r\n  b: 2\r\n", "a"), "- a: 1 # why\r\n  n: 0\r\n  b: 2\r\n");
        assert_eq!(add("- {a: 1}", "a"), "- {a: 1, n: 0}");
        assert_eq!(add("- {b: '[', a: 1}", "a"), "- {b: '[', a: 1, n: 0}");
        assert_eq!(add("x: [a: 1]", "a"), "", "a pair takes no second entry");
        assert_eq!(add("x: [{b: 1}, a: 1]", "a"), "");
    }
}
