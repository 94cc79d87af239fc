//! C47: a build source that the file does not declare.

use std::rc::Rc;

use crate::diagnostics::Safety;
use crate::lint::{Candidates, Context, Finding};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `buildSource` that matches none of the file's `buildSources`.
    ///
    /// ## Why it matters
    ///
    /// Names of build sources are unique in the workspace, so it may exist there. If it does not, the sync fails.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// buildSources:
    ///   - name: app
    ///     image:
    ///       url: docker.io/acme/shop
    /// services:
    ///   - type: web
    ///     name: api
    ///     buildSource: ap
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// buildSources:
    ///   - name: app
    ///     image:
    ///       url: docker.io/acme/shop
    /// services:
    ///   - type: web
    ///     name: api
    ///     buildSource: app
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the build source exists in the workspace.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "unknown-build-source",
    summary: "a build source that the file does not declare",
    severity: Warning,
    category: Validator,
    certainty: Inferred,
    facts: ["C47"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let sources = context.blueprint.roots.iter().flat_map(|root| &root.build_sources);
    let names = Candidates::new(sources.map(String::as_str), &Rc::default());
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker]) {
        let Some(setting) = resource.settings.filled("buildSource") else { continue };
        let Some(name) = setting.text().filter(|name| !names.has(name)) else { continue };
        let meant = names.nearest(name);
        let help = meant.map_or_else(
            || {
                "declare it under `buildSources`, or make sure it exists in the workspace"
                    .to_owned()
            },
            |meant| format!("did you mean `{meant}`?"),
        );
        let edit = meant.map(|meant| TextEdit::replace(setting.span(), meant));
        findings.push(
            Finding::on_setting(
                context,
                resource,
                setting,
                format!("this file declares no build source `{name}`"),
                help,
            )
            .fix(
                format!("write `{}`", meant.unwrap_or_default()),
                Safety::Unsafe,
                edit.into_iter().collect(),
            ),
        );
    }
}
