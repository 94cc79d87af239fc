//! The edges of a scene: each with the route of the line that draws it.

use super::picture::{Label, Scene, SceneEdge, Stop};
use super::plan::Plan;
use crate::diagnostics::{Diagnostic, Severity};
use crate::graph::Network;
use crate::layout::Layout;

/// Adds every edge of `network`.
pub(super) fn edges(scene: &mut Scene, network: &Network, plan: &Plan<'_>, placed: &Layout) {
    let ids: Vec<&str> = network.edges().map(|(.., edge)| edge.id.as_str()).collect();
    let mut line_of = vec![0; ids.len()];
    for (index, line) in plan.lines.iter().enumerate() {
        line.members.iter().for_each(|&edge| line_of[edge] = index);
    }
    for ((edge, from, to, weight), &index) in network.edges().zip(&line_of) {
        let line = &plan.lines[index];
        let found = line.drawn.then(|| &placed.edges[line.place]);
        let route = found.map_or(&placed.undrawn[..], |_| &[]).get(line.place);
        let route = found.map(|found| &found.route).or(route).cloned().unwrap_or_default();
        let is_lead = line.lead == edge.0;
        let end = route.last().copied().unwrap_or_default();
        let stop = plan.reasons[index].map(|reason| Stop { at: end, reason: reason.id() });
        let label = found.and_then(|found| found.label).filter(|_| is_lead);
        let label = label.map(|(wording, rect)| Label {
            text: match plan.input.edges[line.place].number {
                Some(number) if wording + 1 == plan.labels[index].len() => {
                    number_of(&mut scene.numbers, &plan.numbers[number])
                }
                _ => plan.labels[index][wording].clone(),
            },
            rect,
        });
        scene.edges.push(SceneEdge {
            id: weight.id.clone(),
            from: network.node(from).id.clone(),
            to: network.node(to).id.clone(),
            class: weight.class,
            verdict: weight.verdict,
            variables: weight.variables().into_iter().map(ToOwned::to_owned).collect(),
            route,
            drawn: line.drawn,
            bundle: (line.members.len() > 1).then(|| ids[line.lead].to_owned()),
            stop,
            label,
            spans: weight.causes.iter().map(|cause| cause.span).collect(),
            severity: worst(plan.of_edge.get(weight.id.as_str())),
        });
    }
}

/// The number that stands for a label, from 1 in the order in which labels need one.
fn number_of(numbers: &mut Vec<String>, label: &str) -> String {
    let known = numbers.iter().position(|other| other == label);
    let number = known.unwrap_or_else(|| {
        numbers.push(label.to_owned());
        numbers.len() - 1
    });
    (number + 1).to_string()
}

/// The worst finding that is marked on the picture; advice is not.
pub(super) fn worst(findings: Option<&Vec<&Diagnostic>>) -> Option<Severity> {
    findings?.iter().map(|f| f.severity).max().filter(|severity| *severity > Severity::Info)
}
