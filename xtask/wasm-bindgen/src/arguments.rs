//! What the command takes.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context as _, bail};

/// What is asked for.
#[derive(Debug, PartialEq)]
pub(crate) enum Request {
    /// The version, which Trunk compares with `Cargo.lock`.
    Version,
    /// JavaScript for a WebAssembly file.
    Generate(Arguments),
}

/// A WebAssembly file and where its JavaScript goes.
#[derive(Debug, PartialEq)]
pub(crate) struct Arguments {
    /// The file that Cargo made.
    pub(crate) input: PathBuf,
    /// The folder to write to.
    pub(crate) out_dir: PathBuf,
    /// Name of the files, without their endings; by default that of the input.
    pub(crate) out_name: Option<String>,
    /// Whether a declaration file is written, too.
    pub(crate) typescript: bool,
}

/// Reads the arguments; `--name value` and `--name=value` mean the same.
///
/// # Errors
/// When an option is unknown or incomplete, or the input or the output folder is missing.
pub(crate) fn parse(arguments: Vec<OsString>) -> anyhow::Result<Request> {
    let mut arguments = arguments.into_iter();
    let (mut input, mut out_dir, mut out_name, mut typescript) = (None, None, None, true);
    while let Some(argument) = arguments.next() {
        let text = argument.to_str().unwrap_or_default();
        let (name, attached) = match text.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(OsString::from(value))),
            _ => (text, None),
        };
        let mut value = || {
            attached
                .clone()
                .or_else(|| arguments.next())
                .with_context(|| format!("{name} takes a value"))
        };
        match name {
            "--version" | "-V" => return Ok(Request::Version),
            "--no-typescript" => typescript = false,
            "--out-dir" => out_dir = Some(PathBuf::from(value()?)),
            "--out-name" => out_name = Some(value()?.to_string_lossy().into_owned()),
            "--target" => {
                let target = value()?;
                if target != "web" {
                    bail!("`--target {}` is not supported here, only `web`", target.display());
                }
            }
            _ if name.starts_with('-') => {
                bail!(
                    "`{name}` is not supported here; `cargo install wasm-bindgen-cli` has every option"
                );
            }
            _ if input.is_some() => bail!("more than one input: {}", argument.display()),
            _ => input = Some(PathBuf::from(argument)),
        }
    }
    Ok(Request::Generate(Arguments {
        input: input.context("the WebAssembly file is missing")?,
        out_dir: out_dir.context("`--out-dir` is missing")?,
        out_name,
        typescript,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> anyhow::Result<Request> {
        parse(line.split(' ').map(OsString::from).collect())
    }

    #[test]
    fn both_ways_to_give_a_value_mean_the_same() {
        let expected = Request::Generate(Arguments {
            input: "in/page.wasm".into(),
            out_dir: "out".into(),
            out_name: Some("page".to_owned()),
            typescript: false,
        });
        let trunk = "--target=web --out-dir=out --out-name=page in/page.wasm --no-typescript";
        let script = "in/page.wasm --target web --no-typescript --out-name page --out-dir out";
        assert_eq!(read(trunk).expect("Trunk's way"), expected);
        assert_eq!(read(script).expect("the script's way"), expected);
    }

    #[test]
    fn what_is_not_supported_is_refused_by_name() {
        for (line, word) in [
            ("--target=nodejs --out-dir=out page.wasm", "nodejs"),
            ("--out-dir=out --keep-debug page.wasm", "--keep-debug"),
            ("--out-dir=out page.wasm other.wasm", "other.wasm"),
            ("page.wasm --out-dir", "--out-dir"),
            ("page.wasm", "--out-dir"),
            ("--out-dir=out", "WebAssembly"),
        ] {
            let message = read(line).expect_err(line).to_string();
            assert!(message.contains(word), "{line}: {message}");
        }
    }
}
