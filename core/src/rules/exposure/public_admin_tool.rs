//! X14: an admin tool that is open to the internet.

use crate::conventions::{
    AdminTool, admin_tool_of_command, admin_tool_of_image, admin_tool_of_name, is_login_variable,
    sets_up_login,
};
use crate::diagnostics::Severity;
use crate::lint::{Context, Finding};
use crate::model::Resource;
use crate::platform::Kind;
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds web services without an allow list that run an admin tool, by their image, their command, or the name of a
    /// container: Flower, Adminer, `RedisInsight`, Prometheus and similar tools. Tools with a login of their own, such
    /// as pgAdmin and Grafana, are a note, and so are containers known only by name. A tool whose command or variables
    /// set up a login is not reported.
    ///
    /// ## Why it matters
    ///
    /// Somebody will find the address. Many of these tools ask for no password.
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
    /// Or use a private service behind a proxy that asks for a password.
    ///
    /// ## When to ignore it
    ///
    /// When the tool asks for a password in a way that the file does not show.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "public-admin-tool",
    summary: "an admin tool that is open to the internet",
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
        let Some((tool, sign, certain)) = tool(resource).filter(|_| !has_login(resource)) else {
            continue;
        };
        let (severity, what) = match (tool.asks_who, certain) {
            (true, _) => (Severity::Info, "only its own login protects it"),
            (false, true) => (Severity::Warning, "by default it asks for no password"),
            (false, false) => (Severity::Info, "by default it asks for no password"),
        };
        findings.push(
            Finding::new(
                sign,
                resource.path.clone(),
                format!(
                    "`{}` runs {} and is open to the internet: {what}",
                    resource.label(),
                    tool.name
                ),
                "limit access with `ipAllowList`, make it a private service, or set up a login",
            )
            .severity(severity)
            .on(context, resource.id),
        );
    }
}

/// What may start the tool.
const COMMANDS: [&str; 2] = ["startCommand", "dockerCommand"];

/// Whether the command or a variable sets up a login; a linked group may, too.
fn has_login(resource: &Resource) -> bool {
    let commands = COMMANDS.iter().filter_map(|name| resource.settings.text(name));
    commands.into_iter().any(sets_up_login)
        || resource.env_vars.iter().any(|var| {
            var.key.text().is_some_and(is_login_variable) || var.from_group.present().is_some()
        })
}

/// The tool that a web service runs, where it is named, and whether that is certain. The service name counts only for
/// containers without an image, because their content is unknown.
fn tool(resource: &Resource) -> Option<(AdminTool, Span, bool)> {
    if let Some(image) = resource.image_url.present() {
        return Some((admin_tool_of_image(&image.value)?, image.span, true));
    }
    let by_command = COMMANDS.into_iter().find_map(|name| {
        let setting = resource.settings.get(name)?;
        Some((admin_tool_of_command(setting.text()?)?, setting.span(), true))
    });
    by_command.or_else(|| {
        let name = resource.name.present()?;
        let container = resource.runtime.text() == Some("docker");
        let tool = container.then(|| admin_tool_of_name(&name.value)).flatten()?;
        Some((tool, name.span, false))
    })
}
