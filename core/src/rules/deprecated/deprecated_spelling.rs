//! D01–D04, D09, D10, D13, D14: old spellings that Render still reads.

use std::borrow::Cow;

use crate::diagnostics::Safety;
use crate::edit::quoted;
use crate::lint::{Context, Finding, Via};
use crate::model::{Declaration, Key, LiteralForm, Present, Resource, ValueKind};
use crate::platform::{AUTO_DEPLOY_TRIGGERS, Kind, SchemaNode, renamed_field, renamed_kind};
use crate::text::{Span, TextEdit};

rule! {
    /// ## What it does
    ///
    /// Finds `env` (now `runtime`), `type: redis` (now `keyvalue`), `autoDeploy` (now `autoDeployTrigger`), `domain`
    /// (now the list `domains`) and `afterFirstDeployCommand` (now `initialDeployHook`). If both the old and the new
    /// field are present, the new one wins.
    ///
    /// ## Why it matters
    ///
    /// Render still reads them, but editors with the official schema mark some of them as errors, and new documentation
    /// does not mention them.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     env: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// The fix rewrites each of them without changing what is deployed.
    ///
    /// ## When to ignore it
    ///
    /// When you share the file with tools that know only the old names.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "deprecated-spelling",
    summary: "an old spelling of a field or a type",
    severity: Info,
    category: Deprecated,
    certainty: Documented,
    facts: ["D01", "D02", "D03", "D04", "D09", "D10", "D13", "D14"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        if resource.declaration == Declaration::Service {
            findings.extend(resource.keys.iter().filter_map(|key| field(context, resource, key)));
        }
        if let Some(written) = resource.type_field.present() {
            let finding = kind(written, format!("{}.type", resource.path), &["D02"]);
            findings.extend(finding.map(|finding| finding.on(context, resource.id)));
        }
    }
    for reference in context.references() {
        if let Via::Service(service) = reference.via
            && let Some(written) = service.value.kind.present()
        {
            let finding = kind(written, format!("{}.type", reference.path()), &["D13"]);
            findings.extend(finding.map(|finding| finding.on(context, reference.consumer.id)));
        }
    }
}

/// An old type.
fn kind(
    written: &Present<String>,
    path: String,
    facts: &'static [&'static str],
) -> Option<Finding> {
    let now = renamed_kind(&written.value).and_then(Kind::blueprint_type)?;
    let message = format!("`{}` is now called `{now}`", written.value);
    Some(Finding::new(written.span, path, message, format!("write `{now}`")).facts(facts).fix(
        format!("write `{now}`"),
        Safety::Safe,
        vec![TextEdit::replace(written.span, now)],
    ))
}

/// An old field of a service.
fn field(context: &Context<'_>, resource: &Resource, key: &Key) -> Option<Finding> {
    if key.value_kind != ValueKind::Scalar {
        return None;
    }
    let path = format!("{}.{}", resource.path, key.name);
    if key.name == "autoDeploy" {
        return auto_deploy(context, resource, key, path);
    }
    if key.name == "domain" {
        return domain(context, resource, key, path);
    }
    let now = renamed_field(SchemaNode::Service(resource.kind.kind()?), &key.name)
        .filter(|_| matches!(key.name.as_str(), "env" | "afterFirstDeployCommand"))?;
    let (facts, both): (&'static [&'static str], _) =
        match (key.name.as_str(), is_present(resource, now)) {
            ("env", true) => (&["D14"], true),
            ("env", false) => (&["D01"], false),
            (_, both) => (&["D10"], both),
        };
    let (help, edits) = if key.name == "env" && is_present(resource, "buildSource") {
        // Neither name goes together with it.
        ("leave it out: `buildSource` says it".to_owned(), Vec::new())
    } else if key.name == "env"
        && resource.written(now).is_some()
        && resource.runtime.text().is_none()
    {
        // As long as nobody knows what the present field says, the former one may be all that counts.
        (format!("write `{now}`"), Vec::new())
    } else if both {
        (
            "remove it".to_owned(),
            context.editor().remove_entry(&resource.keys, &key.name).into_iter().collect(),
        )
    } else {
        let edit = TextEdit::replace(key.span, now);
        (format!("write `{now}`"), in_place_of_nothing(context, resource, now, edit))
    };
    Some(
        Finding::new(key.span, path, format!("`{}` is now called `{now}`", key.name), help.clone())
            .facts(facts)
            .on(context, resource.id)
            .fix(help, Safety::Safe, edits),
    )
}

/// `autoDeploy`, whose values have new names.
fn auto_deploy(
    context: &Context<'_>,
    resource: &Resource,
    key: &Key,
    path: String,
) -> Option<Finding> {
    // With a prebuilt image it has no effect at all; another rule reports that.
    if resource.runtime.text() == Some("image") {
        return None;
    }
    let written = resource.settings.text("autoDeploy")?.trim();
    let mut known = AUTO_DEPLOY_TRIGGERS.iter();
    let (_, now) = known.find(|(old, _)| old.eq_ignore_ascii_case(written))?;
    let present = "autoDeployTrigger";
    let (facts, help, edits): (&'static [&'static str], _, _) = if is_present(resource, present) {
        let remove = context.editor().remove_entry(&resource.keys, "autoDeploy");
        let remove = remove.into_iter().collect();
        (&["D04"], format!("remove it: `{present}` wins"), remove)
    } else {
        let text = format!("{present}: {now}");
        let edit = TextEdit::replace(whole(key), text.clone());
        let edits = in_place_of_nothing(context, resource, present, edit);
        (&["D03"], format!("write `{text}`"), edits)
    };
    Some(
        Finding::new(
            key.span,
            path,
            "`autoDeploy` is now called `autoDeployTrigger`",
            help.clone(),
        )
        .facts(facts)
        .on(context, resource.id)
        .fix(help, Safety::Safe, edits),
    )
}

/// Whether a field is there and holds something.
fn is_present(resource: &Resource, name: &str) -> bool {
    resource.written(name).is_some_and(|key| key.value_kind != ValueKind::Null)
}

/// The edit that writes a field, with the one that takes the field away where it holds nothing; none when that is not
/// possible.
fn in_place_of_nothing(
    context: &Context<'_>,
    resource: &Resource,
    name: &str,
    edit: TextEdit,
) -> Vec<TextEdit> {
    if resource.written(name).is_none() {
        return vec![edit];
    }
    let remove = context.editor().remove_entry(&resource.keys, name);
    remove.map(|remove| vec![remove, edit]).unwrap_or_default()
}

/// `domain`, which is now a list.
fn domain(context: &Context<'_>, resource: &Resource, key: &Key, path: String) -> Option<Finding> {
    renamed_field(SchemaNode::Service(resource.kind.kind()?), &key.name)?;
    let written = as_text(context, resource, key);
    let editor = context.editor();
    let is_free = !is_present(resource, "domains") && editor.is_bare(key);
    let edits = (is_free && !written.is_empty()).then(|| {
        let text = if editor.starts_line(key.span) {
            let line = format!("{}{}  ", editor.line_break, editor.indent_at(key.span.start()));
            format!("domains:{line}- {written}")
        } else {
            format!("domains: [{written}]")
        };
        in_place_of_nothing(context, resource, "domains", TextEdit::replace(whole(key), text))
    });
    Some(
        Finding::new(
            key.span,
            path,
            "`domain` is now called `domains`, and is a list",
            "move it to `domains`",
        )
        .facts(&["D09"])
        .on(context, resource.id)
        .fix("write `domains`", Safety::Safe, edits.unwrap_or_default()),
    )
}

/// The value of a field as it is written where a text belongs: in quotes when it is none.
fn as_text<'a>(context: &Context<'a>, resource: &Resource, key: &Key) -> Cow<'a, str> {
    let literal = resource.settings.get(&key.name).and_then(|setting| setting.literal.as_ref());
    match literal {
        Some(literal) if matches!(literal.form, LiteralForm::Boolean | LiteralForm::Number) => {
            Cow::Owned(quoted(&literal.text))
        }
        _ => Cow::Borrowed(key.value.slice(context.text)),
    }
}

/// The entry from its key to its value.
fn whole(key: &Key) -> Span {
    key.span.cover(key.value)
}
