//! Every row of the fact sheet on mistakes has a rule that rests on it, or a reason why not. Where the sheet itself is at
//! hand, beside the schema that `BLUEPRINT_LENS_SCHEMA` names, our list of its rows is compared with it.
#![expect(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "the tests read files, the crate does not"
)]

use std::collections::BTreeSet;
use std::path::Path;

use blueprint_lens_core::platform::{FACT_FAMILIES, UNCHECKED_FACTS};
use blueprint_lens_core::rules;

fn known() -> BTreeSet<String> {
    FACT_FAMILIES.iter().flat_map(|family| family.ids()).collect()
}

#[test]
fn every_row_has_a_rule_or_a_reason() {
    let cited: BTreeSet<&str> =
        rules::all().iter().flat_map(|rule| rule.facts.iter().copied()).collect();
    let excused: BTreeSet<&str> = UNCHECKED_FACTS.iter().map(|fact| fact.id).collect();
    for id in known() {
        match (cited.contains(id.as_str()), excused.contains(id.as_str())) {
            (false, false) => panic!("{id} has neither a rule nor a reason"),
            (true, true) => panic!("{id} has a rule and a reason why it has none"),
            _ => {}
        }
    }
    let unknown: Vec<_> = cited.union(&excused).filter(|id| !known().contains(**id)).collect();
    assert!(unknown.is_empty(), "no rows of the sheet: {unknown:?}");
}

#[test]
fn reasons_that_name_a_rule_name_one_that_exists() {
    for fact in UNCHECKED_FACTS {
        let quoted = fact.reason.split('`').skip(1).step_by(2);
        let codes = quoted.filter(|word| {
            word.contains('-') && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        });
        for code in codes {
            assert!(rules::find(code).is_some(), "{}: {code}", fact.id);
        }
    }
}

#[test]
fn our_list_of_rows_is_that_of_the_sheet() {
    let schema = std::env::var_os("BLUEPRINT_LENS_SCHEMA");
    let sheet = schema.and_then(|schema| {
        std::fs::read_to_string(Path::new(&schema).parent()?.join("blueprint-spec.md")).ok()
    });
    let Some(sheet) = sheet else {
        eprintln!("skipped: no fact sheet beside the schema");
        return;
    };
    let mistakes = sheet
        .lines()
        .skip_while(|line| !line.starts_with("## 5."))
        .skip(1)
        .take_while(|line| !line.starts_with("## "));
    let rows: BTreeSet<String> = mistakes
        .filter_map(|line| line.strip_prefix("| ")?.split_whitespace().next())
        .filter(|cell| {
            let (letter, number) = cell.split_at(cell.chars().next().map_or(0, char::len_utf8));
            letter.bytes().all(|b| b.is_ascii_uppercase())
                && number.len() == 2
                && number.bytes().all(|b| b.is_ascii_digit())
        })
        .map(ToOwned::to_owned)
        .collect();
    assert_eq!(rows, known());
}
