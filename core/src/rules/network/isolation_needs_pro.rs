//! N18: isolation that not every workspace may have.

use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Notes, once per file, that `networking.isolation: enabled` needs a Pro workspace or higher.
    ///
    /// ## Why it matters
    ///
    /// The file cannot tell which workspace it is for. In a smaller one the setting is refused or has no effect, and
    /// the environment stays open to the rest of the private network.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         networking:
    ///           isolation: enabled
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         networking:
    ///           isolation: disabled
    /// ```
    ///
    /// Or upgrade the workspace.
    ///
    /// ## When to ignore it
    ///
    /// When the workspace is a Pro one. It is off unless asked for.
    ///
    /// ## References
    ///
    /// - [Projects and Environments](https://render.com/docs/projects), read 2026-09
    code: "isolation-needs-pro",
    summary: "isolation, which needs a Pro workspace",
    severity: Info,
    category: Network,
    certainty: Documented,
    facts: ["N18"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    workspace_plan: Pro,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let isolated = context
        .blueprint
        .environments
        .iter()
        .find(|environment| environment.isolation.text() == Some("enabled"));
    let Some((environment, switch)) =
        isolated.and_then(|one| Some((one, one.isolation.present()?)))
    else {
        return;
    };
    findings.push(Finding::new(
        switch.span,
        format!("{}.networking.isolation", environment.path),
        "isolation needs a Pro workspace or higher",
        "in a smaller workspace the environment stays open to everything in its region",
    ));
}
