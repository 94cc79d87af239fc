//! Which facts are asked for.

use blueprint_lens_core::platform::{FACT_FAMILIES, Fact, FactFamily, find_fact};

/// The fact of that id, whatever the case of its letters.
pub(crate) fn find(id: &str) -> Option<(&'static FactFamily, &'static Fact)> {
    let (letter, number) = id.split_at_checked(1)?;
    find_fact(&format!("{}{}", letter.to_ascii_uppercase(), number.to_ascii_lowercase()))
}

/// Facts of one family.
pub(super) type Chosen = (&'static FactFamily, Vec<&'static Fact>);

/// The facts that were asked for, each once and in the order of the ledger; all of them when nothing was.
pub(super) fn chosen(wanted: &[String]) -> anyhow::Result<Vec<Chosen>> {
    let mut ids: Vec<&str> = Vec::new();
    for word in wanted {
        let family = FACT_FAMILIES
            .iter()
            .find(|family| word.eq_ignore_ascii_case(family.letter.encode_utf8(&mut [0; 4])));
        match (family, find(word)) {
            (Some(family), _) => ids.extend(family.ids()),
            (None, Some((_, fact))) => ids.push(fact.id),
            (None, None) => anyhow::bail!(
                "no fact and no family of facts is called `{word}`; `blueprint-lens facts` lists them"
            ),
        }
    }
    let keep = |fact: &&Fact| wanted.is_empty() || ids.contains(&fact.id);
    let families = FACT_FAMILIES
        .iter()
        .map(|family| (family, family.facts().filter(keep).collect::<Vec<_>>()));
    Ok(families.filter(|(_, facts)| !facts.is_empty()).collect())
}
