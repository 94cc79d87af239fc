//! What is open to the internet: allow lists, domains, public tools.

pub(crate) mod allow_list_needs_scale;
pub(crate) mod closed_site;
pub(crate) mod invalid_ip_range;
pub(crate) mod key_value_without_allow_list;
pub(crate) mod no_public_name;
pub(crate) mod nobody_range;
pub(crate) mod open_database;
pub(crate) mod open_key_value;
pub(crate) mod private_range_in_list;
pub(crate) mod public_admin_tool;
pub(crate) mod public_model_server;
pub(crate) mod redundant_ip_range;
pub(crate) mod unprotected_production;
pub(crate) mod wide_ip_range;
