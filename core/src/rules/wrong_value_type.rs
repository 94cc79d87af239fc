//! C13, C19, C29, C31, C32, C42, C43, Y12: a value of another type than its field takes.

use super::near::nearest;
use super::phrases::some_of;
use super::{Context, Finding};
use crate::diagnostics::{Safety, Severity};
use crate::edit::quoted;
use crate::emit::reads_differently;
use crate::platform::{Place, Required, Takes, field};
use crate::schema::{Form, Problem, ShapeFinding};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds values of another type than their field takes: a list or a mapping where text belongs, text where a
    /// mapping belongs, text where a number or a boolean belongs, a number without quotes where text belongs, nothing.
    ///
    /// ## Why it matters
    ///
    /// The official schema refuses them, and so do editors that use it. Where Render's own reader may still take the
    /// value (a number as text, an empty field as none), this is a warning.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    ///     postgresMajorVersion: 17
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    ///     postgresMajorVersion: "17"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// A warning about a number as text: when Render has taken the file for long and no editor complains.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "wrong-value-type",
    summary: "a value of another type than its field takes",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C13", "C19", "C29", "C31", "C32", "C42", "C43", "X08", "Y12"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(
        context
            .shape_of(RULE.code)
            .filter(|shape| !context.ran_on(shape.span))
            .filter_map(|shape| finding(context, shape)),
    );
}

fn finding(context: &Context<'_>, shape: &ShapeFinding) -> Option<Finding> {
    let Problem::WrongForm { takes, found } = &shape.problem else { return None };
    let subject = subject(shape);
    let message = match found {
        Form::Null => format!("{subject} is empty"),
        Form::Boolean(text) => {
            format!("{subject} takes {}; `{text}` is a boolean", takes.a_words())
        }
        Form::Number(text) => format!("{subject} takes {}; `{text}` is a number", takes.a_words()),
        Form::Text(text) if text.is_empty() => {
            format!("{subject} takes {}, not an empty text", takes.a_words())
        }
        Form::Text(_) => format!("{subject} takes {}, not text", takes.a_words()),
        Form::List => format!("{subject} takes {}, not a list", takes.a_words()),
        Form::Mapping(_) => format!("{subject} takes {}, not a mapping", takes.a_words()),
    };
    let fix = fix(context, shape, *takes, found);
    let help =
        fix.as_ref().map_or_else(|| help(&shape.field, *takes, found), |(title, ..)| title.clone());
    let finding = Finding::of_shape(context, shape, severity(shape, *takes, found), message, help)
        .facts(facts(shape));
    Some(match fix {
        Some((title, safety, edits)) => finding.fix(title, safety, edits),
        None => finding,
    })
}

/// "`image`", or "an item of `readReplicas`".
fn subject(shape: &ShapeFinding) -> String {
    match (shape.field.as_str(), shape.path.ends_with(']')) {
        ("", _) => "a Blueprint".to_owned(),
        (field, true) => format!("an item of `{field}`"),
        (field, false) => format!("`{field}`"),
    }
}

fn severity(shape: &ShapeFinding, takes: Takes, found: &Form) -> Severity {
    let exact = matches!(shape.field.as_str(), "postgresMajorVersion" | "version");
    match (takes, found) {
        (_, Form::Null) => {
            let row = field(shape.place, &shape.field);
            let needed =
                row.is_some_and(|row| row.required == Required::Yes) && !shape.path.ends_with(']');
            if needed { Severity::Error } else { Severity::Warning }
        }
        (Takes::Text, Form::Boolean(_) | Form::Number(_)) => Severity::Warning,
        (Takes::OneOf(known), Form::Boolean(text) | Form::Number(text))
            if known.contains(&text.as_str()) && !exact =>
        {
            Severity::Warning
        }
        (Takes::Boolean, Form::Text(text)) if old_boolean(text).is_some() => Severity::Warning,
        _ => Severity::Error,
    }
}

/// What a boolean of YAML 1.1 is, which Render's reader still takes where a boolean belongs.
fn old_boolean(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "on" | "y" => Some("true"),
        "no" | "off" | "n" => Some("false"),
        _ => None,
    }
}

fn help(field: &str, takes: Takes, found: &Form) -> String {
    match (takes, found) {
        (_, Form::Null) => "give it a value, or drop it".to_owned(),
        (Takes::OneOf(known), _) => format!("it takes {}", some_of(known)),
        (Takes::Mapping(Place::Root), _) => {
            "write the resources below `services:` and `databases:`".to_owned()
        }
        (Takes::Mapping(Place::FromDatabase), Form::Text(_)) => {
            "write `name` and `property` below it".to_owned()
        }
        (Takes::Mapping(Place::FromService), Form::Text(_)) => {
            "write `name`, `type` and `property` below it".to_owned()
        }
        (Takes::Service | Takes::Mapping(_), Form::List) => {
            "drop one of the dashes: an item is a mapping".to_owned()
        }
        (Takes::Text, Form::List) if field.ends_with("Command") => {
            "write one line as a shell takes it, with `&&` between commands".to_owned()
        }
        _ => format!("write {}", takes.a_words()),
    }
}

/// A way to mend it: what it does, how safe that is, and the edits.
fn fix(
    context: &Context<'_>,
    shape: &ShapeFinding,
    takes: Takes,
    found: &Form,
) -> Option<(String, Safety, Vec<TextEdit>)> {
    let replace = |text: String| vec![TextEdit::replace(shape.span, text)];
    let path = shape.path.as_str();
    let written = shape.span.slice(context.text);
    match (takes, found) {
        (Takes::OneOf(known), Form::Boolean(text) | Form::Number(text)) => {
            let word = word(&shape.field, text).filter(|word| known.contains(word));
            let exact = known.iter().copied().find(|known| *known == text);
            let meant = exact.or(word).or_else(|| nearest(text, known.iter().copied()))?;
            let plain = exact.is_none() && meant != "off";
            let text = if plain { meant.to_owned() } else { quoted(meant) };
            Some((format!("write `{text}`"), Safety::Safe, replace(text)))
        }
        (Takes::Text, Form::Boolean(text) | Form::Number(text)) => {
            Some(("put it in quotes".to_owned(), Safety::Safe, replace(quoted(text))))
        }
        (Takes::Boolean, Form::Text(text)) => {
            let now = old_boolean(text).or(match text.to_ascii_lowercase().trim() {
                "true" => Some("true"),
                "false" => Some("false"),
                _ => None,
            })?;
            Some((format!("write `{now}`"), Safety::Safe, replace(now.to_owned())))
        }
        (Takes::Whole { .. }, Form::Text(text)) if text.trim().parse::<u32>().is_ok() => {
            let number = text.trim().to_owned();
            Some((format!("write `{number}`"), Safety::Safe, replace(number)))
        }
        (Takes::Mapping(Place::Replica), Form::Text(_)) => Some((
            format!("write `name: {written}`"),
            Safety::Safe,
            vec![TextEdit::insert(shape.span.start(), "name: ")],
        )),
        (Takes::Mapping(Place::IpRule), Form::Text(_)) => Some((
            format!("write `source: {written}`"),
            Safety::Safe,
            vec![TextEdit::insert(shape.span.start(), "source: ")],
        )),
        (Takes::Mapping(Place::Variable | Place::GroupVariable), Form::Text(text)) => {
            let (name, value) = text.split_once('=').filter(|(name, _)| is_variable_name(name))?;
            let value = if is_plain_text(value) { value.to_owned() } else { quoted(value) };
            let editor = context.editor();
            let text = if editor.starts_line(shape.span) {
                let indent = editor.indent_at(shape.span.start());
                format!("key: {name}{}{indent}value: {value}", editor.line_break())
            } else {
                format!("{{key: {name}, value: {value}}}")
            };
            Some(("write it as `key` and `value`".to_owned(), Safety::Safe, replace(text)))
        }
        (Takes::Mapping(Place::Image), Form::Text(_)) => nested(context, shape, "url", written),
        (Takes::Mapping(Place::HighAvailability), Form::Boolean(text)) => {
            nested(context, shape, "enabled", text)
        }
        (_, Form::Null) if !path.ends_with(']') => {
            let required =
                field(shape.place, &shape.field).is_some_and(|row| row.required == Required::Yes);
            let remove = (!required)
                .then(|| context.editor().remove_entry(&shape.siblings, &shape.field))??;
            Some((format!("drop `{}`", shape.field), Safety::Safe, vec![remove]))
        }
        _ => None,
    }
}

/// Whether a value means the same without quotes to every reader.
fn is_plain_text(value: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '/');
    let special = ["true", "false", "null"].iter().any(|one| value.eq_ignore_ascii_case(one));
    !value.is_empty() && value.chars().all(word) && !special && !reads_differently(value)
}

/// Whether an environment variable may be called so.
fn is_variable_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// The value one level down, under a key of its own.
fn nested(
    context: &Context<'_>,
    shape: &ShapeFinding,
    name: &str,
    value: &str,
) -> Option<(String, Safety, Vec<TextEdit>)> {
    let key = shape.siblings.iter().find(|key| key.name == shape.field)?;
    let editor = context.editor();
    let text = if editor.starts_line(key.span) {
        let indent = editor.indent_at(key.span.start());
        format!(":{}{indent}  {name}: {value}", editor.line_break())
    } else {
        format!(": {{{name}: {value}}}")
    };
    let from = crate::text::Span::new(key.span.end(), key.value.end());
    Some((
        format!("write `{name}: {value}` below it"),
        Safety::Safe,
        vec![TextEdit::replace(from, text)],
    ))
}

/// The word for a boolean.
fn word(field: &str, text: &str) -> Option<&'static str> {
    let on = text.eq_ignore_ascii_case("true");
    Some(match (field, on) {
        ("isolation" | "protection" | "renderSubdomainPolicy", true) => "enabled",
        ("isolation" | "protection" | "renderSubdomainPolicy", false) => "disabled",
        ("generation", true) => "automatic",
        ("autoDeployTrigger", true) => "commit",
        ("connectionPool", true) => "pgbouncer",
        ("connectionPool", false) => "none",
        (_, false) => "off",
        (_, true) => return None,
    })
}

fn facts(shape: &ShapeFinding) -> &'static [&'static str] {
    match (shape.place, shape.field.as_str()) {
        (_, "image") => &["C13"],
        (_, "postgresMajorVersion") => &["C29"],
        (_, "highAvailability") => &["C31"],
        (_, "readReplicas") => &["C32"],
        (Place::Networking | Place::Permissions, _) => &["C42"],
        (_, "version" | "ungrouped") => &["C43"],
        (_, "ipAllowList") => &["X08"],
        _ => &["Y12"],
    }
}
