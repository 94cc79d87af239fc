//! YAML itself, and values that are read differently than they look.

pub(crate) mod colon_in_value;
pub(crate) mod duplicate_key;
pub(crate) mod hash_cuts_value;
pub(crate) mod invalid_yaml;
pub(crate) mod merge_conflict;
pub(crate) mod number_changes_form;
pub(crate) mod pasted_characters;
pub(crate) mod reserved_start;
pub(crate) mod several_documents;
pub(crate) mod tab_indentation;
pub(crate) mod trailing_newline;
pub(crate) mod unquoted_boolean;
pub(crate) mod unquoted_off;
pub(crate) mod unquoted_schedule;
