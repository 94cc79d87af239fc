//! The rules: one file each, in this list once. A rule sees the model, the graph and the syntax problems; never the
//! tree, the layout or the page.
//!
//! To add one: write `core/tests/rules/<code>.md`, write `core/src/rules/<code>.rs`, add one line below.

#[macro_use]
mod rule;
mod allow_lists;
mod allowance;
mod as_reference;
mod check;
mod commands;
mod context;
mod echo;
mod finding;
mod links;
mod literal_hosts;
mod near;
mod phrases;
mod settings;
mod shape;
mod syntax_problems;
mod workspace;

pub use check::{Options, Setting, check};
pub use context::{Context, Reference, ReferenceTarget, VariableOwner, Via};
pub use finding::Finding;
pub use rule::{Certainty, Rule};
pub use shape::rule_of;

/// Declares the modules of the rules and lists them, in the order in which they are shown.
macro_rules! registry {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every rule, in a fixed order.
        pub static ALL: &[&Rule] = &[$(&$module::RULE),*];
    };
}

registry! {
    cross_region_reference,
    dangling_reference,
    wrong_reference_form,
    missing_reference_type,
    wrong_reference_type,
    unknown_property,
    unsupported_property,
    property_and_env_var_key,
    reference_without_property,
    sync_beside_value,
    several_sources,
    variable_without_source,
    reference_at_sync,
    group_link_with_key,
    reference_in_group,
    prompt_in_group,
    unknown_group,
    value_beside_generated,
    reference_cycle,
    unknown_env_var_key,
    unreadable_builtin,
    url_without_scheme,
    repeated_variable,
    shadowed_group_variable,
    clashing_groups,
    variable_in_value,
    empty_public_address,
    pool_without_pgbouncer,
    free_web_target,
    target_cannot_receive,
    static_site_to_private,
    crosses_isolation,
    cross_environment_reference,
    listening_worker,
    tcp_server_as_web,
    environments_share_network,
    isolated_but_public,
    isolation_needs_pro,
    unreferenced_private_service,
    trusted_network,
    unknown_region,
    region_on_static_site,
    workflow_without_region,
    stray_default_region,
    several_regions,
    open_database,
    key_value_without_allow_list,
    open_key_value,
    closed_site,
    allow_list_needs_scale,
    invalid_ip_range,
    redundant_ip_range,
    wide_ip_range,
    private_range_in_list,
    nobody_range,
    no_public_name,
    url_as_domain,
    public_admin_tool,
    public_model_server,
    unprotected_production,
    public_detour,
    public_literal,
    loopback_datastore,
    bare_sibling_host,
    internal_host_literal,
    external_datastore_host,
    unknown_datastore_host,
    unknown_onrender_host,
    own_public_url,
    https_to_private_host,
    discovery_name_as_host,
    foreign_platform_host,
    credentials_in_value,
    secret_in_value,
    token_in_value,
    secret_in_browser,
    preview_shares_secret,
    secret_generated_twice,
    prompt_missing_in_previews,
    prompt_asked_once,
    source_without_effect,
    generated_key_format,
    unquoted_schedule,
    colon_in_value,
    reserved_start,
    tab_indentation,
    duplicate_key,
    merge_conflict,
    invalid_yaml,
    pasted_characters,
    unquoted_boolean,
    unquoted_off,
    number_changes_form,
    trailing_newline,
    list_expected,
    hash_cuts_value,
    several_documents,
    empty_blueprint,
    broken_assertion,
    unclear_assertion,
    malformed_directive,
    unknown_allow,
    unused_allow,
    deprecated_spelling,
    former_preview_field,
    unknown_field,
    missing_field,
    unknown_type,
    unknown_runtime,
    unknown_plan,
    unknown_value,
    wrong_value_type,
    number_out_of_range,
    conflicting_fields,
    misplaced_resource,
    missing_command,
    start_command_with_docker,
    docker_field_without_docker,
    missing_image,
    image_beside_source,
    missing_publish_path,
    invalid_schedule,
    disk_with_instances,
    forbidden_mount_path,
    disk_during_build,
    downtime_with_disk,
    incomplete_scaling,
    ignored_instance_count,
    storage_step,
    old_postgres,
    standby_not_available,
    too_many_replicas,
    empty_replicas,
    legacy_database_plan,
    storage_on_legacy_plan,
    relative_health_check,
    field_without_effect,
    maintenance_page,
    filter_outside_root,
    docker_path_in_root,
    half_build_filter,
    trigger_with_image,
    empty_project,
    route_order,
    variable_in_route,
    unknown_build_source,
    group_of_another_environment,
    free_plan_limits,
    several_free_datastores,
    expiring_database,
    forgetful_key_value,
    pool_on_free_database,
    implicit_plan,
    named_plan,
    sleeping_target,
    evicting_queue,
    full_cache,
    needs_pro_workspace,
    branch_pins_previews,
    mixed_plan_families,
    free_preview_plan,
    full_price_previews,
    endless_previews,
    previews_generation_off,
    previews_differ,
    production_address_in_previews,
    preview_value_ignored,
    preview_shares_datastore,
    duplicate_name,
    empty_name,
    name_becomes_other_host,
    unused_resource,
    invalid_port,
    binds_loopback,
    fixed_port,
    blocked_mail_port,
    port_without_listener,
    guessed_port,
}

/// Every rule, in a fixed order.
pub fn all() -> &'static [&'static Rule] {
    ALL
}

/// The rule of that code.
pub fn find(code: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.code == code)
}

/// The code that somebody most likely meant by `written`, which no rule has.
pub fn nearest_code(written: &str) -> Option<&'static str> {
    near::nearest(written, ALL.iter().map(|rule| rule.code))
}
