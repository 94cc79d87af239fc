//! The port of the callee, by what a variable says and what the callee states.

use super::ends::Ends;
use super::item::{Check, Outcome, check};
use crate::graph::{Cause, hosts_in};

pub(super) const PORT: &str = "Right port?";

/// The port that a reference includes: some properties have it.
pub(super) fn port_by_reference(ends: &Ends<'_>, cause: &Cause) -> Check {
    let property = ends.variable(cause).and_then(|var| {
        let service = var.from_service.value().map(|reference| &reference.property);
        let database = var.from_database.value().map(|reference| &reference.property);
        service.or(database).and_then(|property| property.text())
    });
    let variable = &cause.variable;
    match property {
        Some("host") => {
            let bare = format!("`{variable}` holds only the host");
            match (ends.stated_port(), ends.is_datastore()) {
                (Some((port, span)), false) => check(
                    PORT,
                    Outcome::Ok,
                    format!("{bare}: add port {port}, which `{}` sets", ends.callee.name),
                    Some(span),
                ),
                (_, true) => match ends.default_port() {
                    Some(port) => {
                        check(PORT, Outcome::Ok, format!("{bare}: the port is always {port}"), None)
                    }
                    None => port_of_callee(ends),
                },
                (None, false) => {
                    let mut check = port_of_callee(ends);
                    check.text = format!("{bare}; {}", check.text);
                    check
                }
            }
        }
        Some("hostport" | "port" | "connectionString" | "connectionPoolString") => {
            check(PORT, Outcome::Ok, format!("`{variable}` includes the port"), Some(cause.span))
        }
        _ => port_of_callee(ends),
    }
}

/// The port of an address written by hand, compared with the port on which the callee is known to listen.
pub(super) fn port_by_hand(ends: &Ends<'_>, cause: &Cause) -> Check {
    let host = cause.span.slice(ends.question.text).to_ascii_lowercase();
    let written = ends
        .variable(cause)
        .and_then(|var| var.value.value())
        .and_then(|value| hosts_in(&value.text).into_iter().find(|found| found.host.name == host))
        .and_then(|found| found.port);
    let known = match ends.stated_port() {
        _ if ends.is_datastore() => ends.default_port(),
        Some((port, _)) => Some(port),
        None => None,
    };
    let (variable, to) = (&cause.variable, &ends.callee.name);
    match (written, known) {
        (Some(written), Some(known)) if written == known => check(
            PORT,
            Outcome::Ok,
            format!("`{variable}` has port {written}, the port of `{to}`"),
            Some(cause.span),
        ),
        (Some(written), Some(known)) => check(
            PORT,
            Outcome::Wrong,
            format!("`{variable}` has port {written}, but `{to}` listens on {known}"),
            Some(cause.span),
        ),
        _ => port_of_callee(ends),
    }
}

/// The port, as far as the callee alone shows it.
pub(super) fn port_of_callee(ends: &Ends<'_>) -> Check {
    let to = &ends.callee.name;
    match (ends.stated_port(), ends.default_port()) {
        (_, Some(port)) if ends.is_datastore() => {
            check(PORT, Outcome::Ok, format!("`{to}` always listens on {port}"), None)
        }
        (Some((port, span)), _) => {
            check(PORT, Outcome::Ok, format!("`{to}` sets `PORT` to {port}"), Some(span))
        }
        (None, Some(port)) => check(
            PORT,
            Outcome::Look,
            format!(
                "the file states no port for `{to}`; it is {port} unless the Connect menu shows another"
            ),
            None,
        ),
        (None, None) => check(
            PORT,
            Outcome::Look,
            format!("the port is unknown; look in the Connect menu of `{to}`"),
            None,
        ),
    }
}
