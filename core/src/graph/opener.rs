//! Who will open an address: the one place that decides it.

use crate::conventions::{is_browser_facing, is_public_build_variable};
use crate::model::Resource;
use crate::platform::Kind;

/// Who opens the connection to an address that a variable holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// The process of the service.
    Server,
    /// A browser that was given the address: it is on no private network.
    Browser,
}

/// Who opens the address that `consumer` holds in the variable `key`. A static site only bakes it into its pages, and
/// some variables are meant for browsers by their name.
pub(super) fn opener(consumer: &Resource, key: Option<&str>) -> Opener {
    if consumer.kind.kind() == Some(Kind::Static) || key.is_some_and(is_browser_facing) {
        Opener::Browser
    } else {
        Opener::Server
    }
}

/// Whether the build of a web service bakes the variable into the code of its pages. Other kinds of server serve no pages;
/// `PUBLIC_` alone says so only to front-end tools. Static sites bake in every variable that they use.
pub(crate) fn is_baked_into_pages(consumer: &Resource, key: &str) -> bool {
    let node = consumer.runtime.text() == Some("node");
    consumer.kind.kind() == Some(Kind::Web)
        && is_public_build_variable(key)
        && (node || !key.starts_with("PUBLIC_"))
}
