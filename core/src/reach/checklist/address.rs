//! Address and port of every variable that names the callee.

use super::ends::Ends;
use super::item::{Check, Outcome, check};
use super::port::{PORT, port_by_hand, port_by_reference, port_of_callee};
use crate::graph::{Cause, CauseKind, EdgeClass, Verdict};
use crate::sort;

const ADDRESS: &str = "Right address?";

/// Address and port of every variable that refers to the callee; if there is none, what to look for.
pub(super) fn wiring(ends: &Ends<'_>) -> Vec<Check> {
    let network = ends.question.network;
    let mut checks: Vec<Check> = Vec::new();
    let edges = network.outgoing(ends.pair.from).filter(|(_, to)| *to == ends.pair.to);
    for edge in edges.map(|(edge, _)| network.edge(edge)) {
        for cause in &edge.causes {
            for check in checks_of(ends, cause, edge.class, edge.verdict) {
                if !checks.contains(&check) {
                    checks.push(check);
                }
            }
        }
    }
    if !checks.is_empty() {
        sort::by_key(&mut checks, |check| check.question != ADDRESS);
        return checks;
    }
    let (from, to) = (&ends.caller.name, &ends.callee.name);
    let address = match ends.expected_address() {
        Some(form) => format!(
            "no variable of `{from}` refers to `{to}`; look in the Connect menu of `{to}`, under Internal, for `{form}`"
        ),
        None => {
            format!("no variable of `{from}` refers to `{to}`, and it has no internal address")
        }
    };
    vec![check(ADDRESS, Outcome::Look, address, None), port_of_callee(ends)]
}

fn checks_of(ends: &Ends<'_>, cause: &Cause, class: EdgeClass, verdict: Verdict) -> Vec<Check> {
    let (to, variable, span) = (&ends.callee.name, &cause.variable, Some(cause.span));
    let address = |outcome, text| check(ADDRESS, outcome, text, span);
    match (class, cause.kind) {
        (EdgeClass::Private, CauseKind::Service | CauseKind::Database) => vec![
            address(
                Outcome::Ok,
                format!("`{variable}` gets the internal address of `{to}` from Render"),
            ),
            port_by_reference(ends, cause),
        ],
        (EdgeClass::Private, CauseKind::Copied) => {
            let from = cause.source.as_ref().map_or("", |source| source.variable.as_str());
            vec![
                address(
                    Outcome::Ok,
                    format!(
                        "`{variable}` copies `{from}`, which holds an internal address of `{to}`"
                    ),
                ),
                port_of_callee(ends),
            ]
        }
        (EdgeClass::Private, CauseKind::Route) => vec![address(
            Outcome::Wrong,
            format!(
                "`{variable}` leads to an internal address of `{to}`, which no browser reaches"
            ),
        )],
        (EdgeClass::Private, CauseKind::Literal) => {
            let form = ends.expected_address().unwrap_or_else(|| "an internal address".to_owned());
            vec![
                address(
                    Outcome::Look,
                    format!(
                        "`{variable}` holds an address written by hand; the Connect menu of `{to}` shows the right \
                         one under Internal, of the form `{form}`"
                    ),
                ),
                port_by_hand(ends, cause),
            ]
        }
        (EdgeClass::Public, _) if verdict == Verdict::Detour => vec![address(
            Outcome::Wrong,
            format!(
                "`{variable}` holds the public address of `{to}`: the call leaves the private network"
            ),
        )],
        (EdgeClass::Public, _) => vec![
            address(Outcome::Ok, format!("`{variable}` holds the public address of `{to}`")),
            check(PORT, Outcome::Ok, "a public URL needs no port".to_owned(), None),
        ],
        (EdgeClass::Config | EdgeClass::Control | EdgeClass::Ingress, _) => Vec::new(),
    }
}
