//! Regions: each has its own private network.

pub(crate) mod cross_region_reference;
pub(crate) mod region_on_static_site;
pub(crate) mod several_regions;
pub(crate) mod stray_default_region;
pub(crate) mod unknown_region;
pub(crate) mod workflow_without_region;
