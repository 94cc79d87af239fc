//! N14: a server without HTTP that runs as a web service.

use crate::conventions::{tcp_server_of_image, tcp_server_of_name};
use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::Resource;
use crate::platform::Kind;
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds web services whose image, or otherwise whose name, belongs to a database or broker such as MySQL, MongoDB,
    /// RabbitMQ, Kafka or Redis.
    ///
    /// ## Why it matters
    ///
    /// A web service must answer HTTP on its port, or its deploy never becomes healthy, and the internet reaches it
    /// only over HTTP. A private service may use any protocol on the private network.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: queue
    ///     runtime: image
    ///     image:
    ///       url: docker.io/library/rabbitmq:4
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: queue
    ///     runtime: image
    ///     image:
    ///       url: docker.io/library/rabbitmq:4
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the container answers HTTP on its port, as a web console does.
    ///
    /// ## References
    ///
    /// - [Private Services](https://render.com/docs/private-services), read 2026-09
    code: "tcp-server-as-web",
    summary: "a database or broker that runs as a web service",
    severity: Warning,
    category: Network,
    certainty: Inferred,
    facts: ["N14"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources.iter().filter(|r| r.kind.kind() == Some(Kind::Web)) {
        let (Some((product, sign)), Some(written)) =
            (product(resource), resource.type_field.present())
        else {
            continue;
        };
        // References name the type too, and a free web service cannot become a private service.
        let is_free = resource.plan.text() == Some("free");
        let edits = if is_free { Vec::new() } else { context.retyped(resource, "pserv") };
        findings.push(
            Finding::new(
                written.span,
                format!("{}.type", resource.path),
                format!("`{}` looks like {product}, which does not speak HTTP", resource.label()),
                "a web service must answer HTTP: use `type: pserv`, which allows any protocol on the private network",
            )
            .related(sign, format!("{product} is named here"))
            .on(context, resource.id)
            .fix("make it a private service", Safety::Unsafe, edits),
        );
    }
}

/// The product that a web service runs, and where it is named. The name of the service counts for containers only, and
/// only if no image contradicts it.
fn product(resource: &Resource) -> Option<(&'static str, Span)> {
    if let Some(image) = resource.image_url.present() {
        return Some((tcp_server_of_image(&image.value)?, image.span));
    }
    let name = resource.name.present()?;
    let container = resource.runtime.text() == Some("docker");
    container.then(|| tcp_server_of_name(&name.value)).flatten().map(|product| (product, name.span))
}
