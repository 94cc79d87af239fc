//! Quotes that a word processor made, which YAML takes for letters.

use super::{Context, Finding};
use crate::diagnostics::Safety;
use crate::edit::quoted;
use crate::text::{Span, TextEdit};

rule! {
    /// ## What it does
    ///
    /// Finds names, settings and values that stand in typographic quotes: `“api”`, `‘api’`, `„api“`.
    ///
    /// ## Why it matters
    ///
    /// YAML knows straight quotes only. Curly ones, as word processors and chats make them, are letters like any other:
    /// they become part of the name, the path or the value.
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
    /// When the text is to be shown with its quotes.
    ///
    /// ## References
    ///
    /// - [YAML 1.2, flow scalar styles](https://yaml.org/spec/1.2.2/#73-flow-scalar-styles)
    code: "curly-quotes",
    summary: "typographic quotes, which YAML takes for letters",
    severity: Warning,
    category: Syntax,
    certainty: Inferred,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in &context.blueprint.resources {
        // What has to be one of a list of words is told as that.
        let mut texts: Vec<(&str, Span)> = resource.settings.texts().collect();
        for var in &resource.env_vars {
            texts.extend(var.key.present().map(|key| (key.value.as_str(), key.span)));
            texts.extend(var.value.present().map(|value| (value.value.text.as_str(), value.span)));
        }
        for (text, span) in texts {
            let Some(inner) = inside(text) else { continue };
            // In straight quotes the others are meant.
            if span.slice(context.text) != text {
                continue;
            }
            let straight = quoted(inner);
            let finding = Finding::new(
                span,
                resource.path.clone(),
                format!("the curly quotes are part of `{text}`: YAML knows straight ones only"),
                format!("write `{straight}`"),
            )
            .on(context, resource.id);
            findings.push(finding.fix(
                "write straight quotes",
                Safety::Unsafe,
                vec![TextEdit::replace(span, straight)],
            ));
        }
    }
}

/// Whether a text stands in typographic quotes.
pub(super) fn is_curly(text: &str) -> bool {
    inside(text).is_some()
}

/// The text between typographic quotes, when they enclose all of it.
fn inside(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['“', '”', '„', '‘', '’'])?.strip_suffix(['”', '“', '’', '‘'])?;
    (!inner.contains(['“', '”', '„'])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn sees_quotes_around_all_of_a_text() {
        assert_eq!(inside("“api”"), Some("api"));
        assert_eq!(inside("„api“"), Some("api"));
        assert_eq!(inside("‘it’s’"), Some("it’s"));
        assert_eq!(inside("“a” and “b”"), None);
        assert_eq!(inside("\"api\""), None);
    }
}
