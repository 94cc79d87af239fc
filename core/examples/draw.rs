//! Draws a Blueprint: `cargo run -p blueprint-lens-core --example draw -- render.yaml [light|dark] > picture.svg`.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]
#![expect(clippy::disallowed_methods, reason = "an example reads files, the crate does not")]

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::svg::{SvgOptions, SvgTheme, document};

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let text = std::fs::read_to_string(arguments.next().unwrap_or("render.yaml".to_owned()))?;
    let theme = match arguments.next().as_deref() {
        Some("light") => SvgTheme::Light,
        Some("dark") => SvgTheme::Dark,
        _ => SvgTheme::Auto,
    };
    print!(
        "{}",
        document(Analysis::new(&text).scene(), &SvgOptions { theme, ..SvgOptions::default() })
    );
    Ok(())
}
