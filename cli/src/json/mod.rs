//! The JSON forms that other programs rely on. `core` knows nothing of them.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod fix;
pub(crate) mod reach;
pub(crate) mod scene;
pub(crate) mod span;

use serde::Serialize;

/// Version of every JSON form.
pub(crate) const VERSION: u32 = 1;

/// Who made a report, and on which state of knowledge.
#[derive(Debug, Serialize)]
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
