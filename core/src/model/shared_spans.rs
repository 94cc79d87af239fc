//! Which pieces of the text belong to several resources, because of an anchor, an alias or a merge key.
//!
//! An edit of such a piece changes all of them. A group that services link by `fromGroup` is not shared text: the
//! services have its name in common, not its bytes.

use super::resource::ResourceId;
use super::scope::GroupId;
use crate::sort;
use crate::text::Span;

/// Who uses a piece of the text: a service, database, read replica or environment group, or what is set beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextUser {
    /// A resource.
    Resource(ResourceId),
    /// A group.
    Group(GroupId),
    /// A setting of a file, a project or an environment.
    Setting,
}

/// The users of every piece of the text; empty for a file without aliases, in which nothing can be shared.
///
/// Pieces are the spans of values, keys and entries, so two of them are either apart or one holds the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SharedSpans {
    /// Sorted by start, the longer first.
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    span: Span,
    /// The smallest piece that holds this one.
    holder: Option<usize>,
    /// Who uses the piece as a whole, in order.
    users: Vec<TextUser>,
}

impl SharedSpans {
    /// The index of `uses`, which may be in any order and may repeat. Takes n log n for n uses.
    pub(crate) fn new(mut uses: Vec<(Span, TextUser)>) -> Self {
        sort::by_key(&mut uses, |(span, user)| (order(*span), *user));
        uses.dedup();
        let mut pieces: Vec<Piece> = Vec::new();
        for (span, user) in uses {
            if let Some(piece) = pieces.last_mut().filter(|piece| piece.span == span) {
                piece.users.push(user);
                continue;
            }
            let mut holder = pieces.len().checked_sub(1);
            while let Some(at) = holder.filter(|at| !pieces[*at].span.contains(span)) {
                holder = pieces[at].holder;
            }
            pieces.push(Piece { span, holder, users: vec![user] });
        }
        Self { pieces }
    }

    /// Whether nothing is shared.
    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Everyone whom an edit of `span` changes, in order, when there are at least two; otherwise nobody. They are the
    /// users of the smallest piece around the span and of every piece inside it.
    pub(crate) fn users(&self, span: Span) -> Vec<TextUser> {
        let next = self.pieces.partition_point(|piece| order(piece.span) <= order(span));
        let mut users = if span.is_empty() {
            self.extended(span, next)
        } else {
            self.around(span, next).map(|piece| piece.users.clone()).unwrap_or_default()
        };
        let inside = self.pieces[next..].iter().take_while(|piece| piece.span.start <= span.end);
        for piece in inside.filter(|piece| span.contains(piece.span)) {
            users.extend(&piece.users);
        }
        sort::ascending(&mut users);
        users.dedup();
        if users.len() > 1 { users } else { Vec::new() }
    }

    /// The users of what grows when text is put in at an offset: the smallest piece around it, and those that end there. A
    /// piece that is nothing but the offset is a missing value, which the text becomes.
    fn extended(&self, at: Span, next: usize) -> Vec<TextUser> {
        let mut users = Vec::new();
        let mut piece = next.checked_sub(1).map(|last| &self.pieces[last]);
        while let Some(one) = piece {
            if one.span == at {
                return one.users.clone();
            }
            let begins_before = one.span.start < at.start;
            if begins_before && one.span.end >= at.end {
                users.extend(&one.users);
                if one.span.end > at.end {
                    break;
                }
            }
            piece = one.holder.map(|holder| &self.pieces[holder]);
        }
        users
    }

    /// The smallest piece that holds `span`, given the number of the first piece that comes after it.
    fn around(&self, span: Span, next: usize) -> Option<&Piece> {
        let mut at = next.checked_sub(1);
        while let Some(piece) = at.map(|at| &self.pieces[at]) {
            if piece.span.contains(span) {
                return Some(piece);
            }
            at = piece.holder;
        }
        None
    }
}

/// Holders come before what they hold.
fn order(span: Span) -> (u32, std::cmp::Reverse<u32>) {
    (span.start, std::cmp::Reverse(span.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: TextUser = TextUser::Resource(ResourceId(0));
    const B: TextUser = TextUser::Resource(ResourceId(1));
    const GROUP: TextUser = TextUser::Group(GroupId(0));

    fn index(uses: &[(usize, usize, TextUser)]) -> SharedSpans {
        let uses = uses.iter().map(|(start, end, user)| (Span::new(*start, *end), *user));
        SharedSpans::new(uses.collect())
    }

    #[test]
    fn the_smallest_piece_around_a_span_decides() {
        let index = index(&[(0, 20, A), (2, 8, A), (4, 6, A), (4, 6, B), (10, 12, A)]);
        let users = |start, end| index.users(Span::new(start, end));
        assert_eq!(users(4, 6), [A, B]);
        assert_eq!(users(5, 5), [A, B], "an offset inside");
        assert_eq!(users(10, 12), [], "one user is not sharing");
        assert_eq!(users(11, 11), []);
        assert_eq!(users(13, 14), [], "between the pieces of one user");
        assert_eq!(users(30, 31), [], "text that nobody uses");
    }

    #[test]
    fn whoever_uses_a_part_has_a_say_in_the_whole() {
        let index = index(&[(0, 20, A), (2, 8, A), (4, 6, GROUP), (10, 12, A)]);
        for (start, end) in [(2, 8), (0, 20), (3, 14), (4, 20)] {
            assert_eq!(index.users(Span::new(start, end)), [A, GROUP], "{start}..{end}");
        }
        assert_eq!(index.users(Span::new(7, 14)), [], "beside the part");
    }

    #[test]
    fn users_come_once_and_in_order() {
        let index = index(&[(3, 5, B), (3, 5, A), (3, 5, B), (3, 5, A)]);
        assert_eq!(index.users(Span::new(3, 5)), [A, B]);
    }

    #[test]
    fn text_behind_the_last_part_of_a_piece_belongs_to_the_piece() {
        let index = index(&[(0, 20, A), (0, 20, B), (2, 8, A), (4, 8, A), (10, 20, A)]);
        let users = |at| index.users(Span::at(at));
        assert_eq!(users(8), [A, B], "behind an entry");
        assert_eq!(users(20), [A, B], "behind the last one");
        assert_eq!(users(6), [], "inside a value of one user");
    }

    #[test]
    fn neighbours_are_apart_even_where_they_touch() {
        let index = index(&[(0, 4, A), (4, 8, A), (4, 8, B), (8, 8, B)]);
        assert_eq!(index.users(Span::new(0, 4)), []);
        assert_eq!(index.users(Span::new(4, 8)), [A, B]);
        assert_eq!(index.users(Span::at(8)), []);
    }
}
