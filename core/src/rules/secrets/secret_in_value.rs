//! S02: a secret in the file.

use crate::conventions::{
    is_own_secret, is_placeholder, is_public_build_variable, known_token, looks_secret,
};
use crate::diagnostics::Safety;
use crate::edit::YamlEditor;
use crate::lint::{Context, Finding, VariableOwner};
use crate::model::{EnvVar, Literal, LiteralForm, Present};
use crate::syntax::is_decimal;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds literals in variables whose name shows that they are secret: `…SECRET…`, `…PASSWORD…`, `…_PASS`, `…TOKEN…`,
    /// `…API_KEY…`, `…ENCRYPTION_KEY…` and similar ones. It is silent for placeholders, numbers, switches, addresses and paths.
    ///
    /// ## Why it matters
    ///
    /// Everybody who can read the repository has the secret, and it stays in the history after you remove it. Change
    /// it, then keep it out of the file: `generateValue: true` creates a random secret of your own, `sync: false` asks
    /// for one that somebody else gave you.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: JWT_SECRET
    ///         value: correct-horse-battery
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
    ///       - key: JWT_SECRET
    ///         generateValue: true
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the value is not secret, such as a key meant for tests.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "secret-in-value",
    summary: "a secret in the file",
    severity: Warning,
    category: Secret,
    certainty: Documented,
    facts: ["S02"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        let (Some(key), Some(value)) = (var.key.text(), var.value.present()) else { continue };
        // Other rules report secrets that become part of pages, and keys whose format shows what they are.
        let other_rule = is_public_build_variable(key) || known_token(&value.value.text).is_some();
        if !looks_secret(key) || other_rule || !is_secret(&value.value) {
            continue;
        }
        let (title, edit) = instead(context.editor(), owner, var, key, value).unzip();
        findings.push(
            Finding::new(
                value.span,
                format!("{}.value", var.path),
                format!("`{key}` is secret, but everybody who reads this file can see it"),
                "change it now, then use `generateValue: true` for your own secret, or `sync: false` for one that somebody else gave you",
            )
            .on_owner(context, owner)
            .fix(title.unwrap_or_default(), Safety::Unsafe, edit.into_iter().collect()),
        );
    }
}

/// Whether a literal can be a secret: not a number, switch, address, path or placeholder.
fn is_secret(literal: &Literal) -> bool {
    let text = literal.text.trim();
    let folded = text.to_ascii_lowercase();
    let switch =
        ["true", "false", "yes", "no", "on", "off", "enabled", "disabled", "required", "optional"];
    let short_measure = text.starts_with(|c: char| c.is_ascii_digit()) && text.len() <= 5;
    literal.form == LiteralForm::Text
        && text.chars().count() >= 3
        && !is_decimal(text)
        && !switch.contains(&folded.as_str())
        && !short_measure
        && !text.contains("://")
        && !text.starts_with(['/', '.', '~'])
        && !is_placeholder(text)
}

/// A source without the secret. Groups ignore `sync: false`.
fn instead(
    editor: YamlEditor<'_>,
    owner: VariableOwner<'_>,
    var: &EnvVar,
    key: &str,
    value: &Present<Literal>,
) -> Option<(&'static str, TextEdit)> {
    let (title, source) = match owner {
        _ if is_own_secret(key) => ("generate it", "generateValue: true"),
        VariableOwner::Resource(_) => ("ask for it in the Dashboard", "sync: false"),
        VariableOwner::Group(_) => return None,
    };
    let alone = var.written("sync").is_none() && var.written("generateValue").is_none();
    let one_line = !value.span.slice(editor.text).contains('\n');
    (alone && one_line).then(|| (title, TextEdit::replace(value.key.cover(value.span), source)))
}
