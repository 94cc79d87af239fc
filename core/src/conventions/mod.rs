//! What secrets, tools, images, variable names and hosts usually look like. These are habits of other projects and
//! standards of the internet, not facts about Render; those are in `platform`.

mod hosts;
mod images;
mod logins;
mod purposes;
mod ranges;
mod secrets;
mod stages;
mod tools;
mod variables;

pub use hosts::{DATASTORE_PORTS, DATASTORE_SCHEMES, foreign_platform, is_loopback};
pub use images::{tcp_server_of_image, tcp_server_of_name};
pub use logins::is_for_person;
pub use purposes::purpose_of_key;
pub use ranges::{NARROWEST_WIDE_PREFIX, is_private_range};
pub use secrets::{
    HIDDEN, REDACTED, is_own_secret, is_placeholder, is_secret_text, is_server_only, is_stand_in,
    is_to_be_replaced, known_token, looks_secret, names_secret, secrets_in, secrets_within,
    wants_fixed_key, without, without_addresses, without_logins,
};
pub use stages::is_stage;
pub use tools::{
    AdminTool, admin_tool_of_command, admin_tool_of_image, admin_tool_of_name, is_login_variable,
    migrates, model_server_of_image, model_server_of_name, sets_up_login,
};
pub use variables::{
    datastore_promised_by, is_browser_facing, is_datastore_variable, is_public_build_variable,
    names_origin, names_queue,
};
