//! Known mistakes that no rule checks, with the reason. Every row of the fact sheet on mistakes is either cited by a
//! rule or listed here; a test makes sure of that.

/// A family of rows of the fact sheet, numbered from 01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactFamily {
    /// The letter with which its ids start.
    pub letter: char,
    /// What its rows are about.
    pub about: &'static str,
    /// The number of its last row.
    pub last: u32,
}

/// Every family of rows on mistakes, in the order of the sheet.
pub const FACT_FAMILIES: [FactFamily; 13] = [
    FactFamily { letter: 'W', about: "wiring", last: 34 },
    FactFamily { letter: 'N', about: "reach on the network", last: 20 },
    FactFamily { letter: 'R', about: "regions", last: 7 },
    FactFamily { letter: 'X', about: "exposure", last: 21 },
    FactFamily { letter: 'S', about: "secrets", last: 10 },
    FactFamily { letter: 'D', about: "old names", last: 15 },
    FactFamily { letter: 'H', about: "hosts in values", last: 15 },
    FactFamily { letter: 'O', about: "ports", last: 12 },
    FactFamily { letter: 'C', about: "fields and values", last: 60 },
    FactFamily { letter: 'P', about: "plans", last: 17 },
    FactFamily { letter: 'V', about: "previews", last: 15 },
    FactFamily { letter: 'U', about: "names", last: 10 },
    FactFamily { letter: 'Y', about: "YAML", last: 16 },
];

impl FactFamily {
    /// The ids of its rows: `W01` and so on.
    pub fn ids(self) -> impl Iterator<Item = String> {
        (1..=self.last).map(move |number| format!("{}{number:02}", self.letter))
    }
}

/// Why no rule checks a known mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnchecked {
    /// A single Blueprint does not contain the necessary information.
    NotInFile,
    /// The file shows too little: most findings would be false.
    CriesWolf,
    /// It is not documented as a mistake, or there is much evidence against it.
    Unsure,
    /// True of nearly every file, and there is nothing to do about it.
    Everywhere,
    /// The sheet lists it as an exception, for which other rules stay silent.
    NoMistake,
}

impl WhyUnchecked {
    /// In words, for tables.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotInFile => "not in the file",
            Self::CriesWolf => "too many false alarms",
            Self::Unsure => "too uncertain",
            Self::Everywhere => "true of nearly every file",
            Self::NoMistake => "not a mistake",
        }
    }
}

/// A known mistake that no rule checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UncheckedFact {
    /// The row of the fact sheet.
    pub id: &'static str,
    /// What goes wrong, in a few words.
    pub what: &'static str,
    /// Why no rule checks it.
    pub why: WhyUnchecked,
    /// The same in a sentence.
    pub reason: &'static str,
}

const fn unchecked(
    id: &'static str,
    what: &'static str,
    why: WhyUnchecked,
    reason: &'static str,
) -> UncheckedFact {
    UncheckedFact { id, what, why, reason }
}

/// The mistakes that no rule checks, in the order of the sheet.
pub const UNCHECKED_FACTS: &[UncheckedFact] = &[
    unchecked(
        "W34",
        "a value that was changed in the Dashboard and that the next sync overwrites",
        WhyUnchecked::Everywhere,
        "Every sync writes every literal value in a file again; there is nothing to fix.",
    ),
    unchecked(
        "N20",
        "a build command that calls a private address",
        WhyUnchecked::Unsure,
        "Whether builds can reach the private network is not documented; migrations in build commands are common and work.",
    ),
    unchecked(
        "R03",
        "a region that can no longer be changed",
        WhyUnchecked::NotInFile,
        "A file does not show what already exists. The rules on regions say that a region is fixed; `blueprint-lens diff` shows a changed one.",
    ),
    unchecked(
        "S08",
        "`generateValue` on a variable that already has a value",
        WhyUnchecked::NotInFile,
        "The value is in the Dashboard. `value-beside-generated` reports a value in the file.",
    ),
    unchecked(
        "H06",
        "a service that calls itself on the loopback address",
        WhyUnchecked::NoMistake,
        "This is correct; `loopback-datastore` stays silent for it.",
    ),
    unchecked(
        "O02",
        "`PORT: 10000` on a private service",
        WhyUnchecked::NoMistake,
        "One page lists the port as reserved, but Render's own examples use it.",
    ),
    unchecked(
        "O09",
        "a second port, which is not open to the internet",
        WhyUnchecked::CriesWolf,
        "Names such as `SMTP_PORT` and `ADMIN_PORT` do not show whether the service listens on the port or calls it.",
    ),
    unchecked(
        "O12",
        "a health check on a service that sets no `PORT`",
        WhyUnchecked::CriesWolf,
        "Most services read `PORT`, which Render sets; the file does not show whether they do.",
    ),
    unchecked(
        "C28",
        "a disk that is smaller than before",
        WhyUnchecked::NotInFile,
        "A single file has no earlier version. `blueprint-lens diff` shows the change.",
    ),
    unchecked(
        "C51",
        "a single-page app whose deep links return 404",
        WhyUnchecked::CriesWolf,
        "A file does not show whether a site is a single-page app or has a page for each address. The second kind must not have the rewrite.",
    ),
    unchecked(
        "C52",
        "`NODE_ENV: production` for a build that needs development dependencies",
        WhyUnchecked::CriesWolf,
        "`package.json` lists the dependencies that a build needs; most builds with that value work.",
    ),
    unchecked(
        "C53",
        "a branch that does not exist",
        WhyUnchecked::NotInFile,
        "The branches of a repository are not in the file.",
    ),
    unchecked(
        "C56",
        "a cron job that runs longer than 12 hours",
        WhyUnchecked::NotInFile,
        "The file does not show how long a command runs, and Render delays runs that would overlap.",
    ),
    unchecked(
        "P16",
        "more connections than the plan of a database allows",
        WhyUnchecked::NotInFile,
        "The code sets how many connections each instance opens.",
    ),
    unchecked(
        "U04",
        "a service and a database with the same name",
        WhyUnchecked::NoMistake,
        "It is allowed, and official templates do it.",
    ),
    unchecked(
        "U05",
        "a name that takes over an existing resource",
        WhyUnchecked::NotInFile,
        "The file does not show what exists in the workspace.",
    ),
    unchecked(
        "U08",
        "a renamed resource, whose old one remains",
        WhyUnchecked::NotInFile,
        "A single file has no earlier name. `blueprint-lens diff` shows a resource with a new name.",
    ),
    unchecked(
        "U10",
        "a workflow with the name of one in another Blueprint",
        WhyUnchecked::NotInFile,
        "The other one is in the workspace. `duplicate-name` reports two of the same name in one file.",
    ),
    unchecked(
        "Y16",
        "a file called `render.yml`, which Render does not look for",
        WhyUnchecked::NotInFile,
        "The text does not include the name of its file, and you can set the name in the Dashboard.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_within_its_families() {
        let known: Vec<String> = FACT_FAMILIES.iter().flat_map(|family| family.ids()).collect();
        let places: Vec<_> = UNCHECKED_FACTS
            .iter()
            .map(|fact| known.iter().position(|id| id == fact.id).expect(fact.id))
            .collect();
        assert!(places.is_sorted_by(|a, b| a < b), "{places:?}");
        for fact in UNCHECKED_FACTS {
            assert!(fact.reason.ends_with('.') && !fact.what.ends_with('.'), "{}", fact.id);
        }
    }
}
