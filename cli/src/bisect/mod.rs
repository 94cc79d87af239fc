//! `bisect`: the commit, and the lines in it, that broke an assertion.

mod causes;
mod merge;
mod report;
mod search;
mod state;
mod timeline;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{anyhow, bail};
use blueprint_lens_core::directive;

use crate::args::BisectArguments;
use crate::config::Config;
use crate::git::DEFAULT_PATH;
use crate::output::{self, Form};
use search::{Verdict, search};
use timeline::Timeline;

/// Runs `bisect`.
///
/// # Errors
/// When the assertion or the history cannot be read, a name of the assertion is in no version, or it is broken in `GOOD`
/// already.
pub(crate) fn run(arguments: &BisectArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let assertion = directive::assertion(&arguments.assertion)
        .map_err(|message| anyhow!("`{}`: {message}", arguments.assertion))?;
    let path = arguments.path.as_deref().unwrap_or(Path::new(DEFAULT_PATH));
    let (good, bad) = (arguments.good.as_deref(), arguments.bad.as_deref());
    let timeline = Timeline::read(&assertion, (good, bad), path, config)?;
    if timeline.len() == 0 {
        bail!("{} is in no commit up to {}", output::shown(path), bad.unwrap_or("HEAD"));
    }
    let verdict = search(timeline.len(), |at| timeline.is_broken(at));
    let report = match &verdict {
        Verdict::Never => report::never(&arguments.assertion, &timeline)?,
        Verdict::Always if timeline.starts_before() => bail!(
            "`{}` does not hold in {} either; name an earlier revision",
            arguments.assertion,
            good.unwrap_or("the first version here")
        ),
        Verdict::Always => report::found(&arguments.assertion, &timeline, 0, &verdict)?,
        Verdict::Broken { at, .. } => {
            report::found(&arguments.assertion, &timeline, *at, &verdict)?
        }
    };
    output::report(None, &report, Form::Lines, &timeline.secrets())?;
    Ok(ExitCode::from(u8::from(verdict == Verdict::Never)))
}
