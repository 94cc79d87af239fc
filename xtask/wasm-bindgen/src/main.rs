//! The `wasm-bindgen` command over the library that the official one is made of.
//!
//! The official package also builds a test runner, an HTTP server and an HTTP client; most of its build goes into
//! them. This command takes the options that Trunk and `xtask/page/embed.mjs` use and refuses every other.

mod arguments;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

use arguments::{Arguments, Request};

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A closed terminal changes nothing about the failure.
            let _ = writeln!(std::io::stderr(), "wasm-bindgen: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Vec<OsString>) -> anyhow::Result<()> {
    match arguments::parse(arguments)? {
        Request::Version => {
            writeln!(std::io::stdout(), "wasm-bindgen {}", wasm_bindgen_shared::version())?;
            Ok(())
        }
        Request::Generate(arguments) => generate(&arguments),
    }
}

/// Writes the WebAssembly without its custom sections, and the JavaScript that loads it.
fn generate(Arguments { input, out_dir, out_name, typescript }: &Arguments) -> anyhow::Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.input_path(input).typescript(*typescript);
    if let Some(name) = out_name {
        bindgen.out_name(name);
    }
    bindgen.generate(out_dir)
}
