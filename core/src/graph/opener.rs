//! Who will open an address: the one place that decides it, for the graph and for every rule.

use crate::conventions::{is_browser_facing, is_public_build_variable, names_origin};
use crate::model::Resource;
use crate::platform::Kind;

/// Who opens the connection to an address that a variable holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opener {
    /// The process of the service.
    Server,
    /// The code of a page: the build bakes the value in, and a browser is on no private network.
    Page,
    /// A browser that is sent there, or that names its page as the origin: the value is compared with a public address.
    Origin,
    /// Somebody outside to whom the service gives the address, by the usual names of such variables.
    Outside,
}

/// Who opens the address that `consumer` holds in the variable `key`.
///
/// A static site only bakes its variables into its pages. A web service does so with those that front-end tools mark by
/// a prefix; other kinds of server serve no pages, and `PUBLIC_` alone says so only to Node's tools.
pub(crate) fn opener(consumer: &Resource, key: Option<&str>) -> Opener {
    let kind = consumer.kind.kind();
    if kind == Some(Kind::Static) {
        return Opener::Page;
    }
    let Some(key) = key else { return Opener::Server };
    let is_node = consumer.runtime.text() == Some("node");
    let is_marked = is_public_build_variable(key) && (is_node || !key.starts_with("PUBLIC_"));
    if kind == Some(Kind::Web) && is_marked {
        Opener::Page
    } else if names_origin(key) {
        Opener::Origin
    } else if is_browser_facing(key) {
        Opener::Outside
    } else {
        Opener::Server
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;

    fn of(service: &str, key: &str) -> Opener {
        let analysis = Analysis::new(&format!("services:\n  - {{name: a, {service}}}\n"));
        opener(&analysis.blueprint().resources[0], Some(key))
    }

    #[test]
    fn one_answer_for_each_variable() {
        let (node, docker) = ("type: web, runtime: node", "type: web, runtime: docker");
        let (site, worker) = ("type: web, runtime: static", "type: worker, runtime: node");
        assert_eq!(of(node, "API_URL"), Opener::Server);
        assert_eq!(of(node, "NEXT_PUBLIC_API_URL"), Opener::Page);
        assert_eq!(of(node, "PUBLIC_API_URL"), Opener::Page);
        assert_eq!(of(docker, "PUBLIC_API_URL"), Opener::Outside);
        assert_eq!(of(worker, "VITE_API_URL"), Opener::Outside);
        assert_eq!(of(node, "NEXT_PUBLIC_REDIRECT_URL"), Opener::Page);
        assert_eq!(of(docker, "CORS_ORIGIN"), Opener::Origin);
        assert_eq!(of(docker, "ALLOWED_HOSTS"), Opener::Outside);
        assert_eq!(of(docker, "FRONTEND_URL"), Opener::Outside);
        assert_eq!(of(site, "API_URL"), Opener::Page);
        assert_eq!(of(site, "CORS_ORIGIN"), Opener::Page);
    }
}
