//! C13, C19, C29, C31, C32, C42, C43, Y12: a value whose type does not match its field.

use crate::diagnostics::{Safety, Severity};
use crate::edit::quoted;
use crate::emit::reads_differently;
use crate::lint::{Claim, Context, Finding, Pattern, nearest, some_of};
use crate::platform::{
    FACTS_DATE, FieldType, Required, SchemaNode, field, is_newer_number, word_of_boolean,
};
use crate::schema::{FoundValue, Violation, ViolationKind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds values whose type does not match their field: a list or mapping where a string belongs; a string where a
    /// mapping, number or boolean belongs; an unquoted number where a string belongs; or no value at all.
    ///
    /// ## Why it matters
    ///
    /// The official schema rejects them, and so do editors that use it. If Render's own reader may still accept the
    /// value (a number as a string, an empty field as absent), this is a warning.
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
    /// A warning about a number as a string: when Render has long accepted the file and no editor complains.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "wrong-value-type",
    summary: "a value whose type does not match its field",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C13", "C19", "C29", "C31", "C32", "C42", "C43", "C62", "X08", "Y12"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::every_field(Pattern::WrongType)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(
        context
            .claimed_by(&RULE)
            .filter(|violation| !context.is_run_on_value(violation.span))
            .filter_map(|violation| finding(context, violation)),
    );
}

fn finding(context: &Context<'_>, violation: &Violation) -> Option<Finding> {
    let ViolationKind::WrongType { takes, found } = &violation.kind else { return None };
    let subject = subject(violation);
    let message = match found {
        FoundValue::List if is_variable_list(violation) => {
            "`env` is the old name of `runtime`: a list of variables is called `envVars`".to_owned()
        }
        FoundValue::Null => format!("{subject} is empty"),
        FoundValue::Boolean(text) => {
            format!("{subject} must be {}; `{text}` is a boolean", takes.a_words())
        }
        FoundValue::Number(text) => {
            format!("{subject} must be {}; `{text}` is a number", takes.a_words())
        }
        FoundValue::Text(text) if text.is_empty() => {
            format!("{subject} must be {}, not an empty string", takes.a_words())
        }
        FoundValue::Text(_) => format!("{subject} must be {}, not a string", takes.a_words()),
        FoundValue::List => format!("{subject} must be {}, not a list", takes.a_words()),
        FoundValue::Mapping(_) => format!("{subject} must be {}, not a mapping", takes.a_words()),
    };
    let fix = fix(context, violation, *takes, found);
    let mut help = fix
        .as_ref()
        .map_or_else(|| help(&violation.field, *takes, found), |(title, ..)| title.clone());
    if let (FieldType::OneOf(known), FoundValue::Number(text)) = (takes, found)
        && is_newer_number(known, text)
    {
        help.push_str(&format!(
            "; on {FACTS_DATE} the last was {}",
            known.first().unwrap_or(&"none")
        ));
    }
    let finding = Finding::of_violation(
        context,
        violation,
        severity(violation, *takes, found),
        message,
        help,
    )
    .facts(facts(violation));
    Some(match fix {
        Some((title, safety, edits)) => finding.fix(title, safety, edits),
        None => finding,
    })
}

/// Whether somebody wrote the variables of a service under `env`.
fn is_variable_list(violation: &Violation) -> bool {
    violation.field == "env"
        && matches!(&violation.kind, ViolationKind::WrongType { found: FoundValue::List, .. })
}

/// "`image`", or "an item of `readReplicas`".
fn subject(violation: &Violation) -> String {
    match (violation.field.as_str(), violation.path.ends_with(']')) {
        ("", _) => "a Blueprint".to_owned(),
        (field, true) => format!("an item of `{field}`"),
        (field, false) => format!("`{field}`"),
    }
}

fn severity(violation: &Violation, takes: FieldType, found: &FoundValue) -> Severity {
    match (takes, found) {
        (_, FoundValue::Null) => {
            let has = |name: &str| violation.siblings.has(name);
            let row = field(violation.node, &violation.field);
            let needed =
                !violation.path.ends_with(']') && row.is_some_and(|row| row.is_needed_beside(has));
            if needed { Severity::Error } else { Severity::Warning }
        }
        (FieldType::Text, FoundValue::Boolean(_) | FoundValue::Number(_)) => Severity::Warning,
        (FieldType::OneOf(known), FoundValue::Boolean(text) | FoundValue::Number(text))
            if violation.field != "version"
                && (known.contains(&text.as_str()) || is_newer_number(known, text)) =>
        {
            Severity::Warning
        }
        (FieldType::Boolean, FoundValue::Text(text)) if old_boolean(text).is_some() => {
            Severity::Warning
        }
        _ => Severity::Error,
    }
}

/// The meaning of a YAML 1.1 boolean, which Render's reader still accepts for a boolean.
fn old_boolean(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "on" | "y" => Some("true"),
        "no" | "off" | "n" => Some("false"),
        _ => None,
    }
}

fn help(field: &str, takes: FieldType, found: &FoundValue) -> String {
    match (takes, found) {
        (_, FoundValue::List) if field == "env" => "call it `envVars`".to_owned(),
        (_, FoundValue::Null) => "give it a value, or remove it".to_owned(),
        (FieldType::OneOf(known), _) => format!("use {}", some_of(known)),
        (FieldType::Mapping(SchemaNode::Root), _) => {
            "write the resources below `services:` and `databases:`".to_owned()
        }
        (FieldType::Mapping(SchemaNode::FromDatabase), FoundValue::Text(_)) => {
            "write `name` and `property` below it".to_owned()
        }
        (FieldType::Mapping(SchemaNode::FromService), FoundValue::Text(_)) => {
            "write `name`, `type` and `property` below it".to_owned()
        }
        (FieldType::Service | FieldType::Mapping(_), FoundValue::List) => {
            "remove one of the dashes: an item is a mapping".to_owned()
        }
        (FieldType::Text, FoundValue::List) if field.ends_with("Command") => {
            "write one line for the shell, with `&&` between commands".to_owned()
        }
        _ => format!("write {}", takes.a_words()),
    }
}

/// A possible fix: what it does, how safe it is, and the edits.
fn fix(
    context: &Context<'_>,
    violation: &Violation,
    takes: FieldType,
    found: &FoundValue,
) -> Option<(String, Safety, Vec<TextEdit>)> {
    let replace = |text: String| vec![TextEdit::replace(violation.span, text)];
    let path = violation.path.as_str();
    let written = violation.span.slice(context.text);
    // A tag says what the value is, whatever is written; lines of a longer text would have to be moved, too.
    let is_long = matches!(found, FoundValue::Text(_)) && written.contains('\n');
    if is_long || context.editor().is_tagged(violation.span) {
        return None;
    }
    match (takes, found) {
        (_, FoundValue::List) if is_variable_list(violation) => {
            let key = violation.siblings.only("env")?;
            (!violation.siblings.has("envVars")).then(|| {
                let edit = TextEdit::replace(key.span, "envVars");
                ("call it `envVars`".to_owned(), Safety::Unsafe, vec![edit])
            })
        }
        (FieldType::OneOf(known), FoundValue::Boolean(text) | FoundValue::Number(text)) => {
            let boolean = matches!(found, FoundValue::Boolean(_));
            let word = boolean.then(|| word_of_boolean(&violation.field, text)).flatten();
            let word = word.filter(|word| known.contains(word));
            let exact = known.iter().copied().find(|known| *known == text);
            let newer = is_newer_number(known, text).then_some(text.as_str());
            let meant =
                exact.or(newer).or(word).or_else(|| nearest(text, known.iter().copied()))?;
            let plain = exact.or(newer).is_none() && meant != "off";
            let text = if plain { meant.to_owned() } else { quoted(meant) };
            Some((format!("write `{text}`"), word_safety(violation, meant), replace(text)))
        }
        (FieldType::Text, FoundValue::Boolean(text) | FoundValue::Number(text)) => {
            Some(("put it in quotes".to_owned(), Safety::Safe, replace(quoted(text))))
        }
        (FieldType::Boolean, FoundValue::Text(text)) => {
            let now = old_boolean(text).or(match text.to_ascii_lowercase().trim() {
                "true" => Some("true"),
                "false" => Some("false"),
                _ => None,
            })?;
            Some((format!("write `{now}`"), Safety::Safe, replace(now.to_owned())))
        }
        (FieldType::Whole { .. }, FoundValue::Text(text)) if text.trim().parse::<u32>().is_ok() => {
            let number = text.trim().to_owned();
            Some((format!("write `{number}`"), Safety::Safe, replace(number)))
        }
        (FieldType::Mapping(SchemaNode::Replica), FoundValue::Text(_)) => Some((
            format!("write `name: {written}`"),
            Safety::Safe,
            vec![TextEdit::insert(violation.span.start(), "name: ")],
        )),
        (FieldType::Mapping(SchemaNode::IpRule), FoundValue::Text(_)) => Some((
            format!("write `source: {written}`"),
            Safety::Safe,
            vec![TextEdit::insert(violation.span.start(), "source: ")],
        )),
        (
            FieldType::Mapping(SchemaNode::Variable | SchemaNode::GroupVariable),
            FoundValue::Text(text),
        ) => {
            let (name, value) = text.split_once('=').filter(|(name, _)| is_variable_name(name))?;
            let value = if is_plain_text(value) { value.to_owned() } else { quoted(value) };
            let editor = context.editor();
            let text = if editor.starts_line(violation.span) {
                let indent = editor.indent_at(violation.span.start());
                format!("key: {name}{}{indent}value: {value}", editor.line_break)
            } else {
                format!("{{key: {name}, value: {value}}}")
            };
            Some(("write it as `key` and `value`".to_owned(), Safety::Safe, replace(text)))
        }
        (FieldType::Mapping(SchemaNode::Image), FoundValue::Text(_)) => {
            nested(context, violation, "url", written)
        }
        (FieldType::Mapping(SchemaNode::HighAvailability), FoundValue::Boolean(text)) => {
            nested(context, violation, "enabled", text)
        }
        (_, FoundValue::Null) if !path.ends_with(']') => {
            let needed = field(violation.node, &violation.field)
                .is_some_and(|row| row.required != Required::No);
            let remove = (!needed)
                .then(|| context.editor().remove_entry(&violation.siblings, &violation.field))??;
            Some((
                format!("remove `{}`", violation.field),
                word_safety(violation, ""),
                vec![remove],
            ))
        }
        _ => None,
    }
}

/// How safe it is to write a word, or to remove a field that holds none: without a region, a resource is in the default
/// one, for good; of previews of a service, Render's reference lists no `off`.
fn word_safety(violation: &Violation, word: &str) -> Safety {
    let for_good = violation.field == "region" && word.is_empty();
    let doubtful = word == "off" && violation.path.ends_with(".previews.generation");
    if for_good || doubtful { Safety::Unsafe } else { Safety::Safe }
}

/// Whether a value means the same without quotes to every reader.
fn is_plain_text(value: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '/');
    let special = ["true", "false", "null"].iter().any(|one| value.eq_ignore_ascii_case(one));
    !value.is_empty() && value.chars().all(word) && !special && !reads_differently(value)
}

/// Whether an environment variable can have this name.
fn is_variable_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// The value one level deeper, under a key of its own.
fn nested(
    context: &Context<'_>,
    violation: &Violation,
    name: &str,
    value: &str,
) -> Option<(String, Safety, Vec<TextEdit>)> {
    let key = violation.siblings.only(&violation.field)?;
    let editor = context.editor();
    if !editor.is_bare(key) {
        return None;
    }
    let text = if editor.starts_line(key.span) {
        let indent = editor.indent_at(key.span.start());
        format!(":{}{indent}  {name}: {value}", editor.line_break)
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

fn facts(violation: &Violation) -> &'static [&'static str] {
    match (violation.node, violation.field.as_str()) {
        (_, "env") => &["C62"],
        (_, "image") => &["C13"],
        (_, "postgresMajorVersion") => &["C29"],
        (_, "highAvailability") => &["C31"],
        (_, "readReplicas") => &["C32"],
        (SchemaNode::Networking | SchemaNode::Permissions, _) => &["C42"],
        (_, "version" | "ungrouped") => &["C43"],
        (_, "ipAllowList") => &["X08"],
        _ => &["Y12"],
    }
}
