//! Prints `style/tokens.css`: `cargo run -p blueprint-lens-core --example tokens > style/tokens.css`.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use blueprint_lens_core::scene::palette;

fn main() {
    print!("{}", palette::tokens_css());
}
