//! Two versions of a text to what differs, and what comes of it.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| blueprint_lens_fuzz::check(env!("CARGO_BIN_NAME"), bytes));
