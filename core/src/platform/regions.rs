//! Regions: each has its own private network (SEED; SPEC for the list).

/// A Render region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// `oregon`
    Oregon,
    /// `ohio`
    Ohio,
    /// `virginia`
    Virginia,
    /// `frankfurt`
    Frankfurt,
    /// `singapore`
    Singapore,
}

/// The region of a resource that names none (SPEC).
pub const DEFAULT_REGION: Region = Region::Oregon;

/// The spellings of all regions, in the order Render lists them.
pub const REGION_IDS: [&str; 5] = {
    let mut ids = [""; Region::ALL.len()];
    let mut at = 0;
    while at < ids.len() {
        ids[at] = Region::ALL[at].id();
        at += 1;
    }
    ids
};

impl Region {
    /// Every region, in the order Render lists them.
    pub const ALL: [Self; 5] =
        [Self::Oregon, Self::Ohio, Self::Virginia, Self::Frankfurt, Self::Singapore];

    /// The spelling in a Blueprint. Exact: Render does not fold case (SCHEMA).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Oregon => "oregon",
            Self::Ohio => "ohio",
            Self::Virginia => "virginia",
            Self::Frankfurt => "frankfurt",
            Self::Singapore => "singapore",
        }
    }

    /// The name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Oregon => "Oregon",
            Self::Ohio => "Ohio",
            Self::Virginia => "Virginia",
            Self::Frankfurt => "Frankfurt",
            Self::Singapore => "Singapore",
        }
    }

    /// The part of the world, in the words of Render's documentation.
    pub fn area(self) -> &'static str {
        match self {
            Self::Oregon => "US West",
            Self::Ohio | Self::Virginia => "US East",
            Self::Frankfurt => "EU Central",
            Self::Singapore => "Southeast Asia",
        }
    }

    /// The region with exactly that spelling.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.id() == text)
    }

    /// The region that a wrong spelling most likely means: another cloud's name, other case, a suffix.
    pub fn likely(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        let named = Self::ALL.into_iter().find(|region| text.contains(region.id()));
        named.or_else(|| {
            // More specific words first: `us` alone says the least.
            let known: [(&[&str], Self); 6] = [
                (&["us-east-2", "cmh"], Self::Ohio),
                (&["us-east", "useast", "us_east", "east", "iad"], Self::Virginia),
                (&["us-west", "uswest", "us_west", "west", "pdx"], Self::Oregon),
                (&["eu", "europe", "fra", "germany"], Self::Frankfurt),
                (&["ap", "asia", "sgp", "sin"], Self::Singapore),
                (&["us"], Self::Oregon),
            ];
            known
                .iter()
                .find(|(words, _)| {
                    words.iter().any(|word| {
                        text.strip_prefix(word).is_some_and(|rest| {
                            !rest.starts_with(|c: char| c.is_ascii_alphabetic())
                        })
                    })
                })
                .map(|(_, region)| *region)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likely_regions() {
        assert_eq!(Region::likely("us-east-1"), Some(Region::Virginia));
        assert_eq!(Region::likely("us-east-2"), Some(Region::Ohio));
        assert_eq!(Region::likely("Frankfurt-1"), Some(Region::Frankfurt));
        assert_eq!(Region::likely("eu-central-1"), Some(Region::Frankfurt));
        assert_eq!(Region::likely("mars"), None);
        assert_eq!(Region::parse("Oregon"), None);
    }
}
