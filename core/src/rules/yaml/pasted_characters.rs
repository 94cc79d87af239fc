//! Typographic quotes and special spaces, which YAML reads as part of the text.

use crate::diagnostics::Safety;
use crate::edit::quoted;
use crate::lint::{Context, Finding};
use crate::text::{Span, TextEdit};

rule! {
    /// ## What it does
    ///
    /// Finds names, settings and values in typographic quotes (`“api”`, `‘api’`, `„api“`), and those that start or end
    /// with a special space, such as a no-break space.
    ///
    /// ## Why it matters
    ///
    /// YAML knows only straight quotes and ordinary spaces. Word processors, chats and web pages replace them with
    /// characters that YAML reads like letters. They become part of the name, the path or the value, and some of them
    /// are invisible.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     healthCheckPath: “/health”
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     healthCheckPath: "/health"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the quotes are meant to be part of the text.
    ///
    /// ## References
    ///
    /// - [YAML 1.2, flow scalar styles](https://yaml.org/spec/1.2.2/#73-flow-scalar-styles)
    code: "pasted-characters",
    summary: "typographic quotes or special spaces, which YAML reads as text",
    severity: Warning,
    category: Syntax,
    certainty: Inferred,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Special spaces that YAML reads as text, some of them without width, with their names.
const BLANKS: [(char, &str); 8] = [
    ('\u{a0}', "no-break space"),
    ('\u{202f}', "narrow no-break space"),
    ('\u{2002}', "en space"),
    ('\u{2003}', "em space"),
    ('\u{3000}', "ideographic space"),
    ('\u{200b}', "zero-width space"),
    ('\u{2060}', "word joiner"),
    ('\u{feff}', "byte order mark"),
];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        // A value that must be one of a list of words is reported by the rule for that list.
        let mut texts: Vec<(&str, Span)> = resource.settings.texts().collect();
        for var in &resource.env_vars {
            texts.extend(var.key.present().map(|key| (key.value.as_str(), key.span)));
            texts.extend(var.value.present().map(|value| (value.value.text.as_str(), value.span)));
        }
        for (text, span) in texts {
            // Inside straight quotes, the other quotes are intended.
            if span.slice(context.text) != text {
                continue;
            }
            let Some((message, meant)) = pasted(text) else { continue };
            let finding =
                Finding::new(span, resource.path.clone(), message, format!("write `{meant}`"));
            findings.push(finding.on(context, resource.id).fix(
                format!("write `{meant}`"),
                Safety::Unsafe,
                vec![TextEdit::replace(span, meant)],
            ));
        }
    }
}

/// What is wrong with a text, and what it should be.
fn pasted(text: &str) -> Option<(String, String)> {
    if let Some(inner) = inside(text) {
        let message =
            format!("the curly quotes are part of `{text}`: YAML knows only straight ones");
        return Some((message, quoted(inner)));
    }
    let trimmed = trimmed(text);
    let mut edges = [text.chars().next_back(), text.chars().next()].into_iter().flatten();
    let (_, name) = edges
        .find_map(|edge| BLANKS.iter().find(|(blank, _)| *blank == edge))
        .filter(|_| !trimmed.is_empty())?;
    Some((
        format!("a {name}, which YAML reads as text, is part of `{trimmed}`"),
        trimmed.to_owned(),
    ))
}

/// Whether that rule reports a text.
pub(crate) fn is_pasted(text: &str) -> bool {
    pasted(text).is_some()
}

/// A text without any kind of space around it.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c == ' ' || BLANKS.iter().any(|(blank, _)| *blank == c))
}

/// The text between typographic quotes, if they enclose all of it.
fn inside(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['“', '”', '„', '‘', '’'])?.strip_suffix(['”', '“', '’', '‘'])?;
    (!inner.contains(['“', '”', '„'])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::{inside, is_pasted};

    #[test]
    fn sees_quotes_around_all_of_a_text() {
        assert_eq!(inside("“api”"), Some("api"));
        assert_eq!(inside("„api“"), Some("api"));
        assert_eq!(inside("‘it’s’"), Some("it’s"));
        assert_eq!(inside("“a” and “b”"), None);
        assert_eq!(inside("\"api\""), None);
    }

    #[test]
    fn sees_blanks_at_the_ends_only() {
        assert!(is_pasted("api\u{a0}") && is_pasted("\u{200b}api"));
        assert!(!is_pasted("10\u{a0}km") && !is_pasted("api ") && !is_pasted("\u{a0}"));
    }
}
