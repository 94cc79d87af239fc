//! O10: a mail port that free web services cannot use.

use crate::lint::{Context, Finding};
use crate::platform::{BLOCKED_MAIL_PORTS, Kind};

rule! {
    /// ## What it does
    ///
    /// Finds `SMTP_PORT`, `MAIL_PORT` and `EMAIL_PORT` with 25, 465 or 587 on a free web service.
    ///
    /// ## Why it matters
    ///
    /// Free web services cannot send to these ports, so no mail goes out.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     plan: free
    ///     envVars:
    ///       - key: SMTP_PORT
    ///         value: 587
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     plan: free
    ///     envVars:
    ///       - key: SMTP_PORT
    ///         value: 2525
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the mail server listens on the private network.
    ///
    /// ## References
    ///
    /// - [Deploy for Free](https://render.com/docs/free), read 2026-09
    code: "blocked-mail-port",
    summary: "a mail port on a free web service",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["O10"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web]) {
        let Some(plan) = resource.free_plan() else { continue };
        for var in &resource.env_vars {
            let key = var.key.text().unwrap_or_default().to_ascii_uppercase();
            let mail =
                ["SMTP_PORT", "MAIL_PORT", "EMAIL_PORT"].iter().any(|name| key.ends_with(name));
            let Some(value) = var.value.present().filter(|_| mail) else { continue };
            let Ok(port) = value.value.text.trim().parse::<u16>() else { continue };
            if BLOCKED_MAIL_PORTS.contains(&port) {
                findings.push(
                    Finding::new(
                        value.span,
                        format!("{}.value", var.path),
                        format!("a free web service cannot send to port {port}"),
                        "choose a paid plan, another port such as 2525, or a mail service with an API",
                    )
                    .related(plan.span, "the plan is free")
                    .on(context, resource.id),
                );
            }
        }
    }
}
