//! Plans of resources and of workspaces.

pub(crate) mod evicting_queue;
pub(crate) mod expiring_database;
pub(crate) mod forgetful_key_value;
pub(crate) mod free_plan_limits;
pub(crate) mod full_cache;
pub(crate) mod implicit_plan;
pub(crate) mod needs_pro_workspace;
pub(crate) mod pool_on_free_database;
pub(crate) mod several_free_datastores;
pub(crate) mod sleeping_target;
pub(crate) mod storage_on_free_database;
pub(crate) mod storage_on_legacy_plan;
pub(crate) mod unknown_plan;
