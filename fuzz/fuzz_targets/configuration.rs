//! Any text as the settings of a team.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| blueprint_lens_fuzz::check(env!("CARGO_BIN_NAME"), bytes));
