//! S07: two services of one program, each with its own generated secret.

use std::collections::BTreeMap;

use crate::conventions::looks_secret;
use crate::diagnostics::Safety;
use crate::emit;
use crate::lint::{Context, Finding};
use crate::model::{EnvVar, Resource, Scope};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds a secret that is generated under one name for two services of the same program: same repository, directory
    /// and runtime, and one of them is a background worker or a cron job.
    ///
    /// ## Why it matters
    ///
    /// Each service gets its own random value, so one cannot verify or decrypt what the other signs or encrypts.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    ///     envVars:
    ///       - key: JWT_SECRET
    ///         generateValue: true
    ///   - type: worker
    ///     name: mailer
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm run mail
    ///     envVars:
    ///       - key: JWT_SECRET
    ///         generateValue: true
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    ///     envVars:
    ///       - key: JWT_SECRET
    ///         generateValue: true
    ///   - type: worker
    ///     name: mailer
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm run mail
    ///     envVars:
    ///       - key: JWT_SECRET
    ///         fromService:
    ///           name: api
    ///           type: web
    ///           envVarKey: JWT_SECRET
    /// ```
    ///
    /// Or put it into an environment group that both services link.
    ///
    /// ## When to ignore it
    ///
    /// When the two never read each other's data.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "secret-generated-twice",
    summary: "one secret generated twice",
    severity: Warning,
    category: Secret,
    certainty: Inferred,
    facts: ["S07"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let generated = context
        .variables()
        .filter(|(_, var)| var.generate_value.value() == Some(&true))
        .filter(|(_, var)| var.key.text().is_some_and(looks_secret));
    let mut earlier: BTreeMap<(&str, Program<'_>), [Vec<Generated<'_>>; 2]> = BTreeMap::new();
    for (resource, var) in generated {
        let Some(key) = var.key.text() else { continue };
        let works = matches!(resource.kind.kind(), Some(Kind::Worker | Kind::Cron));
        let [all, workers] = earlier.entry((key, Program::of(context, resource))).or_default();
        // One of the two works for the other.
        let others = if works { &*all } else { &*workers };
        if let Some((other, earlier)) = others.iter().find(|(other, _)| other.id != resource.id) {
            findings.extend(finding(context, resource, var, other, earlier));
        }
        for known in [Some(all), Some(workers).filter(|_| works)].into_iter().flatten() {
            // The first is looked for, and one besides where that is the service itself.
            if known.len() < 2 && known.iter().all(|(other, _)| other.id != resource.id) {
                known.push((resource, var));
            }
        }
    }
}

fn finding(
    context: &Context<'_>,
    resource: &Resource,
    var: &EnvVar,
    other: &Resource,
    earlier: &EnvVar,
) -> Option<Finding> {
    let generate = var.generate_value.present()?;
    let (key, name) = (var.key.text()?, other.name.text()?);
    let kind = other.kind.kind()?.blueprint_type()?;
    let entries = [("name", name), ("type", kind), ("envVarKey", key)];
    let editor = context.editor();
    let source = if editor.starts_line(generate.key) {
        let indent = editor.indent_at(generate.key.start());
        emit::entry("fromService", &entries, &indent, editor.line_break)
    } else {
        emit::flow_entry("fromService", &entries)
    };
    let edit = TextEdit::replace(generate.key.cover(generate.span), source);
    Some(
        Finding::new(
            generate.key.cover(generate.span),
            format!("{}.generateValue", var.path),
            format!("`{}` and `{name}` run the same program but get different values of `{key}`", resource.label()),
            "each service generates its own: copy it with `envVarKey`, or put it into an environment group that both link",
        )
        .related(earlier.span, format!("`{name}` generates its own here"))
        .on(context, resource.id)
        .fix(format!("use the one of `{name}`"), Safety::Unsafe, vec![edit]),
    )
}

/// A variable that a service generates.
type Generated<'a> = (&'a Resource, &'a EnvVar);

/// The code that a service runs, and where: two services of one scope with the same run one program.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Program<'a> {
    scope: Scope,
    runtime: Option<&'a str>,
    image: Option<&'a str>,
    written: [Option<&'a str>; 5],
}

impl<'a> Program<'a> {
    fn of(context: &Context<'a>, resource: &'a Resource) -> Self {
        let written = |name| Some(resource.written(name)?.value.slice(context.text));
        Self {
            scope: resource.scope,
            runtime: resource.runtime.text(),
            image: resource.image_url.text(),
            written: ["repo", "branch", "rootDir", "dockerfilePath", "dockerContext"].map(written),
        }
    }
}
