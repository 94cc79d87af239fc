//! W23: a variable copies the public address of a service that has none.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, Via, declared_here, kind_words};
use crate::platform::{Kind, is_public_address_variable};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `envVarKey: RENDER_EXTERNAL_URL` or `RENDER_EXTERNAL_HOSTNAME` that reads from a private service, a
    /// background worker or a cron job.
    ///
    /// ## Why it matters
    ///
    /// Only web services and static sites have a public address. For all others the variable is empty.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: pserv
    ///           name: auth
    ///           envVarKey: RENDER_EXTERNAL_URL
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
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
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: pserv
    ///           name: auth
    ///           property: hostport
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the target is about to become a web service.
    ///
    /// ## References
    ///
    /// - [Environment Variables](https://render.com/docs/environment-variables), read 2026-09
    code: "empty-public-address",
    summary: "the public address of a service that has none",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["W23"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Via::Service(service), Some(target)) = (reference.via, reference.declared()) else {
            continue;
        };
        let Some(variable) = service.value.env_var_key.present() else { continue };
        let without =
            matches!(target.kind.kind(), Some(Kind::PrivateService | Kind::Worker | Kind::Cron));
        if !without
            || !is_public_address_variable(&variable.value)
            || service.value.property.present().is_some()
        {
            continue;
        }
        let private = target.kind.kind() == Some(Kind::PrivateService);
        let help = if private {
            "use `property: hostport`, its internal address"
        } else {
            "it has no address at all; make it a web service if others must call it"
        };
        let connects = context.connects(reference.consumer, target);
        let key = service.value.env_var_key.key_span().filter(|_| private && connects);
        let edits = key
            .map(|key| {
                vec![
                    TextEdit::replace(key, "property"),
                    TextEdit::replace(variable.span, "hostport"),
                ]
            })
            .unwrap_or_default();
        findings.push(
            Finding::new(
                variable.span,
                format!("{}.envVarKey", reference.path()),
                format!(
                    "`{}` is {}, so `{}` is empty",
                    target.label(),
                    kind_words(target),
                    variable.value
                ),
                help,
            )
            .related(target.head(), declared_here(target))
            .on_reference(context, &reference)
            .fix("use `property: hostport`", Safety::Unsafe, edits),
        );
    }
}
