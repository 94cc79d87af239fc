//! What Render does. Tables hold what rules, reachability, completion and docs compute with; the ledger holds every
//! fact as a sentence with its source. No other module states a fact about Render. What secrets, tools and images usually look like is in `conventions`.
//!
//! Sources are named as in the doc comments: SPEC = render.com/docs/blueprint-spec (read 2026-09-12), SCHEMA = the JSON
//! schema of render.yaml (2026-09-26), DOC = other pages of render.com/docs, SEED = the article "How Render handles
//! private networking" (2026-04-01), CLI = `render-oss/cli`.

mod builtins;
mod connect;
mod defaults;
mod deprecated;
mod fields;
mod former;
mod hosts;
mod kind_reading;
mod kinds;
mod ledger;
mod limits;
mod newer;
mod plan_reading;
mod plan_sizes;
mod plans;
mod properties;
mod regions;
mod schedule;
mod sync;
mod unchecked;
mod workspace;

pub use builtins::{
    DISCOVERY_VARIABLE, is_builtin_variable, is_public_address_variable, is_unreadable_elsewhere,
};
pub use connect::{default_port, internal_address_form, log_commands};
pub use defaults::{EVERY_ADDRESS, default_beside};
pub use deprecated::{AUTO_DEPLOY_TRIGGERS, RENAMED_KINDS, renamed_kind};
pub use fields::{
    BUILD_SOURCE_REPLACES, Choice, Condition, FieldFacts, FieldType, Required, SchemaNode, Source,
    field, field_at, fields_of, is_native_runtime, kinds_with_field, makes_previews, meant_field,
    renamed_field, runtimes_of, way_instead, word_of_boolean,
};
pub use former::{present_plan, present_root_field, present_service_field};
pub use hosts::{
    DEFAULT_PORT, KEY_VALUE_PORT, ONRENDER_SUFFIX, POSTGRES_PORT, external_datastore_host,
    internal_datastore_host, slug,
};
pub use kind_reading::{KindReading, read_kind, read_reference_kind};
pub use kinds::{KEY_VALUE_FIELDS, Kind, REFERENCE_TYPES, Receiving, SERVICE_TYPES};
pub use ledger::{
    Certainty, Evidence, FACT_FAMILIES, Fact, FactFamily, Subject, assert_facts, certainty_of_fact,
    find_fact,
};
pub use limits::{
    BLOCKED_MAIL_PORTS, FORBIDDEN_MOUNT_PATHS, FREE_DATABASE_DAYS, FREE_WEB_MINUTES,
    LEAST_NEW_VERSION, LEAST_OPEN_PORT, LEAST_VERSION_FOR_STANDBY, MAX_INSTANCES, MAX_REPLICAS,
    NEEDS_PRO, NOT_ON_FREE_PLAN, RESERVED_PORTS, STORAGE_STEP, UNORDERED_LISTS,
};
pub use newer::{is_newer_number, is_newer_plan};
pub use plan_reading::{PlanReading, read_plan};
pub use plan_sizes::is_smaller_plan;
pub use plans::{
    FREE_PLAN, NAMED_PLANS, RETIRED_PLANS, cheapest_paid_plan, is_smallest_plan, is_under_one_cpu,
    plans_of, successor_of,
};
pub use properties::{
    DATABASE_PROPERTIES, Property, SERVICE_PROPERTIES, is_plain_text, likely_property,
    properties_of,
};
pub use regions::{DEFAULT_REGION, REGION_IDS, Region};
pub use schedule::{schedule_problem, spelled_out};
pub use sync::{ADDITIVE_LISTS, BESIDE_THE_PROGRAM, SET_ONCE, USED_BY_NEXT_DEPLOY};
pub use unchecked::{UNCHECKED_FACTS, UncheckedFact, WhyUnchecked};
pub use workspace::WorkspacePlan;

/// Date up to which the facts about Render were read, ISO 8601.
pub const FACTS_DATE: &str = "2026-11-28";

/// Date of the official JSON schema (`https://render.com/schema/render.yaml.json`) that the tables follow, ISO 8601.
pub const SCHEMA_DATE: &str = "2026-09-26";
