//! W30: a value that contains the name of another variable.

use crate::graph::place_in_value;
use crate::lint::{Context, Finding, VariableOwner, keys_of};
use crate::platform::is_builtin_variable;

rule! {
    /// ## What it does
    ///
    /// Finds `${NAME}` in the value of a variable, and `$NAME` if the same service has that variable. Values that hold
    /// a command are left out: a shell may expand them.
    ///
    /// ## Why it matters
    ///
    /// A Blueprint does not expand variables: the app gets the text as it is, dollar sign included.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     dockerCommand: ./serve
    ///     envVars:
    ///       - key: REGION
    ///         value: eu
    ///       - key: BUCKET
    ///         value: uploads-${REGION}
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     dockerCommand: BUCKET="uploads-$REGION" ./serve
    ///     envVars:
    ///       - key: REGION
    ///         value: eu
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the app expands such names itself, as Spring does.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "variable-in-value",
    summary: "the name of a variable in a value, where it is not expanded",
    severity: Warning,
    category: Validator,
    certainty: Inferred,
    facts: ["W30"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

/// Words in the keys of values that a shell may read.
const COMMANDS: [&str; 4] = ["CMD", "COMMAND", "SCRIPT", "HOOK"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        let (Some(key), Some(value)) = (var.key.text(), var.value.present()) else { continue };
        // A text of several lines is a file with variables of its own.
        if value.value.text.trim_end().contains('\n') {
            continue;
        }
        if key.to_ascii_uppercase().split('_').any(|word| COMMANDS.contains(&word)) {
            continue;
        }
        let known = |name: &str| match owner {
            VariableOwner::Resource(resource) => {
                keys_of(context, resource).is_some_and(|keys| keys.contains(&name))
                    || is_builtin_variable(name)
            }
            VariableOwner::Group(_) => is_builtin_variable(name),
        };
        let found =
            names_in(&value.value.text).into_iter().find(|one| one.braces || known(one.name));
        let Some(found) = found else { continue };
        let expression = value.value.text[found.at.clone()].starts_with("${{");
        findings.push(
            Finding::new(
                place_in_value(context.text, value, found.at.clone()),
                format!("{}.value", var.path),
                format!(
                    "the app gets `{}` literally: a Blueprint expands no variables",
                    &value.value.text[found.at]
                ),
                if expression {
                    "with `sync: false`, Render asks for the value; a reference copies a value from another resource"
                } else {
                    "build the value in the start command or in the code"
                },
            )
            .on_owner(context, owner),
        );
    }
}

/// A name after a dollar sign.
struct Mention<'a> {
    name: &'a str,
    braces: bool,
    at: std::ops::Range<usize>,
}

/// Every `$NAME` and `${NAME}` of capitals, digits and underscores, and every `${{ … }}`, in order.
fn names_in(value: &str) -> Vec<Mention<'_>> {
    let mut out = Vec::new();
    for (dollar, _) in value.match_indices('$') {
        let rest = &value[dollar + 1..];
        if let Some(inner) = rest.strip_prefix("{{") {
            if let Some(end) = inner.find("}}") {
                let at = dollar..dollar + 5 + end;
                out.push(Mention { name: inner[..end].trim(), braces: true, at });
            }
            continue;
        }
        let braces = rest.starts_with('{');
        let start = dollar + 1 + usize::from(braces);
        let part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        let name = &value[start..];
        let name = &name[..name.find(|c| !part(c)).unwrap_or(name.len())];
        let end = start + name.len();
        let closed = value[end..].starts_with('}');
        if !name.starts_with(|c: char| c.is_ascii_uppercase() || c == '_') || (braces && !closed) {
            continue;
        }
        out.push(Mention { name, braces, at: dollar..end + usize::from(braces) });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::names_in;

    #[test]
    fn finds_names() {
        let found = |value| {
            names_in(value).iter().map(|one| value[one.at.clone()].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("http://${HOST}:$PORT/x"), ["${HOST}", "$PORT"]);
        assert_eq!(found("${{ secrets.KEY }}/x"), ["${{ secrets.KEY }}"]);
        assert!(found("pa$$w0rd $5 ${lower} ${OPEN $ é$").is_empty());
    }
}
