//! Which mistakes are known, and which of them no rule looks for, with the reason. Every row of the fact sheet on
//! mistakes is either cited by a rule or listed here; a test sees to it.

/// A family of rows of the fact sheet: numbered from 01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactFamily {
    /// The letter its ids start with.
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
    FactFamily { letter: 'D', about: "former names", last: 15 },
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

/// Why no rule looks for a known mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnchecked {
    /// One Blueprint does not say what it takes to know.
    NotInFile,
    /// What can be seen tells too little: most findings would be false.
    CriesWolf,
    /// Nobody documents that it is a mistake, or much speaks against it.
    Unsure,
    /// True of nearly every file, and nothing to act on.
    Everywhere,
    /// The sheet lists it as a case in which other rules stay silent.
    NoMistake,
}

impl WhyUnchecked {
    /// In words, for tables.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotInFile => "not in the file",
            Self::CriesWolf => "would cry wolf",
            Self::Unsure => "too unsure",
            Self::Everywhere => "true of nearly every file",
            Self::NoMistake => "no mistake",
        }
    }
}

/// A known mistake that no rule looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UncheckedFact {
    /// The row of the fact sheet.
    pub id: &'static str,
    /// What goes wrong, in a few words.
    pub what: &'static str,
    /// Why no rule looks for it.
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

/// What no rule looks for, in the order of the sheet.
pub const UNCHECKED_FACTS: &[UncheckedFact] = &[
    unchecked(
        "W34",
        "a value that was changed in the Dashboard is written over by the next sync",
        WhyUnchecked::Everywhere,
        "Every literal value of every file is written again at each sync; there is nothing to mend.",
    ),
    unchecked(
        "N20",
        "a build command that calls a private address",
        WhyUnchecked::Unsure,
        "Whether builds reach the private network is not documented; migrations in build commands are common and work.",
    ),
    unchecked(
        "R03",
        "a region that cannot be changed any more",
        WhyUnchecked::NotInFile,
        "A file does not say what exists already. The rules on regions say that a region is fixed; `blueprint-lens diff` shows a changed one.",
    ),
    unchecked(
        "S08",
        "`generateValue` on a variable that has a value",
        WhyUnchecked::NotInFile,
        "The value is in the Dashboard. A value beside it in the file is found by `value-beside-generated`.",
    ),
    unchecked(
        "H06",
        "a service that calls itself on the loopback address",
        WhyUnchecked::NoMistake,
        "It is fine, and the case in which `loopback-datastore` stays silent.",
    ),
    unchecked(
        "O02",
        "`PORT: 10000` on a private service",
        WhyUnchecked::NoMistake,
        "One page lists the port as reserved, but Render's own examples use it.",
    ),
    unchecked(
        "O09",
        "a second port, which the internet does not reach",
        WhyUnchecked::CriesWolf,
        "Names such as `SMTP_PORT` and `ADMIN_PORT` do not tell a port of the service from one that it calls.",
    ),
    unchecked(
        "O12",
        "a health check on a service that sets no `PORT`",
        WhyUnchecked::CriesWolf,
        "Most services read `PORT`, which Render sets; a file shows nothing of it.",
    ),
    unchecked(
        "C28",
        "a disk that is smaller than before",
        WhyUnchecked::NotInFile,
        "One file knows no before. `blueprint-lens diff` shows the change.",
    ),
    unchecked(
        "C51",
        "a single-page app whose deep links give 404",
        WhyUnchecked::CriesWolf,
        "A file does not tell a single-page app from a site with a page for each address, which must not have the rewrite.",
    ),
    unchecked(
        "C52",
        "`NODE_ENV: production` for a build that needs development dependencies",
        WhyUnchecked::CriesWolf,
        "Which dependencies a build needs is in `package.json`; most builds under that value are fine.",
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
        "How long a command runs is not in the file, and runs that would overlap wait by themselves.",
    ),
    unchecked(
        "P16",
        "more connections than the plan of a database allows",
        WhyUnchecked::NotInFile,
        "How many connections each instance opens is a setting of the code.",
    ),
    unchecked(
        "U04",
        "a service and a database of one name",
        WhyUnchecked::NoMistake,
        "It is allowed, and official templates do it.",
    ),
    unchecked(
        "U05",
        "a name that takes over an existing resource",
        WhyUnchecked::NotInFile,
        "What exists in the workspace is not in the file.",
    ),
    unchecked(
        "U08",
        "a renamed resource, whose former one stays",
        WhyUnchecked::NotInFile,
        "One file knows no former name. `blueprint-lens diff` shows a resource under a new name.",
    ),
    unchecked(
        "U10",
        "a workflow named like one of another Blueprint",
        WhyUnchecked::NotInFile,
        "The other one is in the workspace. Two of one name in one file are found by `duplicate-name`.",
    ),
    unchecked(
        "Y16",
        "a file called `render.yml`, which Render does not look for",
        WhyUnchecked::NotInFile,
        "A text does not know the name of its file, and the name can be set in the Dashboard.",
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
