//! Y03, Y13, Y15: an unquoted value that YAML readers may change as a number.

use crate::diagnostics::{Safety, Severity};
use crate::edit::quoted;
use crate::lint::{Context, Finding};
use crate::model::{Literal, LiteralForm};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds unquoted values that some YAML readers take for a number and may write differently: `3.10`, `0123`, `1e3`,
    /// `1_000`, `+49`, `0x1F`, very long digits, and `12:30`, which is 750 to older readers.
    ///
    /// ## Why it matters
    ///
    /// A variable is a string. If it is read as a number, it comes out as `3.1`, `123`, `1000`: another version of
    /// Python, another phone number. Times are a warning, because the result is unrecognizable. The others are a note,
    /// because Render most likely keeps the text.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: PYTHON_VERSION
    ///         value: 3.10
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: PYTHON_VERSION
    ///         value: "3.10"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the app needs only the number, however it is written.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    /// - [YAML 1.1, integers](https://yaml.org/type/int.html)
    code: "number-changes-form",
    summary: "a number that may be written differently",
    severity: Warning,
    category: Style,
    certainty: Documented,
    facts: ["Y03", "Y13", "Y15"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        for (name, literal) in [("value", &var.value), ("previewValue", &var.preview_value)] {
            let Some(literal) = literal.present() else { continue };
            let Some(read_as) = other_form(&literal.value) else { continue };
            let text = literal.value.text.as_str();
            let version =
                var.key.text().is_some_and(|key| key.to_ascii_uppercase().ends_with("_VERSION"));
            let (severity, facts): (_, &'static [&'static str]) = match read_as {
                ReadAs::Time => (Severity::Warning, &["Y15"]),
                ReadAs::Shorter if version => (Severity::Info, &["Y13"]),
                ReadAs::Shorter | ReadAs::Other => (Severity::Info, &["Y03"]),
            };
            let message = match read_as {
                ReadAs::Time => {
                    format!("older readers take unquoted `{text}` for a number to base 60")
                }
                ReadAs::Shorter => {
                    format!("unquoted `{text}` is a number, the same as `{}`", shorter(text))
                }
                ReadAs::Other => {
                    format!("unquoted `{text}` is a number, which may be written differently")
                }
            };
            findings.push(
                Finding::new(
                    literal.span,
                    format!("{}.{name}", var.path),
                    message,
                    "put it in quotes: variables are strings",
                )
                .severity(severity)
                .facts(facts)
                .on_owner(context, owner)
                .fix(
                    "put it in quotes",
                    Safety::Safe,
                    vec![TextEdit::replace(literal.span, quoted(text))],
                ),
            );
        }
    }
}

/// What a YAML reader may make of an unquoted text.
#[derive(Clone, Copy)]
enum ReadAs {
    /// A number to base 60.
    Time,
    /// A number with trailing zeros after the point, which are lost.
    Shorter,
    /// A number that is usually written differently.
    Other,
}

/// The digits that a double-precision number always keeps.
const EXACT_DIGITS: usize = 15;

fn other_form(literal: &Literal) -> Option<ReadAs> {
    if literal.quoted || !matches!(literal.form, LiteralForm::Text | LiteralForm::Number) {
        return None;
    }
    let text = literal.text.as_str();
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let all = |allowed: &str| digits.chars().all(|c| c.is_ascii_digit() || allowed.contains(c));
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((first, rest)) = digits.split_once(':') {
        let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let sixty = |part: &str| number(part) && part.parse::<u8>().is_ok_and(|n| n < 60);
        return (number(first) && rest.split(':').all(sixty)).then_some(ReadAs::Time);
    }
    if literal.form == LiteralForm::Text {
        // A number only in YAML 1.1.
        let grouped = digits.contains('_') && all("_") && !digits.ends_with('_');
        return grouped.then_some(ReadAs::Other);
    }
    let leading_zero = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    let exponent = digits.contains(['e', 'E']);
    let long = digits.bytes().filter(u8::is_ascii_digit).count() > EXACT_DIGITS;
    if leading_zero || text.starts_with('+') || exponent || long {
        return Some(ReadAs::Other);
    }
    let trailing = digits.contains('.') && (digits.ends_with('0') || digits.ends_with('.'));
    trailing.then_some(ReadAs::Shorter)
}

/// The number without its trailing zeros.
fn shorter(text: &str) -> &str {
    text.trim_end_matches('0').trim_end_matches('.')
}
