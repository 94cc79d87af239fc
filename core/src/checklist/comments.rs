//! What the file says about a variable in a comment: behind it, or on the lines directly above it. A comment that holds a
//! secret, or a field that is commented out, says nothing.

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::text::Span;

/// Longer ones tell a story rather than what to enter.
const LONGEST: usize = 200;

/// Signs of a field that is commented out, and of words to this tool.
const NO_WORDS: [&str; 4] = ["key:", "value:", "sync:", "blueprint-lens"];

/// The comments of a file by their lines.
pub(super) struct Comments<'a> {
    analysis: &'a Analysis,
    behind: BTreeMap<usize, &'a str>,
    /// Those with a line of their own, with their columns.
    own: BTreeMap<usize, (usize, &'a str)>,
}

impl<'a> Comments<'a> {
    pub(super) fn new(analysis: &'a Analysis) -> Self {
        let secrets = analysis.secret_values();
        let mut found = Self { analysis, behind: BTreeMap::new(), own: BTreeMap::new() };
        for comment in analysis.trees().iter().flat_map(|tree| &tree.comments) {
            let (start, end) = (comment.span.start(), comment.span.end());
            // Secrets are in order and do not overlap: the first that ends behind the start is the only one to ask.
            let next = secrets.partition_point(|secret| secret.span.end() <= start);
            if secrets.get(next).is_some_and(|secret| secret.span.start() < end) {
                continue;
            }
            let words = comment.span.slice(analysis.text()).trim_start_matches('#').trim();
            let (line, column) = found.place(start);
            if comment.own_line {
                found.own.insert(line, (column, words));
            } else {
                found.behind.insert(line, words);
            }
        }
        found
    }

    /// What the file says about a variable, in quotation marks; `None` when it says nothing.
    pub(super) fn about(&self, var: Span) -> Option<String> {
        let (first, column) = self.place(var.start());
        let length = var.slice(self.analysis.text()).trim_end().len();
        let (last, _) = self.place(var.start() + length);
        let mut words: Vec<&str> =
            self.behind.range(first..=last).map(|(_, words)| *words).collect();
        if words.is_empty() {
            words = self.above(first, column);
        }
        let words = words.join(" ").replace(['`', '"'], "'");
        let words = words.trim_matches(|c: char| matches!(c, '-' | '=' | '*' | ' '));
        let has_letter = |word: &&str| word.contains(char::is_alphabetic);
        let tells = words.split_whitespace().filter(has_letter).count() > 1
            && words.len() <= LONGEST
            && !NO_WORDS.iter().any(|sign| words.contains(sign));
        tells.then(|| format!("\"{words}\""))
    }

    /// The lines directly above an entry. One that stands as far right as the entry's keys is about the entry before.
    fn above(&self, line: usize, column: usize) -> Vec<&'a str> {
        let above = (0..line).rev().map_while(|line| self.own.get(&line));
        let about = above.take_while(|(own, words)| *own < column && !is_heading(words));
        let mut words: Vec<&str> = about.map(|(_, words)| *words).collect();
        words.reverse();
        words
    }

    /// Line and column of an offset.
    fn place(&self, offset: usize) -> (usize, usize) {
        let found = self.analysis.lines().position(offset, self.analysis.text());
        (found.line, found.column)
    }
}

/// Whether a comment is the heading of a section.
fn is_heading(words: &str) -> bool {
    ["---", "==="].iter().any(|line| words.starts_with(line) || words.ends_with(line))
}
