//! Preview environments.

pub(crate) mod branch_pins_previews;
pub(crate) mod endless_previews;
pub(crate) mod free_preview_plan;
pub(crate) mod full_price_previews;
pub(crate) mod mixed_plan_families;
pub(crate) mod preview_shares_datastore;
pub(crate) mod preview_value_ignored;
pub(crate) mod previews_differ;
pub(crate) mod previews_generation_off;
pub(crate) mod previews_of_internal_service;
pub(crate) mod production_address_in_previews;
