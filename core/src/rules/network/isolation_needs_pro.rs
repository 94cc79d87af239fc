//! N18: isolation, which not every workspace can use.

use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Notes, once per file, that `networking.isolation: enabled` needs a Pro workspace or higher.
    ///
    /// ## Why it matters
    ///
    /// The file does not say which workspace it is for. In a Hobby workspace Render rejects the setting or ignores it,
    /// and the environment stays open to the rest of the private network.
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
    /// When the workspace is a Pro workspace or higher. This rule is off by default.
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
        "in a Hobby workspace the environment stays open to everything in its region",
    ));
}
