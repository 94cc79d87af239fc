//! The reach of a node as it is said: with the names that somebody else sees light up.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::Answer;
use blueprint_lens_core::reach::Direction;
use blueprint_lens_core::wording;

use super::reach_answers::answers;
use crate::state::ReachHighlight;

/// No more names than these are said in a row.
const MOST_NAMED: usize = 12;

/// Who is reached, by name, and who is not, each with the reason.
pub(super) fn spoken(analysis: &Analysis, highlight: &ReachHighlight) -> Option<String> {
    let (node, answers) = answers(analysis, highlight)?;
    let network = analysis.network();
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
    let can_reach = wording::reach::between_names(Answer::Yes);
    let (count, all) = (reached.len(), answers.len());
    let mut said = match highlight.direction() {
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
    Some(said)
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

    const TEXT: &str = "services:
  - {type: web, name: api, runtime: node}
  - {type: pserv, name: auth, runtime: node}
  - {type: worker, name: jobs, runtime: node, region: frankfurt}
";

    #[test]
    fn names_are_said_and_reasons_with_those_out_of_reach() {
        let analysis = Analysis::new(TEXT);
        let said = |highlight| spoken(&analysis, &highlight).unwrap();
        assert_eq!(
            said(ReachHighlight::From("web:api".to_owned())),
            "api can open a private connection to 1 of 2 others: auth. \
             Out of reach: jobs (receives no private traffic)."
        );
        assert_eq!(
            said(ReachHighlight::To("pserv:auth".to_owned())),
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
