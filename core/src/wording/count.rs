//! How many.

use crate::graph::Common;
use crate::platform::Kind;

/// `1 error`, `2 errors`: for words whose plural ends in an s.
pub fn count(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// `1 isolation removed`, `2 isolations removed`: for words with any other plural.
pub fn count_of(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// `12 Postgres databases`, `5 datastores`; `None` for what has only its place in common.
pub fn count_in_common(number: usize, common: Common) -> Option<String> {
    Some(match common {
        Common::Place => return None,
        Common::Kind(kind) => count_of_kind(number, kind),
        Common::Public => format!("{number} public"),
        Common::Private => format!("{number} private"),
        Common::Data => count(number, "datastore"),
    })
}

/// `1 web service`, `12 Postgres databases`.
fn count_of_kind(number: usize, kind: Kind) -> String {
    let (one, several) = match kind {
        Kind::Web => ("web service", "web services"),
        Kind::PrivateService => ("private service", "private services"),
        Kind::Worker => ("background worker", "background workers"),
        Kind::Cron => ("cron job", "cron jobs"),
        Kind::Static => ("static site", "static sites"),
        Kind::Workflow => ("workflow", "workflows"),
        Kind::KeyValue => ("Key Value store", "Key Value stores"),
        Kind::Postgres => ("Postgres database", "Postgres databases"),
        Kind::Replica => ("read replica", "read replicas"),
    };
    count_of(number, one, several)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_none_is_plural() {
        assert_eq!([0, 1, 2].map(|number| count(number, "edge")), ["0 edges", "1 edge", "2 edges"]);
        assert_eq!(count_of(1, "one looks", "look"), "1 one looks");
        assert_eq!(count_of(2, "way in", "ways in"), "2 ways in");
    }
}
