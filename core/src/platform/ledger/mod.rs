//! The ledger of facts about Render: what it does, where that is stated, when it was read, and how sure it is. Rules
//! cite facts by their id; `blueprint-lens facts` and `docs/facts.md` print them.
//!
//! The rows are in our own words. Only builds with the feature `rule-pages` carry them, as they carry what a rule says
//! about itself: neither the page nor the element does.

mod evidence;
mod fact;
mod family;
mod rows;

pub use evidence::Evidence;
pub(super) use evidence::{CHANGELOG, SCHEMA, SPEC};
pub use fact::{Certainty, Fact};
pub use family::{FactFamily, Subject};

/// Every family of facts; none where the crate is built without rule pages.
pub static FACT_FAMILIES: &[FactFamily] =
    if cfg!(feature = "rule-pages") { rows::FAMILIES } else { &[] };

/// The fact of that id, and its family.
pub fn find_fact(id: &str) -> Option<(&'static FactFamily, &'static Fact)> {
    FACT_FAMILIES
        .iter()
        .find_map(|family| Some((family, family.facts().find(|fact| fact.id == id)?)))
}

/// Refuses to compile a citation of a fact that the ledger does not have.
///
/// ```
/// const _: () = blueprint_lens_core::platform::assert_facts(&["W01", "Z07b"]);
/// ```
///
/// ```compile_fail
/// const _: () = blueprint_lens_core::platform::assert_facts(&["W01", "W00"]);
/// ```
///
/// # Panics
/// When it does not have one of them.
pub const fn assert_facts(ids: &[&str]) {
    let mut at = 0;
    while at < ids.len() {
        assert!(row(ids[at]).is_some(), "the ledger has no fact of one of these ids");
        at += 1;
    }
}

/// How sure the fact of that id is, in every build.
///
/// # Panics
/// When the ledger has no such fact; in a constant, it does not compile then.
pub const fn certainty_of_fact(id: &str) -> Certainty {
    match row(id) {
        Some(fact) => fact.certainty,
        None => panic!("the ledger has no fact of this id"),
    }
}

/// The fact of that id, in every build.
const fn row(id: &str) -> Option<&'static Fact> {
    let mut family = 0;
    while family < rows::FAMILIES.len() {
        let parts = rows::FAMILIES[family].parts;
        let mut part = 0;
        while rows::FAMILIES[family].letter as u32 == id.as_bytes()[0] as u32 && part < parts.len()
        {
            let mut at = 0;
            while at < parts[part].len() {
                if same(parts[part][at].id, id) {
                    return Some(&parts[part][at]);
                }
                at += 1;
            }
            part += 1;
        }
        family += 1;
    }
    None
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> impl Iterator<Item = &'static Fact> {
        FACT_FAMILIES.iter().flat_map(|family| family.facts())
    }

    #[test]
    fn ids_begin_with_the_letter_of_their_family_and_rise() {
        for (at, family) in FACT_FAMILIES.iter().enumerate() {
            let letters = FACT_FAMILIES[..at].iter().map(|other| other.letter);
            assert!(letters.clone().all(|letter| letter != family.letter), "{}", family.letter);
            assert!(family.ids().all(|id| id.starts_with(family.letter)), "{}", family.letter);
            let ids: Vec<_> = family.ids().collect();
            assert!(ids.is_sorted_by(|one, other| one < other), "{ids:?}");
        }
    }

    #[test]
    fn rows_are_sentences_with_evidence() {
        for fact in facts() {
            let sentences = fact.remedy.iter().chain([&fact.statement]);
            for sentence in sentences {
                let quotes = sentence.matches('`').count();
                assert!(sentence.ends_with('.') && quotes % 2 == 0, "{}: {sentence}", fact.id);
                assert!(sentence.len() <= 300, "{}: {} bytes", fact.id, sentence.len());
            }
            assert!(fact.messages.iter().all(|message| !message.is_empty()), "{}", fact.id);
            assert!(!fact.evidence.is_empty(), "{} rests on nothing", fact.id);
        }
    }

    #[test]
    fn no_statement_stands_twice() {
        let mut statements: Vec<_> = facts().map(|fact| fact.statement).collect();
        statements.sort_unstable();
        assert!(statements.is_sorted_by(|one, other| one < other), "a statement stands twice");
    }

    #[test]
    fn dates_are_dates_and_none_is_newer_than_the_facts() {
        for evidence in facts().flat_map(|fact| fact.evidence) {
            let (date, name) = (evidence.date, evidence.name);
            let form: String =
                date.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
            assert_eq!(form, "0000-00-00", "{name}");
            assert!(date <= crate::platform::FACTS_DATE, "{name}: {date}");
            assert!(evidence.url.is_none_or(|url| url.starts_with("https://")), "{name}");
        }
    }

    #[test]
    fn facts_are_found_by_their_id() {
        let (family, fact) = find_fact("Z07b").expect("it is there");
        assert_eq!((family.letter, fact.id), ('Z', "Z07b"));
        assert_eq!(find_fact("W00"), None);
        assert!(facts().all(|fact| row(fact.id) == Some(fact)));
    }
}
