//! The way over the public internet that is left where the private network is closed, if there is one.

use super::context::Context;
use crate::model::Resource;
use crate::platform::Kind;

/// ", or call its public URL", for the end of a help; nothing for a target that the internet does not reach: a private
/// service has no public URL, and a datastore with an empty allow list no external address.
pub(crate) fn or_public_way(context: &Context<'_>, target: &Resource) -> &'static str {
    let open = context
        .node(target.id)
        .is_some_and(|node| context.network.node(node).exposure.is_entry_point());
    match target.kind.kind().filter(|_| open) {
        Some(Kind::Web | Kind::Static) => ", or call its public URL",
        Some(Kind::Postgres | Kind::KeyValue) => ", or use its external address",
        _ => "",
    }
}
