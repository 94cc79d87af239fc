//! The table that is printed, and that `docs/growth.md` keeps.

use std::fmt::Write as _;

use super::case::Outcome;

/// A row for each outcome, those above the limit marked.
pub(super) fn table(outcomes: &[Outcome], limit: f64) -> String {
    let mut out = String::from(
        "| Shape | Command | Largest | Million steps | Seconds | Exponent | Over the last factor of ten |\n\
         | --- | --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for outcome in outcomes {
        let _ = writeln!(out, "{}", row(outcome, limit));
    }
    out
}

/// One row of it.
pub(super) fn row(outcome: &Outcome, limit: f64) -> String {
    let mark = if outcome.exponent() > limit { " too fast" } else { "" };
    format!(
        "| {} | {} | {} | {:.1} | {:.1} | {:.2} | {:.2}{mark} |",
        outcome.shape,
        outcome.job,
        outcome.largest,
        outcome.steps as f64 / 1e6,
        outcome.time.as_secs_f64(),
        outcome.fitted,
        outcome.last,
    )
}
