//! Which resources can reach each other on the private network.

pub(crate) mod cross_environment_reference;
pub(crate) mod crosses_isolation;
pub(crate) mod environments_share_network;
pub(crate) mod free_web_target;
pub(crate) mod isolated_but_public;
pub(crate) mod isolation_needs_pro;
pub(crate) mod listening_worker;
pub(crate) mod private_address_in_browser;
pub(crate) mod private_origin;
pub(crate) mod static_site_to_private;
pub(crate) mod target_cannot_receive;
pub(crate) mod tcp_server_as_web;
pub(crate) mod trusted_network;
pub(crate) mod unreachable_route;
pub(crate) mod unreferenced_private_service;
