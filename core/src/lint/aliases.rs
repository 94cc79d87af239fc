//! Anchors and aliases as they are written, for fixes that reach over both.

use std::collections::BTreeMap;

use crate::sort;
use crate::text::Span;

/// Where each anchor and each alias of a text is, by its name. What only looks like one, in a comment or in quotes, is
/// taken for one: a fix then waits for something that never comes, and is left out.
pub(super) struct Aliases<'a> {
    anchors: BTreeMap<&'a str, Vec<usize>>,
    uses: BTreeMap<&'a str, Vec<usize>>,
    /// The places of all aliases.
    places: Vec<usize>,
}

impl<'a> Aliases<'a> {
    /// Those of a text, in one pass.
    pub(super) fn of(text: &'a str) -> Self {
        let mut out = Self { anchors: BTreeMap::new(), uses: BTreeMap::new(), places: Vec::new() };
        for (at, sign, name) in marks(text) {
            let places = if sign == '&' { &mut out.anchors } else { &mut out.uses };
            places.entry(name).or_default().push(at);
            if sign == '*' {
                out.places.push(at);
            }
        }
        out
    }

    /// The places of the aliases that mean the anchor `name` at `anchor`: those before the next anchor of that name.
    pub(super) fn of_anchor(&self, name: &str, anchor: usize) -> &[usize] {
        let Some(aliases) = self.uses.get(name) else { return &[] };
        let anchors = self.anchors.get(name).map_or(&[][..], Vec::as_slice);
        let next = anchors.get(anchors.partition_point(|at| *at <= anchor));
        let from = aliases.partition_point(|at| *at < anchor);
        let to = next.map_or(aliases.len(), |next| aliases.partition_point(|at| at < next));
        &aliases[from..to.max(from)]
    }

    /// The places of the aliases in a span.
    pub(super) fn inside(&self, span: Span) -> &[usize] {
        let from = self.places.partition_point(|at| *at < span.start());
        let to = self.places.partition_point(|at| *at < span.end());
        &self.places[from..to]
    }
}

/// The anchors that an edit of `span` takes or changes: those in it, and the one before it, whose value it is. Each with
/// its place.
pub(super) fn anchors_of(text: &str, span: Span) -> Vec<(&str, usize)> {
    let inside = marks(span.slice(text)).map(|(at, sign, name)| (span.start() + at, sign, name));
    let mut out: Vec<_> =
        inside.filter(|(_, sign, _)| *sign == '&').map(|(at, _, name)| (name, at)).collect();
    let before = text.get(..span.start()).unwrap_or_default().trim_end_matches(' ');
    let word = before.rsplit([' ', '\n', '[', '{', ',']).next().unwrap_or_default();
    if let Some(name) = word.strip_prefix('&').filter(|name| !name.is_empty()) {
        out.push((name, before.len() - word.len()));
    }
    sort::ascending(&mut out);
    out
}

/// Every anchor and alias, or what looks like one: its place, its sign and its name.
fn marks(text: &str) -> impl Iterator<Item = (usize, char, &str)> {
    text.match_indices(['&', '*']).filter_map(|(at, sign)| {
        let before = text[..at].chars().next_back();
        let name = &text[at + 1..];
        let end = name.find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}'));
        let name = &name[..end.unwrap_or(name.len())];
        let begins = before.is_none_or(|c| c.is_whitespace() || matches!(c, '[' | '{' | ','));
        (begins && !name.is_empty()).then(|| (at, if sign == "&" { '&' } else { '*' }, name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a: &x 1\nb: [*x, *x]\nc: &x {d: &y 2}\ne: *x\nf: *y # *y&z\n";

    #[test]
    fn an_alias_means_the_last_anchor_of_its_name_before_it() {
        let aliases = Aliases::of(TEXT);
        let [first, second] = [TEXT.find("&x"), TEXT.rfind("&x")].map(Option::unwrap);
        assert_eq!(aliases.of_anchor("x", first), [12, 16]);
        assert_eq!(aliases.of_anchor("x", second), [TEXT.rfind("*x").unwrap()]);
        assert_eq!(aliases.of_anchor("z", 0), [] as [usize; 0]);
        assert_eq!(aliases.inside(Span::new(0, 13)), [12]);
    }

    #[test]
    fn an_edit_takes_the_anchors_in_it_and_changes_the_value_of_the_one_before_it() {
        let at = TEXT.find("{d").unwrap();
        let end = TEXT.find("}\n").unwrap();
        let x = TEXT.rfind("&x").unwrap();
        assert_eq!(anchors_of(TEXT, Span::new(at, end)), [("x", x), ("y", at + 4)]);
        assert_eq!(anchors_of(TEXT, Span::new(0, 1)), []);
    }
}
