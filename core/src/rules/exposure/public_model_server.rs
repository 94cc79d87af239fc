//! X15: a public model server that only other services call.

use crate::conventions::{model_server_of_image, model_server_of_name};
use crate::diagnostics::Safety;
use crate::graph::EdgeClass;
use crate::lint::{Context, Finding};
use crate::model::Resource;
use crate::platform::Kind;
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds web services that run a model server (Ollama, vLLM, Triton, TGI) and that other services in the file call
    /// only over the private network.
    ///
    /// ## Why it matters
    ///
    /// Only strangers need the public address, and they can run your model at your cost. A private service has none.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: chat
    ///     runtime: docker
    ///     envVars:
    ///       - key: MODEL_HOSTPORT
    ///         fromService:
    ///           name: ollama
    ///           type: web
    ///           property: hostport
    ///   - type: web
    ///     name: ollama
    ///     runtime: image
    ///     image:
    ///       url: docker.io/ollama/ollama:0.5.4
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: chat
    ///     runtime: docker
    ///     envVars:
    ///       - key: MODEL_HOSTPORT
    ///         fromService:
    ///           name: ollama
    ///           type: pserv
    ///           property: hostport
    ///   - type: pserv
    ///     name: ollama
    ///     runtime: image
    ///     image:
    ///       url: docker.io/ollama/ollama:0.5.4
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When callers from outside need it and must present a key.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "public-model-server",
    summary: "a public model server that only other services call",
    severity: Info,
    category: Exposure,
    certainty: Documented,
    facts: ["X15"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web]) {
        let (Some((server, sign)), Some(written)) =
            (server(resource), resource.type_field.present())
        else {
            continue;
        };
        // A free service cannot be called privately, and a custom domain shows that others call it.
        if resource.free_plan().is_some()
            || !resource.domains.is_absent()
            || !only_siblings(context, resource)
        {
            continue;
        }
        findings.push(
            Finding::new(
                written.span,
                format!("{}.type", resource.path),
                format!(
                    "`{}` is open to the internet, but only services in this file call it",
                    resource.label()
                ),
                "use `type: pserv`, which has no public address",
            )
            .related(sign, format!("{server} is named here"))
            .on(context, resource.id)
            .fix(
                "make it a private service",
                Safety::Unsafe,
                context.retyped(resource, "pserv"),
            ),
        );
    }
}

/// Whether a service calls it over the private network and none in the file reads its public address.
fn only_siblings(context: &Context<'_>, resource: &Resource) -> bool {
    let Some(node) = context.node(resource.id) else { return false };
    let mut classes = context
        .network
        .incoming(node)
        .map(|(edge, _)| context.network.edge(edge).class)
        .collect::<Vec<_>>();
    classes.retain(|class| *class != EdgeClass::Ingress);
    classes.contains(&EdgeClass::Private) && !classes.contains(&EdgeClass::Public)
}

/// The model server that it runs, and where it is named.
fn server(resource: &Resource) -> Option<(&'static str, Span)> {
    if let Some(image) = resource.image_url.present() {
        return Some((model_server_of_image(&image.value)?, image.span));
    }
    let name = resource.name.present()?;
    let container = resource.runtime.text() == Some("docker");
    container.then(|| model_server_of_name(&name.value)).flatten().map(|server| (server, name.span))
}
