//! C12: an image together with source code.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::{Key, ValueKind};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `image` on a service whose runtime is not `image`, and `image` together with `repo`.
    ///
    /// ## Why it matters
    ///
    /// A service runs either a prebuilt image or the result of a build from a repository.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     image:
    ///       url: docker.io/acme/api:1.4
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: image
    ///     image:
    ///       url: docker.io/acme/api:1.4
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: at best, one of the two has no effect.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "image-beside-source",
    summary: "an image together with source code",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C12"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron]) {
        // A string instead of the mapping still names an image.
        let named = |key: &&Key| matches!(key.value_kind, ValueKind::Mapping | ValueKind::Scalar);
        let Some(image) = resource.written("image").filter(named) else { continue };
        if let Some(repo) = resource.written("repo") {
            findings.push(
                Finding::new(
                    repo.span,
                    format!("{}.repo", resource.path),
                    "`repo` together with `image`: a service has one source",
                    "remove one of them",
                )
                .related(image.span, "the image is set here")
                .on(context, resource.id)
                .fix(
                    "remove `repo`",
                    Safety::Unsafe,
                    context.drop_setting(resource, "repo"),
                ),
            );
        }
        if let Some(runtime) = resource.runtime.present()
            && runtime.value != "image"
        {
            findings.push(
                Finding::new(
                    runtime.span,
                    format!("{}.runtime", resource.path),
                    format!("`image` together with `runtime: {}`", runtime.value),
                    "a prebuilt image needs `runtime: image`",
                )
                .related(image.span, "the image is set here")
                .on(context, resource.id)
                .fix(
                    "write `image`",
                    Safety::Unsafe,
                    vec![TextEdit::replace(runtime.span, "image")],
                ),
            );
        }
    }
}
