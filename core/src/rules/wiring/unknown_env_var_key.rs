//! W21: a reference to a variable that its target does not have.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::diagnostics::Safety;
use crate::lint::{Candidates, Context, Finding, Via, declared_here, keys_of};
use crate::platform::{Kind, is_builtin_variable};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `envVarKey` values that match no variable of the target: it does not declare the variable, none of its
    /// linked groups does, and Render does not set it.
    ///
    /// ## Why it matters
    ///
    /// There is nothing to copy. Render refuses the sync (`environment variable not found`) unless somebody has set the
    /// variable in the Dashboard.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: API_TOKEN
    ///         fromService:
    ///           name: api
    ///           type: pserv
    ///           envVarKey: TOKN
    ///   - type: pserv
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: TOKEN
    ///         generateValue: true
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: API_TOKEN
    ///         fromService:
    ///           name: api
    ///           type: pserv
    ///           envVarKey: TOKEN
    ///   - type: pserv
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: TOKEN
    ///         generateValue: true
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the variable is set in the Dashboard.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - a refusal of a sync in a public repository, 2026
    code: "unknown-env-var-key",
    summary: "a reference to a variable that its target does not have",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["W21"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut keys_by_target = BTreeMap::new();
    let effort = Rc::default();
    for reference in context.references() {
        let (Via::Service(service), Some(target)) = (reference.via, reference.declared()) else {
            continue;
        };
        let Some(key) = service.value.env_var_key.present() else { continue };
        // Datastores have no variables at all; another rule reports that.
        if is_builtin_variable(&key.value) || target.kind.kind().is_none_or(Kind::is_datastore) {
            continue;
        }
        let keys = keys_by_target
            .entry(target.id)
            .or_insert_with(|| Some(Candidates::new(keys_of(context, target)?, &effort)));
        let Some(keys) = keys.as_ref().filter(|keys| !keys.has(&key.value)) else { continue };
        let near = keys.nearest(&key.value);
        let help = match near {
            Some(near) => {
                format!(
                    "did you mean `{near}`? Otherwise the sync is refused, unless it is set in the Dashboard"
                )
            }
            None => {
                "the sync is refused unless it is set in the Dashboard: declare it there".to_owned()
            }
        };
        let finding = Finding::new(
            key.span,
            format!("{}.envVarKey", reference.path()),
            format!(
                "environment variable not found: `{}` declares no `{}` to copy",
                target.label(),
                key.value
            ),
            help,
        )
        .related(target.head(), declared_here(target))
        .on_reference(context, &reference);
        findings.push(match near {
            Some(near) => finding.fix(
                format!("write `{near}`"),
                Safety::Unsafe,
                vec![TextEdit::replace(key.span, near)],
            ),
            None => finding,
        });
    }
}
