//! D05–D08: old fields for previews.

use crate::diagnostics::Safety;
use crate::edit::YamlEditor;
use crate::lint::{Context, Finding};
use crate::model::{Declaration, DeclaredKind, Key, Resource, Settings, ValueKind};
use crate::platform::{SchemaNode, present_root_field, present_service_field, renamed_field};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds the old fields for previews: `previewsEnabled` and `previewsExpireAfterDays` at the root,
    /// `pullRequestPreviewsEnabled` and `previewPlan` on services. All of them are now part of `previews`.
    ///
    /// ## Why it matters
    ///
    /// Render still reads them, but new preview settings exist only in `previews`, and settings in one place are easier
    /// to read.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// previewsEnabled: true
    /// previewsExpireAfterDays: 3
    /// services:
    ///   - type: pserv
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// services:
    ///   - type: pserv
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you share the file with tools that know only the old names.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "former-preview-field",
    summary: "an old field for previews",
    severity: Info,
    category: Deprecated,
    certainty: Documented,
    facts: ["D05", "D06", "D07", "D08"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Where old fields may be.
struct Holder<'a> {
    node: SchemaNode,
    resource: Option<&'a Resource>,
    path: String,
    keys: &'a [Key],
    /// The settings in `previews`, and their names there.
    settings: &'a Settings,
    prefix: &'static str,
}

/// An old field: its key, its name in `previews`, and its value there; `None` for nothing.
struct Former<'a> {
    key: &'a Key,
    child: &'static str,
    value: Option<String>,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let root = Holder {
        node: SchemaNode::Root,
        resource: None,
        path: String::new(),
        keys: &context.root().keys,
        settings: &context.root().previews,
        prefix: "",
    };
    let services = context.resources.iter().filter_map(|resource| {
        let kind = resource.kind.kind().filter(|_| resource.declaration == Declaration::Service)?;
        Some(Holder {
            node: SchemaNode::Service(kind),
            resource: Some(resource),
            path: format!("{}.", resource.path),
            keys: &resource.keys,
            settings: &resource.settings,
            prefix: "previews.",
        })
    });
    for holder in std::iter::once(root).chain(services) {
        let formers: Vec<_> =
            holder.keys.iter().filter_map(|key| former(context, &holder, key)).collect();
        for (at, former) in formers.iter().enumerate() {
            findings.push(finding(context, &holder, &formers, at, former));
        }
    }
}

/// The old field with this key.
fn former<'a>(context: &Context<'_>, holder: &Holder<'a>, key: &'a Key) -> Option<Former<'a>> {
    let child = renamed_field(holder.node, &key.name)?.strip_prefix("previews.")?;
    let written = key.value.slice(context.text).trim();
    if key.value_kind != ValueKind::Scalar || written.is_empty() {
        return None;
    }
    let present = match holder.node {
        SchemaNode::Root => present_root_field(&key.name, written),
        _ => present_service_field(&key.name, written),
    };
    let value = match present {
        Some((_, value)) => value.map(ToOwned::to_owned),
        None => Some(written.to_owned()),
    };
    Some(Former { key, child, value })
}

fn finding(
    context: &Context<'_>,
    holder: &Holder<'_>,
    formers: &[Former<'_>],
    at: usize,
    former: &Former<'_>,
) -> Finding {
    let facts: &'static [&'static str] = match former.key.name.as_str() {
        "previewsEnabled" => &["D05"],
        "previewsExpireAfterDays" => &["D06"],
        "pullRequestPreviewsEnabled" => &["D07"],
        _ => &["D08"],
    };
    let help = match &former.value {
        Some(value) => format!("write `previews.{}: {value}`", former.child),
        None => "remove it: that means the same".to_owned(),
    };
    let editor = context.editor();
    // Which plans there are depends on a type that nobody states.
    let is_assumed =
        holder.resource.is_some_and(|one| matches!(one.kind, DeclaredKind::Assumed(_)));
    let has_plan = formers.iter().any(|former| former.child == "plan");
    let is_movable = formers.iter().all(|former| editor.is_bare(former.key));
    let (safety, edits) = if !is_movable || (is_assumed && has_plan) {
        // An anchor or a tag would be lost on the way.
        (Safety::Unsafe, Vec::new())
    } else if holder.keys.iter().any(|key| key.name == "previews" && !is_empty(key)) {
        // Which of the two wins is not documented.
        (Safety::Unsafe, beside(editor, holder, former))
    } else if at == 0 {
        (Safety::Safe, together(editor, holder, formers))
    } else {
        // The fix of the first field moves them all.
        (Safety::Safe, Vec::new())
    };
    let finding = Finding::new(
        former.key.span,
        format!("{}{}", holder.path, former.key.name),
        format!("`{}` is now called `previews.{}`", former.key.name, former.child),
        help.clone(),
    )
    .facts(facts)
    .fix(help, safety, edits);
    match holder.resource {
        Some(resource) => finding.on(context, resource.id),
        None => finding,
    }
}

/// Moves one field into the existing `previews`; existing settings stay.
fn beside(editor: YamlEditor<'_>, holder: &Holder<'_>, former: &Former<'_>) -> Vec<TextEdit> {
    let inside = |child: &str| holder.settings.get(&format!("{}{child}", holder.prefix));
    let add = match &former.value {
        Some(value) if inside(former.child).is_none() => {
            let after = ["generation", "plan", "expireAfterDays"].into_iter().find_map(inside);
            let Some(after) = after else { return Vec::new() };
            let add = editor.add_entry(&after.key, &format!("{}: {value}", former.child));
            if add.is_none() {
                return Vec::new();
            }
            add
        }
        _ => None,
    };
    let Some(remove) = editor.remove_entry(holder.keys, &former.key.name) else {
        return Vec::new();
    };
    add.into_iter().chain([remove]).collect()
}

/// Whether a field holds nothing.
fn is_empty(key: &Key) -> bool {
    key.value_kind == ValueKind::Null
}

/// Puts a `previews` with all old fields in place of the first one, and removes the others and a `previews` that holds
/// nothing; nothing when one of them cannot be removed.
fn together(editor: YamlEditor<'_>, holder: &Holder<'_>, formers: &[Former<'_>]) -> Vec<TextEdit> {
    let entries: Vec<String> = formers
        .iter()
        .filter_map(|former| Some(format!("{}: {}", former.child, former.value.as_ref()?)))
        .collect();
    let first = formers[0].key;
    let text = if editor.starts_line(first.span) {
        let line = format!("{}{}  ", editor.line_break, editor.indent_at(first.span.start()));
        format!("previews:{line}{}", entries.join(&line))
    } else {
        format!("previews: {{{}}}", entries.join(", "))
    };
    let replaced =
        (!entries.is_empty()).then(|| TextEdit::replace(first.span.cover(first.value), text));
    let others = formers.iter().skip(usize::from(replaced.is_some())).map(|former| former.key);
    let empty = holder.keys.iter().filter(|key| key.name == "previews");
    let removed = others.chain(empty).map(|key| editor.remove_entry(holder.keys, &key.name));
    replaced.map(Some).into_iter().chain(removed).collect::<Option<_>>().unwrap_or_default()
}
