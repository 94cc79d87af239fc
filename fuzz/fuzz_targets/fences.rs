//! Any Markdown to the fences in it.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| blueprint_lens_fuzz::check(env!("CARGO_BIN_NAME"), bytes));
