//! Known mistakes that no rule checks, with the reason. Every row of the ledger on mistakes is either cited by a
//! rule or listed here; a test makes sure of that.

/// Why no rule checks a known mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnchecked {
    /// A single Blueprint does not contain the necessary information.
    NotInFile,
    /// The file shows too little: most findings would be false.
    FalseAlarms,
    /// It is not documented as a mistake, or there is much evidence against it.
    Unsure,
    /// True of nearly every file, and there is nothing to do about it.
    Everywhere,
    /// It is fine, and other rules stay silent for it.
    NoMistake,
}

impl WhyUnchecked {
    /// In words, for tables.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotInFile => "not in the file",
            Self::FalseAlarms => "too many false alarms",
            Self::Unsure => "too uncertain",
            Self::Everywhere => "true of nearly every file",
            Self::NoMistake => "not a mistake",
        }
    }
}

/// A known mistake that no rule checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UncheckedFact {
    /// The row of the ledger.
    pub id: &'static str,
    /// Why no rule checks it.
    pub why: WhyUnchecked,
    /// The same in a sentence.
    pub reason: &'static str,
}

const fn unchecked(id: &'static str, why: WhyUnchecked, reason: &'static str) -> UncheckedFact {
    UncheckedFact { id, why, reason }
}

/// The mistakes that no rule checks, in the order of the ledger.
pub const UNCHECKED_FACTS: &[UncheckedFact] = &[
    unchecked(
        "W34",
        WhyUnchecked::Everywhere,
        "Every sync writes every literal value in a file again; there is nothing to fix.",
    ),
    unchecked(
        "W39",
        WhyUnchecked::NoMistake,
        "It says when `dangling-reference` should stay silent.",
    ),
    unchecked(
        "N20",
        WhyUnchecked::Unsure,
        "Whether builds can reach the private network is not documented; migrations in build commands are common and work.",
    ),
    unchecked("N24", WhyUnchecked::NoMistake, "It is fine: an edge of the picture, not a finding."),
    unchecked(
        "R03",
        WhyUnchecked::NotInFile,
        "A file does not show what already exists. The rules on regions say that a region is fixed; `blueprint-lens diff` shows a changed one.",
    ),
    unchecked(
        "S08",
        WhyUnchecked::NotInFile,
        "The value is in the Dashboard. `value-beside-generated` reports a value in the file.",
    ),
    unchecked(
        "H06",
        WhyUnchecked::NoMistake,
        "This is correct; `loopback-datastore` stays silent for it.",
    ),
    unchecked(
        "O02",
        WhyUnchecked::NoMistake,
        "One page lists the port as reserved, but Render's own examples use it.",
    ),
    unchecked(
        "O09",
        WhyUnchecked::FalseAlarms,
        "Names such as `SMTP_PORT` and `ADMIN_PORT` do not show whether the service listens on the port or calls it.",
    ),
    unchecked(
        "O12",
        WhyUnchecked::FalseAlarms,
        "Most services read `PORT`, which Render sets; the file does not show whether they do.",
    ),
    unchecked(
        "C28",
        WhyUnchecked::NotInFile,
        "A single file has no earlier version. `blueprint-lens diff` shows the change.",
    ),
    unchecked(
        "C51",
        WhyUnchecked::FalseAlarms,
        "A file does not show whether a site is a single-page app or has a page for each address. The second kind must not have the rewrite.",
    ),
    unchecked(
        "C52",
        WhyUnchecked::FalseAlarms,
        "`package.json` lists the dependencies that a build needs; most builds with that value work.",
    ),
    unchecked("C53", WhyUnchecked::NotInFile, "The branches of a repository are not in the file."),
    unchecked(
        "C56",
        WhyUnchecked::NotInFile,
        "The file does not show how long a command runs, and Render delays runs that would overlap.",
    ),
    unchecked(
        "P16",
        WhyUnchecked::NotInFile,
        "The code sets how many connections each instance opens.",
    ),
    unchecked("U04", WhyUnchecked::NoMistake, "It is allowed, and official templates do it."),
    unchecked(
        "U05",
        WhyUnchecked::NotInFile,
        "The file does not show what exists in the workspace.",
    ),
    unchecked(
        "U08",
        WhyUnchecked::NotInFile,
        "A single file has no earlier name. `blueprint-lens diff` shows a resource with a new name.",
    ),
    unchecked(
        "U10",
        WhyUnchecked::NotInFile,
        "The other one is in the workspace. `duplicate-name` reports two of the same name in one file.",
    ),
    unchecked(
        "Y16",
        WhyUnchecked::NotInFile,
        "The text does not include the name of its file, and you can set the name in the Dashboard.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::FACT_FAMILIES;

    #[test]
    fn the_table_is_in_order_and_within_its_families() {
        let known: Vec<&str> = FACT_FAMILIES.iter().flat_map(|family| family.ids()).collect();
        let places: Vec<_> = UNCHECKED_FACTS
            .iter()
            .map(|fact| known.iter().position(|id| *id == fact.id).expect(fact.id))
            .collect();
        assert!(places.is_sorted_by(|a, b| a < b), "{places:?}");
        for fact in UNCHECKED_FACTS {
            assert!(fact.reason.ends_with('.'), "{}", fact.id);
        }
    }
}
