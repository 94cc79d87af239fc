//! Names of resources.

pub(crate) mod declared_in_two_files;
pub(crate) mod duplicate_name;
pub(crate) mod empty_name;
pub(crate) mod name_becomes_other_host;
pub(crate) mod unused_resource;
