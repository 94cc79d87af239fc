//! The reach of a node, and what stands behind it, as they are said: with the names that somebody else sees light up.

use super::reach::between_names;
use crate::graph::{Answer, NodeRef};
use crate::reach::{Along, Direction, ReachQuery, around, hops};

/// No more names than these are said in a row.
const MOST_NAMED: usize = 12;

/// Who can reach a node, or whom it can reach: by name, and who is left out, each with the reason.
pub fn reach_of(question: ReachQuery<'_>, node: NodeRef, direction: Direction) -> String {
    let network = question.network;
    let answers = around(question.blueprint, network, node, direction);
    let name = &network.node(node).name;
    let (mut reached, mut out_of_reach) = (Vec::new(), Vec::new());
    for (other, reach) in &answers {
        let other = &network.node(*other).name;
        if reach.answer == Answer::Yes {
            reached.push(other.clone());
        } else {
            let why = reach.reasons.iter().find_map(|reason| reason.brief());
            out_of_reach.push(why.map_or_else(|| other.clone(), |why| format!("{other} ({why})")));
        }
    }
    let can_reach = between_names(Answer::Yes);
    let (count, all) = (reached.len(), answers.len());
    let mut said = match direction {
        Direction::From => format!("{name} {can_reach} {count} of {all} others"),
        Direction::To => format!("{count} of {all} others {can_reach} {name}"),
    };
    for (before, names) in [(": ", reached), (". Out of reach: ", out_of_reach)] {
        if !names.is_empty() {
            said.push_str(before);
            said.push_str(&listed(&names));
        }
    }
    said.push('.');
    said
}

/// What stands behind a node by what is wired: first what it calls, then what that calls, and so on.
pub fn behind(question: ReachQuery<'_>, node: NodeRef) -> String {
    let levels = hops(question, node, Along::Wired);
    if levels.is_empty() {
        return "Nothing stands behind it.".to_owned();
    }
    let name = |node| question.network.node(node).name.as_str();
    let names = |level: Vec<NodeRef>| level.into_iter().map(name).collect::<Vec<_>>().join(", ");
    let levels: Vec<String> = levels.into_iter().map(names).collect();
    format!("Behind it: {}.", levels.join("; then "))
}

fn listed(names: &[String]) -> String {
    let (named, rest) = names.split_at(names.len().min(MOST_NAMED));
    let mut said = named.join(", ");
    if !rest.is_empty() {
        said.push_str(" and ");
        said.push_str(&rest.len().to_string());
        said.push_str(" more");
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;

    const TEXT: &str = "services:
  - {type: web, name: api, runtime: node}
  - {type: pserv, name: auth, runtime: node}
  - {type: worker, name: jobs, runtime: node, region: frankfurt}
";

    #[test]
    fn names_are_said_and_reasons_with_those_out_of_reach() {
        let analysis = Analysis::new(TEXT);
        let said = |id, direction| {
            reach_of(analysis.question(), analysis.network().find(id).unwrap(), direction)
        };
        assert_eq!(
            said("web:api", Direction::From),
            "api can open a private connection to 1 of 2 others: auth. \
             Out of reach: jobs (receives no private traffic)."
        );
        assert_eq!(
            said("pserv:auth", Direction::To),
            "1 of 2 others can open a private connection to auth: api. \
             Out of reach: jobs (another region)."
        );
    }

    #[test]
    fn of_many_names_the_first_are_said() {
        let names: Vec<String> = (1..=14).map(|number| format!("n{number}")).collect();
        assert!(listed(&names).ends_with("n11, n12 and 2 more"));
    }
}
