//! A stream line by line: what came of it, and what of that is a whole line. Each byte is looked at once, however long a
//! line is.

use std::collections::VecDeque;

/// What came and was not yet taken.
#[derive(Default)]
pub(super) struct Lines {
    bytes: VecDeque<u8>,
    /// How many of them were looked at, and are of the line that is given or of the one behind it.
    seen: usize,
    /// How many of them are of the line that is given.
    line: usize,
    /// Whether no more comes.
    ended: bool,
}

impl Lines {
    /// Adds what came next; nothing is the end.
    pub(super) fn add(&mut self, chunk: &[u8]) {
        self.ended = chunk.is_empty();
        self.bytes.extend(chunk);
    }

    /// Goes on to the next line, at the end to all that is left; whether there is one, or the end.
    pub(super) fn finds_line(&mut self) -> bool {
        let end = self.bytes.range(self.seen..).position(|byte| *byte == b'\n');
        self.seen = end.map_or(self.bytes.len(), |end| self.seen + end + 1);
        if end.is_some() || self.ended {
            self.line = self.seen;
            return true;
        }
        false
    }

    /// Whether there is something to take, or the end.
    pub(super) fn is_ready(&self) -> bool {
        self.line > 0 || self.ended
    }

    /// Takes at most so many bytes of the line; none is the end, if it is ready.
    pub(super) fn take(&mut self, most: usize, mut give: impl FnMut(&[u8])) {
        let count = self.line.min(most);
        let (front, back) = self.bytes.as_slices();
        let first = count.min(front.len());
        give(&front[..first]);
        give(&back[..count - first]);
        self.bytes.drain(..count);
        self.line -= count;
        self.seen -= count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(lines: &mut Lines, most: usize) -> String {
        let mut out = Vec::new();
        lines.take(most, |bytes| out.extend_from_slice(bytes));
        String::from_utf8(out).expect("it is text")
    }

    #[test]
    fn lines_are_given_one_by_one_and_at_the_end_the_rest() {
        let mut lines = Lines::default();
        assert!(!lines.finds_line() && !lines.is_ready());
        lines.add(b"one");
        assert!(!lines.finds_line() && !lines.is_ready());
        lines.add(b" line\nand\nmo");
        assert!(lines.finds_line() && lines.is_ready());
        assert_eq!(taken(&mut lines, 4), "one ");
        assert_eq!(taken(&mut lines, 100), "line\n");
        assert!(!lines.is_ready(), "the next line comes when it is asked for");
        assert!(lines.finds_line());
        assert_eq!(taken(&mut lines, 100), "and\n");
        assert!(!lines.finds_line());
        lines.add(b"");
        assert!(lines.finds_line());
        assert_eq!((lines.is_ready(), taken(&mut lines, 100).as_str()), (true, "mo"));
        assert_eq!((lines.is_ready(), taken(&mut lines, 100).as_str()), (true, ""));
    }

    /// A line of 64 MiB in small chunks, in and out: for each of them, to look at or to move all that came before would
    /// take minutes.
    #[test]
    fn a_long_line_is_looked_at_once() {
        let mut lines = Lines::default();
        let chunk = [b'a'; 8192];
        for _ in 0..8192 {
            lines.add(&chunk);
            assert!(!lines.finds_line());
        }
        lines.add(b"\n");
        assert!(lines.finds_line());
        let mut count = 0;
        while lines.is_ready() {
            lines.take(4096, |bytes| count += bytes.len());
        }
        assert_eq!(count, chunk.len() * 8192 + 1);
    }
}
