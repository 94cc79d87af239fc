//! C12: an image beside another source of code.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::{Key, Shape};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `image` on a service whose runtime is not `image`, and `image` beside `repo`.
    ///
    /// ## Why it matters
    ///
    /// A service runs either a finished image or what is built from a repository.
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
    /// Never: one of the two has no effect at best.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "image-beside-source",
    summary: "an image beside another source of code",
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
        // Text in place of the mapping names an image all the same.
        let named = |key: &&Key| matches!(key.shape, Shape::Mapping | Shape::Scalar);
        let Some(image) = resource.written("image").filter(named) else { continue };
        if let Some(repo) = resource.written("repo") {
            findings.push(
                Finding::new(
                    repo.span,
                    format!("{}.repo", resource.path),
                    "`repo` beside `image`: a service has one source",
                    "drop one of them",
                )
                .related(image.span, "the image is named here")
                .on(context, resource.id)
                .fix(
                    "drop `repo`",
                    Safety::Unsafe,
                    context.drop_setting(resource, "repo"),
                ),
            );
        } else if let Some(runtime) = resource.runtime.present()
            && runtime.value != "image"
        {
            findings.push(
                Finding::new(
                    runtime.span,
                    format!("{}.runtime", resource.path),
                    format!("`image` beside `runtime: {}`", runtime.value),
                    "a finished image needs `runtime: image`",
                )
                .related(image.span, "the image is named here")
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
