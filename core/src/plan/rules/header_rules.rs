//! Z09: entries of `headers` and `routes` that leave the file.

use std::collections::BTreeSet;

use crate::diff::{Item, entries, one_line};
use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};
use crate::platform::ADDITIVE_LISTS;
use crate::syntax::Node;

pub(super) const Z09: PlanRule = PlanRule::new(&["Z09"], |event| {
    let field = event.field()?;
    let (_, names) = ADDITIVE_LISTS.iter().find(|(list, _)| *list == field.name)?;
    let (before, after) =
        (rules_of(event.old?, field.name, names), rules_of(event.new?, field.name, names));
    let gone = before.difference(&after).count();
    if gone == 0 {
        return None;
    }
    let (name, what) = (event.name(), field.name);
    let text = if gone == 1 {
        format!("a rule in `{what}` of {name} stays, though the file no longer has it")
    } else {
        format!("{gone} rules in `{what}` of {name} stay, though the file no longer has them")
    };
    Some(Effect::new(Class::Kept, text).advice("delete in the Dashboard what is not meant to stay"))
});

/// The rules of a list by what tells them apart.
fn rules_of(item: &Item<'_>, field: &str, names: &[&str]) -> BTreeSet<Vec<String>> {
    let list = item.node.map(entries).unwrap_or_default();
    let list = list.into_iter().find(|(name, _)| *name == field);
    let rules = list.and_then(|(_, list)| list.as_sequence()).unwrap_or_default();
    let told = |rule: &Node| {
        let fields = entries(rule);
        let text = |name: &&str| {
            fields
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| one_line(value))
                .unwrap_or_default()
        };
        names.iter().map(text).collect()
    };
    rules.iter().map(told).collect()
}
