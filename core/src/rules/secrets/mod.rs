//! Secrets in the file, in web pages and in previews.

pub(crate) mod credentials_in_value;
pub(crate) mod generated_key_format;
pub(crate) mod preview_shares_secret;
pub(crate) mod prompt_missing_in_previews;
pub(crate) mod secret_generated_twice;
pub(crate) mod secret_in_browser;
pub(crate) mod secret_in_value;
pub(crate) mod source_without_effect;
pub(crate) mod token_in_value;
