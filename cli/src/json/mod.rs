//! The JSON formats that other programs rely on. `core` knows nothing about them.

pub(crate) mod check;
pub(crate) mod checklist;
pub(crate) mod diff;
pub(crate) mod fix;
pub(crate) mod plan;
pub(crate) mod reach;
pub(crate) mod scene;
pub(crate) mod span;

use schemars::JsonSchema;
use serde::Serialize;

/// Version of every JSON format.
pub(crate) const VERSION: u32 = 1;

/// Which program made a report, with facts of which date.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Tool {
    name: &'static str,
    version: &'static str,
    facts: &'static str,
    schema: &'static str,
    note: &'static str,
}

/// This program.
pub(crate) fn tool() -> Tool {
    Tool {
        name: "blueprint-lens",
        version: blueprint_lens_core::VERSION,
        facts: blueprint_lens_core::platform::FACTS_DATE,
        schema: blueprint_lens_core::platform::SCHEMA_DATE,
        note: "unofficial, not affiliated with Render",
    }
}
