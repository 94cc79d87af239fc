//! N11, W01: a reference to a name that the file does not declare.

use std::rc::Rc;

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Candidates, Context, Finding, Reference, ReferenceTarget, Via, nearly_equal};
use crate::platform::{Kind, Property};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `fromService.name` and `fromDatabase.name` that match no resource in the file.
    ///
    /// ## Why it matters
    ///
    /// The resource may already exist in the workspace; if it does not, the sync fails. The file does not show whether
    /// it exists, nor whether it shares a private network with the caller (same workspace, same region, no isolation
    /// between them). So this is a warning, and the picture shows the target as unknown. A name that is almost equal to
    /// one in the file is most likely a typo, and an error.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: order
    ///           property: connectionString
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
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
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionString
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// A resource that exists only in the Dashboard is fine; say so with a comment.
    ///
    /// ## When to ignore it
    ///
    /// When the resource exists in the workspace and is managed elsewhere.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "dangling-reference",
    summary: "a reference to a name that the file does not declare",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["W01", "N11"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let dangling = context
        .references()
        .filter(|reference| matches!(reference.target, Some(ReferenceTarget::Undeclared)));
    let effort = Rc::default();
    let declared = [false, true].map(|database| {
        let all = context.blueprint.resources.iter();
        let wanted = all.filter(|one| one.kind.kind().is_some_and(Kind::is_database) == database);
        Candidates::new(wanted.filter_map(|one| one.name.text()), &effort)
    });
    findings.extend(dangling.filter_map(|reference| finding(context, &declared, &reference)));
}

fn finding(
    context: &Context<'_>,
    [services, databases]: &[Candidates<'_>; 2],
    reference: &Reference<'_>,
) -> Option<Finding> {
    let name = reference.name()?;
    let wants_database = matches!(reference.via, Via::Database(_));
    let (wanted, other) =
        if wants_database { (databases, services) } else { (services, databases) };
    let own = wanted.nearest(&name.value);
    let near = own.or_else(|| other.nearest(&name.value));
    let what = if wants_database { "database" } else { "service" };
    let message = format!("this file declares no {what} `{}`", name.value);
    // Copying a variable needs no private network.
    let private =
        reference.property().is_some_and(|property| property.value != Property::Slug.id());
    let (facts, network): (&'static [&'static str], _) = if private {
        (&["W01", "N11"], "; it must also be in the same region")
    } else {
        (&["W01"], "")
    };
    let finding = |help: String| {
        Finding::new(name.span, format!("{}.name", reference.path()), message.clone(), help)
            .facts(facts)
            .on_reference(context, reference)
    };
    Some(match near {
        Some(near) => {
            let sure = nearly_equal(&name.value, near);
            finding(format!(
                "did you mean `{near}`? Otherwise it must exist in the workspace, or the sync fails"
            ))
            .severity(if sure { Severity::Error } else { Severity::Warning })
            .fix(
                format!("write `{near}`"),
                Safety::Unsafe,
                // The name of another sort of resource would need another form of reference.
                own.map(|own| TextEdit::replace(name.span, own)).into_iter().collect(),
            )
        }
        None => finding(format!("it must exist in the workspace, or the sync fails{network}"))
            .severity(Severity::Warning),
    })
}
