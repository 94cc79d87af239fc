//! Every row of the fact sheet on networks, hosts, secrets and YAML has a rule that rests on it, or a reason why not.

use blueprint_lens_core::rules;

/// Families of rows with the number of the last one.
const FAMILIES: [(&str, usize); 4] = [("N", 20), ("H", 15), ("S", 10), ("Y", 16)];

/// Rows without a rule, and why.
const WITHOUT_RULE: &[(&str, &str)] = &[
    (
        "N11",
        "`dangling-reference` speaks at the same place: what the file does not declare cannot be placed",
    ),
    (
        "N20",
        "whether builds reach the private network is not documented, and migrations in builds are common and work",
    ),
    ("H06", "a guard of `loopback-datastore`, not a finding"),
    ("S08", "whether a variable has a value already is not in the file"),
    ("Y16", "the analysis sees a text, not the name of its file"),
];

#[test]
fn every_row_has_a_rule_or_a_reason() {
    for (family, last) in FAMILIES {
        for number in 1..=last {
            let row = format!("{family}{number:02}");
            let cited = rules::all().iter().any(|rule| rule.facts.contains(&row.as_str()));
            let excused = WITHOUT_RULE.iter().any(|(id, _)| *id == row);
            assert!(cited || excused, "{row} has neither a rule nor a reason");
            assert!(!(cited && excused), "{row} has a rule and a reason why it has none");
        }
    }
}
