//! What secrets look like: names of variables, keys that well-known companies issue, passwords inside of other texts, and
//! what is written where a secret will be. These are habits, not facts of the platform.

mod names;
mod placeholders;
mod tokens;
mod within;

pub use names::{is_own_secret, is_server_only, looks_secret, names_secret, wants_fixed_key};
pub use placeholders::{REDACTED, is_placeholder, is_stand_in, is_to_be_replaced};
pub use tokens::known_token;
pub use within::secrets_within;
