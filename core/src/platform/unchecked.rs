//! Which known mistakes no rule looks for, with the reason. Every row of the ledger on mistakes is either cited by a
//! rule or listed here; a test sees to it.

/// Why no rule looks for a known mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnchecked {
    /// One Blueprint does not say what it takes to know.
    NotInFile,
    /// What can be seen tells too little: most findings would be false.
    FalseAlarms,
    /// Nobody documents that it is a mistake, or much speaks against it.
    Unsure,
    /// True of nearly every file, and nothing to act on.
    Everywhere,
    /// It is fine, and a case in which other rules stay silent.
    NoMistake,
    /// A rule could look for it; none does so far.
    NotYet,
}

impl WhyUnchecked {
    /// In words, for tables.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotInFile => "not in the file",
            Self::FalseAlarms => "mostly false alarms",
            Self::Unsure => "too unsure",
            Self::Everywhere => "true of nearly every file",
            Self::NoMistake => "no mistake",
            Self::NotYet => "no rule yet",
        }
    }
}

/// A known mistake that no rule looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UncheckedFact {
    /// The row of the ledger.
    pub id: &'static str,
    /// Why no rule looks for it.
    pub why: WhyUnchecked,
    /// The same in a sentence.
    pub reason: &'static str,
}

const fn unchecked(id: &'static str, why: WhyUnchecked, reason: &'static str) -> UncheckedFact {
    UncheckedFact { id, why, reason }
}

const fn not_yet(id: &'static str) -> UncheckedFact {
    unchecked(id, WhyUnchecked::NotYet, "The fact is newer than the rules.")
}

/// What no rule looks for, in the order of the ledger.
pub const UNCHECKED_FACTS: &[UncheckedFact] = &[
    unchecked(
        "W34",
        WhyUnchecked::Everywhere,
        "Every literal value of every file is written again at each sync; there is nothing to mend.",
    ),
    not_yet("W35"),
    not_yet("W36"),
    not_yet("W37"),
    not_yet("W38"),
    unchecked(
        "W39",
        WhyUnchecked::NoMistake,
        "It says when `dangling-reference` should stay silent.",
    ),
    unchecked(
        "N20",
        WhyUnchecked::Unsure,
        "Whether builds reach the private network is not documented; migrations in build commands are common and work.",
    ),
    not_yet("N21"),
    not_yet("N22"),
    not_yet("N23"),
    unchecked("N24", WhyUnchecked::NoMistake, "It is fine: an edge of the picture, not a finding."),
    unchecked(
        "R03",
        WhyUnchecked::NotInFile,
        "A file does not say what exists already. The rules on regions say that a region is fixed; `blueprint-lens diff` shows a changed one.",
    ),
    unchecked(
        "S08",
        WhyUnchecked::NotInFile,
        "The value is in the Dashboard. A value beside it in the file is found by `value-beside-generated`.",
    ),
    unchecked(
        "H06",
        WhyUnchecked::NoMistake,
        "It is fine, and the case in which `loopback-datastore` stays silent.",
    ),
    not_yet("H16"),
    unchecked(
        "O02",
        WhyUnchecked::NoMistake,
        "One page lists the port as reserved, but Render's own examples use it.",
    ),
    unchecked(
        "O09",
        WhyUnchecked::FalseAlarms,
        "Names such as `SMTP_PORT` and `ADMIN_PORT` do not tell a port of the service from one that it calls.",
    ),
    unchecked(
        "O12",
        WhyUnchecked::FalseAlarms,
        "Most services read `PORT`, which Render sets; a file shows nothing of it.",
    ),
    unchecked(
        "C28",
        WhyUnchecked::NotInFile,
        "One file knows no before. `blueprint-lens diff` shows the change.",
    ),
    unchecked(
        "C51",
        WhyUnchecked::FalseAlarms,
        "A file does not tell a single-page app from a site with a page for each address, which must not have the rewrite.",
    ),
    unchecked(
        "C52",
        WhyUnchecked::FalseAlarms,
        "Which dependencies a build needs is in `package.json`; most builds under that value are fine.",
    ),
    unchecked("C53", WhyUnchecked::NotInFile, "The branches of a repository are not in the file."),
    unchecked(
        "C56",
        WhyUnchecked::NotInFile,
        "How long a command runs is not in the file, and runs that would overlap wait by themselves.",
    ),
    not_yet("C61"),
    not_yet("C62"),
    not_yet("C63"),
    not_yet("C64"),
    not_yet("C65"),
    not_yet("C66"),
    not_yet("C67"),
    not_yet("C68"),
    not_yet("C69"),
    not_yet("C70"),
    not_yet("C71"),
    not_yet("C72"),
    not_yet("C73"),
    unchecked(
        "P16",
        WhyUnchecked::NotInFile,
        "How many connections each instance opens is a setting of the code.",
    ),
    not_yet("V16"),
    not_yet("V17"),
    unchecked("U04", WhyUnchecked::NoMistake, "It is allowed, and official templates do it."),
    unchecked("U05", WhyUnchecked::NotInFile, "What exists in the workspace is not in the file."),
    unchecked(
        "U08",
        WhyUnchecked::NotInFile,
        "One file knows no former name. `blueprint-lens diff` shows a resource under a new name.",
    ),
    unchecked(
        "U10",
        WhyUnchecked::NotInFile,
        "The other one is in the workspace. Two of one name in one file are found by `duplicate-name`.",
    ),
    unchecked(
        "Y16",
        WhyUnchecked::NotInFile,
        "A text does not know the name of its file, and the name can be set in the Dashboard.",
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
