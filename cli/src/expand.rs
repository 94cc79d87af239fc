//! `expand`: the effective Blueprint.

use std::path::Path;
use std::process::ExitCode;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::redact::redact;

use crate::config::Config;
use crate::output::{Form, secrets_of};
use crate::{input, output};

/// Runs `expand`.
///
/// # Errors
/// When the file cannot be read or the output cannot be written.
pub(crate) fn run(path: &Path, config: &Config) -> anyhow::Result<ExitCode> {
    let analysis = Analysis::with(input::read(path)?, config.options());
    if !analysis.syntax().errors.is_empty() {
        output::note(&format!(
            "{} cannot be read completely; broken parts are left out, and `check` shows where",
            if input::is_stdin(path) { "standard input".to_owned() } else { output::shown(path) }
        ));
    }
    let secrets = analysis.secret_values();
    let hidden = redact(analysis.text(), &secrets, |_| false);
    let analysis = if secrets.is_empty() { analysis } else { Analysis::new(&hidden) };
    output::report(None, &expand(&analysis), Form::Lines, &secrets_of([&analysis]))?;
    Ok(ExitCode::SUCCESS)
}
