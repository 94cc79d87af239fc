//! Old spellings and plans that Render still reads.

pub(crate) mod deprecated_spelling;
pub(crate) mod former_preview_field;
pub(crate) mod legacy_database_plan;
pub(crate) mod named_plan;
