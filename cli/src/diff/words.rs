//! The difference and the plan in a line or two, as plain text.

use super::changes::plain;
use super::compared::Compared;
use super::headline::{headline, worst};

/// The difference.
pub(crate) fn difference_words(compared: &Compared) -> String {
    if compared.is_empty() {
        return "Nothing changed".to_owned();
    }
    headline(compared).iter().map(|line| plain(line)).collect::<Vec<_>>().join("\n")
}

/// The worst of the plan.
pub(crate) fn plan_words(compared: &Compared) -> String {
    worst(&compared.plan).map_or_else(|| "The sync needs no look".to_owned(), |line| plain(&line))
}
