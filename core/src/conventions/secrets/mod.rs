//! What secrets look like: names of variables, keys that well-known companies issue, passwords inside of other texts, and
//! what is written where a secret will be. These are habits, not facts of the platform.

mod apart;
mod held;
mod logins;
mod names;
mod names_shown;
mod pairs;
mod placeholders;
mod tokens;
mod values;
mod webhooks;
mod within;
mod words;

pub use held::secrets_in;
pub use names::{is_own_secret, is_server_only, looks_secret, names_secret, wants_fixed_key};
pub use names_shown::{HIDDEN, without, without_addresses, without_logins};
pub use placeholders::{REDACTED, is_placeholder, is_stand_in, is_to_be_replaced};
pub use tokens::known_token;
pub use values::is_secret_text;
pub use within::secrets_within;
