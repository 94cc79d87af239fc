//! What `watch` takes.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `watch`.
#[derive(Args, Debug)]
pub(crate) struct WatchArguments {
    /// Blueprints, and directories of some
    #[arg(default_value = ".", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Port of this machine to listen at [default: any that is free]
    #[arg(long, value_name = "N")]
    pub(crate) port: Option<u16>,
    /// Secret part of the page's address; with --port, an open page comes back after a restart [default: a random one]
    #[arg(long, value_parser = token)]
    pub(crate) token: Option<String>,
    /// Only print the address of the page
    #[arg(long)]
    pub(crate) no_open: bool,
    /// Command that opens a place of a file: file, line and column stand behind it, with colons between them, such as 'code --goto'
    #[arg(long, value_name = "COMMAND")]
    pub(crate) editor: Option<String>,
    /// Also show what changed since a git revision, and what the next sync does with that
    #[arg(long, value_name = "REV")]
    pub(crate) diff: Option<String>,
}

/// Fewest characters of a token: it must not be guessed by another page.
const SHORTEST_TOKEN: usize = 16;

/// A token that stands in an address as it is.
fn token(text: &str) -> Result<String, String> {
    let fits = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if fits && text.len() >= SHORTEST_TOKEN {
        Ok(text.to_owned())
    } else {
        Err(format!("a token has at least {SHORTEST_TOKEN} letters, digits, `-` and `_`"))
    }
}

#[cfg(test)]
mod tests {
    use super::token;

    #[test]
    fn a_token_is_long_and_stands_in_an_address() {
        assert!(token("0123456789abcdef").is_ok());
        for wrong in ["", "short", "0123456789abcde/", "0123456789abcde\u{e9}"] {
            assert!(token(wrong).is_err(), "{wrong}");
        }
    }
}
