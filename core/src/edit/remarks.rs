//! Comments at the end of lines, as text.

/// Where the entry ends that is before `offset` on its line: before the comment and the blanks behind it.
pub(crate) fn end_of_entry(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let comment = comment_of(line).map_or(0, str::len);
    before.get(..offset - comment).unwrap_or_default().trim_end_matches([' ', '\t', '\r']).len()
}

/// The comment at the end of a line of YAML: behind a blank, and not within quotes.
pub(super) fn comment_of(line: &str) -> Option<&str> {
    line.match_indices('#').map(|(at, _)| at).find_map(|at| {
        let before = &line[..at];
        let is_open = before.is_empty() || before.ends_with([' ', '\t']);
        let even = |quote: char| before.matches(quote).count().is_multiple_of(2);
        (is_open && even('"') && even('\'')).then(|| &line[at..])
    })
}
