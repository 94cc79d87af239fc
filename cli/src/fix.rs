//! `fix`: apply fixes until none is left.

use std::process::ExitCode;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Safety;
use blueprint_lens_core::text::{Decoded, TextEdit, apply};
use blueprint_lens_core::wording::count::count_of;
use similar::TextDiff;

use crate::args::{FixArguments, FixFormat};
use crate::config::Config;
use crate::{input, json, output};

/// Maximum number of rounds: each round may reveal further fixes. Real files need two or three.
const ROUNDS: usize = 10;

/// Runs `fix`.
///
/// # Errors
/// When the file cannot be read or written, or is not UTF-8.
pub(crate) fn run(arguments: &FixArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let decoded = input::read(&arguments.path)?;
    refuse_other_encodings(&arguments.path.display().to_string(), &decoded)?;
    let (fixed, count) = fixed(&decoded.text, arguments.unsafe_fixes, config);
    if arguments.format == FixFormat::Json {
        let answer = json::fix::Fixed::new(fixed, count);
        output::print(&(serde_json::to_string_pretty(&answer)? + "\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.write && input::is_stdin(&arguments.path) {
        output::print(&fixed)?;
    } else if arguments.write {
        if fixed != decoded.text {
            output::write(Some(&arguments.path), fixed.as_bytes())?;
        }
        eprintln!("{} applied", count_of(count, "fix", "fixes"));
    } else {
        let name = if input::is_stdin(&arguments.path) {
            "render.yaml".to_owned()
        } else {
            arguments.path.display().to_string()
        };
        let diff = TextDiff::from_lines(&decoded.text, &fixed);
        let diff =
            diff.unified_diff().header(&format!("a/{name}"), &format!("b/{name}")).to_string();
        if fixed != decoded.text {
            output::print(&diff)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Rejects text that is not UTF-8: writing it back would lose the part that could not be read.
///
/// # Errors
/// When a byte belongs to no character.
pub(crate) fn refuse_other_encodings(name: &str, decoded: &Decoded) -> anyhow::Result<()> {
    if !decoded.invalid.is_empty() {
        anyhow::bail!("{name} is not UTF-8; save it as UTF-8 first");
    }
    Ok(())
}

/// The text after all allowed fixes, and how many were applied.
pub(crate) fn fixed(text: &str, unsafe_fixes: bool, config: &Config) -> (String, usize) {
    let mut text = text.to_owned();
    let mut count = 0;
    for _ in 0..ROUNDS {
        let decoded = Decoded { text: text.clone(), invalid: Vec::new() };
        let analysis = Analysis::with(decoded, config.options());
        let mut edits: Vec<TextEdit> = Vec::new();
        for found in analysis.diagnostics() {
            let allowed =
                |safety| safety == Safety::Safe || (unsafe_fixes && safety == Safety::Unsafe);
            let Some(fix) = found.fixes.iter().find(|fix| allowed(fix.safety)) else { continue };
            let mut with = edits.clone();
            with.extend(fix.edits.iter().filter(|edit| !edits.contains(edit)).cloned());
            // A fix that overlaps another one waits for the next round.
            if with.len() > edits.len() && apply(&text, &with).is_ok() {
                edits = with;
                count += 1;
            }
        }
        match apply(&text, &edits) {
            Ok(next) if next != text => text = next,
            _ => break,
        }
    }
    (text, count)
}
