//! The words of one comment.

use super::kind::{Assertion, Coverage, DirectiveKind, Relation, Sense, Suppression, Word};
use crate::text::Span;

/// The word that a directive starts with.
const MARKER: &str = "blueprint-lens";
/// The word that an assertion starts with.
pub(super) const ASSERT: &str = "assert";

/// The directive in the comment at `span`; `None` when it is none.
pub(super) fn kind(text: &str, span: Span) -> Option<DirectiveKind> {
    let marker = skip_blanks(text, Span::new(span.start() + 1, span.end()));
    let rest = marker.slice(text).strip_prefix(MARKER)?;
    let behind = Span::new(marker.end() - rest.len(), marker.end());
    let body = match rest.chars().next() {
        Some(':') => trimmed(text, Span::new(behind.start() + 1, behind.end())),
        // Without the colon it is prose, unless it can only be meant as a directive.
        Some(' ' | '\t') => {
            let body = trimmed(text, behind);
            let word = first_word(body.slice(text));
            let meant = word == ASSERT || word.starts_with("allow(");
            return meant.then(|| {
                malformed(marker_span(marker), "a colon is missing after `blueprint-lens`")
            });
        }
        _ => return None,
    };
    Some(match first_word(body.slice(text)) {
        "" => malformed(marker_span(marker), "this directive is empty"),
        word if word.starts_with("allow") => allow(text, body),
        ASSERT => {
            let claim = Span::new(body.start() + ASSERT.len(), body.end());
            assertion(text, body, claim)
                .map_or_else(|(span, message)| malformed(span, message), DirectiveKind::Assert)
        }
        word => malformed(
            Span::new(body.start(), body.start() + word.len()),
            format!("`{word}` is not a directive"),
        ),
    })
}

fn marker_span(marker: Span) -> Span {
    Span::new(marker.start(), marker.start() + MARKER.len())
}

fn malformed(span: Span, message: impl Into<String>) -> DirectiveKind {
    DirectiveKind::Malformed { span, message: message.into() }
}

fn first_word(text: &str) -> &str {
    text.split([' ', '\t']).next().unwrap_or_default()
}

fn skip_blanks(text: &str, span: Span) -> Span {
    let rest = span.slice(text);
    Span::new(span.end() - rest.trim_start_matches([' ', '\t']).len(), span.end())
}

fn trimmed(text: &str, span: Span) -> Span {
    let span = skip_blanks(text, span);
    Span::new(span.start(), span.start() + span.slice(text).trim_end().len())
}

/// `allow(code, code) reason`
fn allow(text: &str, body: Span) -> DirectiveKind {
    let behind = Span::new(body.start() + "allow".len(), body.end());
    let open = skip_blanks(text, behind);
    let inside = open.slice(text).strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let Some((inside, _reason)) = inside else {
        return malformed(body, "`allow` needs rule codes in parentheses");
    };
    let start = open.start() + 1;
    let codes = words(text, Span::new(start, start + inside.len()));
    if codes.is_empty() || codes.iter().any(|code| code.text.is_empty()) {
        let span = Span::new(open.start(), start + inside.len() + 1);
        return malformed(span, "a rule code is missing in `allow`");
    }
    DirectiveKind::Suppress(Suppression { codes, coverage: Coverage::File })
}

/// The parts between commas.
fn words(text: &str, span: Span) -> Vec<Word> {
    let mut at = span.start();
    span.slice(text)
        .split(',')
        .map(|part| {
            let word = trimmed(text, Span::new(at, at + part.len()));
            at += part.len() + 1;
            Word { span: word, text: word.slice(text).to_owned() }
        })
        .collect()
}

/// `[only] FROM[, FROM] -> TO [reachable|wired]` at `claim`, which is all of `body` or follows its first word.
///
/// # Errors
/// The smallest text that is wrong, and what is wrong with it.
pub(super) fn assertion(
    text: &str,
    body: Span,
    claim: Span,
) -> Result<Assertion, (Span, &'static str)> {
    let wrong = |span: Span, message: &'static str| Err((span, message));
    let mut left = claim;
    let claimed = left.slice(text);
    let arrows = [claimed.find("-/>"), claimed.find("->")];
    let (at, length, denied) = match arrows {
        [Some(no), yes] if yes.is_none_or(|yes| no < yes) => (no, 3, true),
        [_, Some(yes)] => (yes, 2, false),
        _ => return wrong(body, "`assert` needs an arrow, `->` or `-/>`"),
    };
    let right = trimmed(text, Span::new(left.start() + at + length, left.end()));
    left = trimmed(text, Span::new(left.start(), left.start() + at));
    let only = first_word(left.slice(text)) == "only";
    if only {
        left = trimmed(text, Span::new(left.start() + "only".len(), left.end()));
    }
    if only && denied {
        return wrong(body, "`only` needs the arrow `->`");
    }
    let from = words(text, left);
    let one_word = |word: &Word| !word.text.is_empty() && !word.text.contains([' ', '\t']);
    if !from.iter().all(one_word) || (from.len() > 1 && !only) {
        return wrong(body, "the arrow must follow one name, or several names after `only`");
    }
    let mut behind = right.slice(text).split([' ', '\t']).filter(|word| !word.is_empty());
    let Some(to) = behind.next() else {
        return wrong(body, "a name is missing after the arrow");
    };
    let to = Word { span: Span::new(right.start(), right.start() + to.len()), text: to.to_owned() };
    let sense = match behind.next() {
        None | Some("reachable") => Sense::Reachable,
        Some("wired") => Sense::Wired,
        Some(_) => {
            let rest = trimmed(text, Span::new(to.span.end(), right.end()));
            return wrong(rest, "after the names, only `reachable` or `wired` is allowed");
        }
    };
    if behind.next().is_some() {
        return wrong(body, "nothing is allowed after `reachable` or `wired`");
    }
    let relation = match (only, denied) {
        (true, _) => Relation::Only,
        (false, true) => Relation::ConnectsNot,
        (false, false) => Relation::Connects,
    };
    Ok(Assertion { span: body, from, to, relation, sense })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<DirectiveKind> {
        kind(text, Span::new(0, text.len()))
    }

    fn complaint(text: &str) -> (String, String) {
        match read(text) {
            Some(DirectiveKind::Malformed { span, message }) => {
                (span.slice(text).to_owned(), message)
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    fn assertion_of(text: &str) -> (Vec<String>, String, Relation, Sense) {
        let Some(DirectiveKind::Assert(found)) = read(text) else {
            panic!("{text}: {:?}", read(text))
        };
        for word in found.from.iter().chain([&found.to]) {
            assert_eq!(word.span.slice(text), word.text);
        }
        let from = found.from.into_iter().map(|word| word.text).collect();
        (from, found.to.text, found.relation, found.sense)
    }

    #[test]
    fn reads_assertions() {
        let one = |name: &str| vec![name.to_owned()];
        assert_eq!(
            assertion_of("# blueprint-lens: assert api -> db reachable"),
            (one("api"), "db".to_owned(), Relation::Connects, Sense::Reachable)
        );
        assert_eq!(
            assertion_of("#blueprint-lens:assert internet-/>worker"),
            (one("internet"), "worker".to_owned(), Relation::ConnectsNot, Sense::Reachable)
        );
        assert_eq!(
            assertion_of("#  blueprint-lens:  assert only web:api, küche ->  postgres:db wired "),
            (
                vec!["web:api".to_owned(), "küche".to_owned()],
                "postgres:db".to_owned(),
                Relation::Only,
                Sense::Wired
            )
        );
    }

    #[test]
    fn says_what_is_malformed() {
        for (text, span, message) in [
            ("# blueprint-lens:", "blueprint-lens", "this directive is empty"),
            ("# blueprint-lens: disable x", "disable", "`disable` is not a directive"),
            (
                "# blueprint-lens allow(x)",
                "blueprint-lens",
                "a colon is missing after `blueprint-lens`",
            ),
            ("# blueprint-lens: allow x", "allow x", "`allow` needs rule codes in parentheses"),
            ("# blueprint-lens: allow(x", "allow(x", "`allow` needs rule codes in parentheses"),
            ("# blueprint-lens: allow()", "()", "a rule code is missing in `allow`"),
            ("# blueprint-lens: allow(a,,b)", "(a,,b)", "a rule code is missing in `allow`"),
            (
                "# blueprint-lens: assert a b",
                "assert a b",
                "`assert` needs an arrow, `->` or `-/>`",
            ),
            (
                "# blueprint-lens: assert only a -/> b",
                "assert only a -/> b",
                "`only` needs the arrow `->`",
            ),
            ("# blueprint-lens: assert a ->", "assert a ->", "a name is missing after the arrow"),
            (
                "# blueprint-lens: assert a, c -> b",
                "assert a, c -> b",
                "the arrow must follow one name, or several names after `only`",
            ),
            (
                "# blueprint-lens: assert -> b",
                "assert -> b",
                "the arrow must follow one name, or several names after `only`",
            ),
            (
                "# blueprint-lens: assert a -> b soon",
                "soon",
                "after the names, only `reachable` or `wired` is allowed",
            ),
            (
                "# blueprint-lens: assert a -> b wired -> c",
                "assert a -> b wired -> c",
                "nothing is allowed after `reachable` or `wired`",
            ),
        ] {
            assert_eq!(complaint(text), (span.to_owned(), message.to_owned()), "{text}");
        }
    }

    #[test]
    fn prose_is_not_for_us() {
        for text in [
            "# made with care",
            "# blueprint-lens draws this file",
            "# blueprint-lens, see the docs",
            "# blueprint-lenses: assert",
            "# see blueprint-lens: allow(x)",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
