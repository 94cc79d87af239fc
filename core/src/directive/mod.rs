//! Comment directives: `# blueprint-lens: allow(rule-code) reason` suppresses findings,
//! `# blueprint-lens: assert api -> db reachable` states what must stay true. Comments in, directives with spans out;
//! nothing is evaluated here. What cannot be read is kept as [`DirectiveKind::Malformed`], so none is lost silently.

mod kind;
mod parse;

use crate::syntax::Comment;
use crate::text::{LineIndex, Span};

pub use kind::{Assertion, Coverage, DirectiveKind, Relation, Sense, Suppression, Word};

/// The forms that are understood, for help texts.
pub const FORMS: &str = "the forms are `allow(rule-code) reason`, `assert api -> db reachable`, `assert internet -/> worker` and `assert only api -> db`";

/// A comment directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The comment from its `#` to the end of the line.
    pub comment: Span,
    /// Whether only blanks are before it on its line.
    pub own_line: bool,
    /// What it says.
    pub kind: DirectiveKind,
}

/// Every comment directive of a file that begins at the byte `start` of the text, in source order.
pub fn directives(
    text: &str,
    lines: &LineIndex,
    start: usize,
    comments: &[Comment],
) -> Vec<Directive> {
    let first = lines.line_of(start);
    comments.iter().filter_map(|comment| read(text, lines, first, comment)).collect()
}

/// An assertion on its own, such as `internet -/> db`; the word `assert` may be in front. Its spans are those of `text`.
///
/// # Errors
/// What is wrong with it, in words: lower case, no full stop.
pub fn assertion(text: &str) -> Result<Assertion, &'static str> {
    let whole = Span::new(0, text.len());
    let claim = match text.trim_start().strip_prefix(parse::ASSERT) {
        Some(rest) if rest.starts_with([' ', '\t']) => {
            Span::new(text.len() - rest.len(), text.len())
        }
        _ => whole,
    };
    parse::assertion(text, whole, claim).map_err(|(_, message)| message)
}

fn read(text: &str, lines: &LineIndex, first: usize, comment: &Comment) -> Option<Directive> {
    let mut kind = parse::kind(text, comment.span)?;
    if let DirectiveKind::Suppress(suppression) = &mut kind {
        suppression.coverage = coverage(text, lines, first, comment);
    }
    Some(Directive { comment: comment.span, own_line: comment.own_line, kind })
}

/// A comment behind a value covers its line, one on its own line the next line that says anything, and one above
/// everything the file says covers the file.
fn coverage(text: &str, lines: &LineIndex, first: usize, comment: &Comment) -> Coverage {
    let line = lines.line_of(comment.span.start());
    if !comment.own_line {
        return Coverage::Line(line);
    }
    let says = |line: &usize| {
        let content = text[lines.line_range(*line, text)].trim_start_matches('\u{feff}').trim();
        !(content.is_empty() || content.starts_with('#') || content == "---")
    };
    if (first..line).any(|before| says(&before)) {
        Coverage::Line((line + 1..lines.line_count()).find(says).unwrap_or(line))
    } else {
        Coverage::File
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Vec<Directive> {
        directives(text, &LineIndex::new(text), 0, &crate::syntax::parse(text).comments)
    }

    fn allows(text: &str) -> Vec<(Vec<String>, Coverage)> {
        read_all(text)
            .into_iter()
            .filter_map(|directive| match directive.kind {
                DirectiveKind::Suppress(allow) => {
                    Some((allow.codes.into_iter().map(|code| code.text).collect(), allow.coverage))
                }
                DirectiveKind::Assert(_) | DirectiveKind::Malformed { .. } => None,
            })
            .collect()
    }

    #[test]
    fn a_suppression_covers_its_line_the_next_one_or_the_file() {
        let text = "\u{feff}# blueprint-lens: allow(a) top\n---\nservices: # blueprint-lens: allow(b)\n\n  \
                    # blueprint-lens: allow(c, d) why\n  # more\n\n  - name: x\n# blueprint-lens: allow(e)\n";
        assert_eq!(
            allows(text),
            [
                (vec!["a".to_owned()], Coverage::File),
                (vec!["b".to_owned()], Coverage::Line(2)),
                (vec!["c".to_owned(), "d".to_owned()], Coverage::Line(7)),
                (vec!["e".to_owned()], Coverage::Line(8)),
            ]
        );
    }

    #[test]
    fn an_assertion_stands_on_its_own() {
        let read = |text| assertion(text).map(|found| (found.from[0].text.clone(), found.to.text));
        let names = |from: &str, to: &str| Ok((from.to_owned(), to.to_owned()));
        assert_eq!(read("internet -/> db"), names("internet", "db"));
        assert_eq!(read(" assert api -> db wired "), names("api", "db"));
        assert_eq!(read("assertive -> db"), names("assertive", "db"));
        assert_eq!(read("api db"), Err("`assert` needs an arrow, `->` or `-/>`"));
    }

    #[test]
    fn text_is_no_comment() {
        let text = "a: \"# blueprint-lens: allow(x)\"\nb: |\n  # blueprint-lens: allow(y)\n";
        assert_eq!(read_all(text), []);
    }

    #[test]
    fn line_ends_of_every_sort_are_left_out() {
        for end in ["\n", "\r\n", ""] {
            let text = format!("# blueprint-lens: assert a -> b reachable{end}");
            let found = read_all(&text);
            let DirectiveKind::Assert(assertion) = &found[0].kind else { panic!("{found:?}") };
            assert_eq!(assertion.span.slice(&text), "assert a -> b reachable");
        }
    }
}
