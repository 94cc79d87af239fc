//! Hosts and URLs that are written by hand into values.

pub(crate) mod bare_sibling_host;
pub(crate) mod discovery_name_as_host;
pub(crate) mod external_datastore_host;
pub(crate) mod foreign_platform_host;
pub(crate) mod host_of_another_name;
pub(crate) mod https_to_private_host;
pub(crate) mod internal_host_literal;
pub(crate) mod loopback_datastore;
pub(crate) mod own_public_url;
pub(crate) mod public_detour;
pub(crate) mod public_literal;
pub(crate) mod unknown_datastore_host;
pub(crate) mod unknown_onrender_host;
pub(crate) mod url_as_domain;
