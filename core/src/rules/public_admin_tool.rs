//! X14: a tool for administrators that the internet reaches.

use super::{Context, Finding};
use crate::diagnostics::Severity;
use crate::facts::{
    AdminTool, Kind, admin_tool_of_command, admin_tool_of_image, admin_tool_of_name,
};
use crate::model::Resource;
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds web services without an allow list that run a tool for administrators, by their image, their command, or
    /// the name of a container: Flower, Adminer, `RedisInsight`, Prometheus and the like. Tools that ask for a password
    /// by themselves, such as pgAdmin and Grafana, are an advice.
    ///
    /// ## Why it matters
    ///
    /// Everybody finds the address sooner or later. Many of these tools ask nobody who they are.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: redis-ui
    ///     runtime: image
    ///     image:
    ///       url: docker.io/redis/redisinsight:2.60
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: redis-ui
    ///     runtime: image
    ///     image:
    ///       url: docker.io/redis/redisinsight:2.60
    ///     ipAllowList:
    ///       - source: 203.0.113.0/28
    ///         description: office
    /// ```
    ///
    /// Or a private service behind a proxy that asks for a password.
    ///
    /// ## When to ignore it
    ///
    /// When the tool is set up to ask for a password.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "public-admin-tool",
    summary: "a tool for administrators that the internet reaches",
    severity: Warning,
    category: Exposure,
    certainty: Inferred,
    facts: ["X14"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web]) {
        if !resource.ip_allow_list.is_absent() {
            continue;
        }
        let Some((tool, sign)) = tool(resource) else { continue };
        let (severity, what) = if tool.asks_who {
            (Severity::Info, "only its own login stands before it")
        } else {
            (Severity::Warning, "by itself it asks nobody who they are")
        };
        findings.push(
            Finding::new(
                sign,
                resource.path.clone(),
                format!("`{}` runs {} for the whole internet: {what}", resource.label(), tool.name),
                "limit who may call it with `ipAllowList`, make it a private service, or see to its login",
            )
            .severity(severity)
            .on(context, resource.id),
        );
    }
}

/// The tool that a web service runs, and what says so. The name counts for containers without an image only.
fn tool(resource: &Resource) -> Option<(AdminTool, Span)> {
    if let Some(image) = resource.image_url.present() {
        return Some((admin_tool_of_image(&image.value)?, image.span));
    }
    let by_command = ["startCommand", "dockerCommand"].into_iter().find_map(|name| {
        let setting = resource.settings.get(name)?;
        Some((admin_tool_of_command(setting.text()?)?, setting.span()))
    });
    by_command.or_else(|| {
        let name = resource.name.present()?;
        let container = resource.runtime.text() == Some("docker");
        let tool = container.then(|| admin_tool_of_name(&name.value)).flatten()?;
        Some((tool, name.span))
    })
}
