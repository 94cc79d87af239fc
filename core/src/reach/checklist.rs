//! The debug order of a connection, answered from the file item by item: right address, right port, a caller that can
//! send, a callee that can receive, one region, no isolation between them.
//!
//! What the file cannot know is said to be looked up, with what to look for. Nothing is guessed.

use super::{Pair, ReachQuery};
use crate::graph::{Answer, Cause, CauseKind, EdgeClass, NetNode, Reason, Verdict, hosts_in};
use crate::model::{EnvVar, Resource};
use crate::platform::{Kind, default_port, internal_address_form, log_commands};
use crate::sort;
use crate::text::Span;

/// How one item turned out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The file says that it is right.
    Ok,
    /// The file says that it is wrong.
    Wrong,
    /// The file cannot say: look in the Connect menu of the Dashboard.
    Look,
}

impl Outcome {
    /// The word used in every output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Wrong => "wrong",
            Self::Look => "look",
        }
    }
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is asked: `Right address?`.
    pub question: &'static str,
    /// How it turned out.
    pub outcome: Outcome,
    /// Why, or what to look for: lower case, no full stop, names in backticks.
    pub text: String,
    /// Where the file says so.
    pub span: Option<Span>,
}

/// All items, and how to watch both ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// The items, in the order in which to look.
    pub checks: Vec<Check>,
    /// Commands to copy into a shell; empty when one end is not declared.
    pub commands: Vec<String>,
}

/// The list for one pair.
pub fn checklist(question: ReachQuery<'_>, pair: &Pair) -> Checklist {
    let network = question.network;
    let (caller, callee) = (network.node(pair.from), network.node(pair.to));
    let list = List { question, pair, caller, callee };
    let mut checks = list.wiring();
    checks.extend([list.sender(), list.receiver()]);
    checks.extend(list.region());
    checks.extend(list.isolation());
    let commands = if caller.is_declared() && callee.is_declared() {
        log_commands(&[&caller.name, &callee.name]).into()
    } else {
        Vec::new()
    };
    Checklist { checks, commands }
}

const ADDRESS: &str = "Right address?";
const PORT: &str = "Right port?";

struct List<'a> {
    question: ReachQuery<'a>,
    pair: &'a Pair,
    caller: &'a NetNode,
    callee: &'a NetNode,
}

impl<'a> List<'a> {
    /// Address and port of every variable that names the callee; without one, what to look for.
    fn wiring(&self) -> Vec<Check> {
        let network = self.question.network;
        let mut checks: Vec<Check> = Vec::new();
        let edges = network.outgoing(self.pair.from).filter(|(_, to)| *to == self.pair.to);
        for edge in edges.map(|(edge, _)| network.edge(edge)) {
            for cause in &edge.causes {
                for check in self.cause(cause, edge.class, edge.verdict) {
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
        let (from, to) = (&self.caller.name, &self.callee.name);
        let address = match self.expected_address() {
            Some(form) => format!(
                "no variable of `{from}` names `{to}`; look in the Connect menu of `{to}`, under Internal, for \
                 `{form}`"
            ),
            None => format!("no variable of `{from}` names `{to}`, and it has no internal address"),
        };
        vec![check(ADDRESS, Outcome::Look, address, None), self.port_of_callee()]
    }

    fn cause(&self, cause: &Cause, class: EdgeClass, verdict: Verdict) -> Vec<Check> {
        let (to, variable, span) = (&self.callee.name, &cause.variable, Some(cause.span));
        let address = |outcome, text| check(ADDRESS, outcome, text, span);
        match (class, cause.kind) {
            (EdgeClass::Private, CauseKind::Service | CauseKind::Database) => vec![
                address(
                    Outcome::Ok,
                    format!("`{variable}` takes the internal address of `{to}` from Render"),
                ),
                self.port_by_reference(cause),
            ],
            (EdgeClass::Private, CauseKind::Literal) => {
                let form =
                    self.expected_address().unwrap_or_else(|| "an internal address".to_owned());
                vec![
                    address(
                        Outcome::Look,
                        format!(
                            "`{variable}` holds an address written by hand; the Connect menu of `{to}` shows the right \
                             one under Internal, of the form `{form}`"
                        ),
                    ),
                    self.port_by_hand(cause),
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

    /// The port behind a reference: some properties carry it.
    fn port_by_reference(&self, cause: &Cause) -> Check {
        let property = self.variable(cause).and_then(|var| {
            let service = var.from_service.value().map(|reference| &reference.property);
            let database = var.from_database.value().map(|reference| &reference.property);
            service.or(database).and_then(|property| property.text())
        });
        let variable = &cause.variable;
        match property {
            Some("host") => {
                let bare = format!("`{variable}` holds the host alone");
                match (self.stated_port(), self.is_datastore()) {
                    (Some((port, span)), false) => check(
                        PORT,
                        Outcome::Ok,
                        format!("{bare}: add port {port}, which `{}` sets", self.callee.name),
                        Some(span),
                    ),
                    (_, true) => match self.default_port() {
                        Some(port) => check(
                            PORT,
                            Outcome::Ok,
                            format!("{bare}: the port is always {port}"),
                            None,
                        ),
                        None => self.port_of_callee(),
                    },
                    (None, false) => {
                        let mut check = self.port_of_callee();
                        check.text = format!("{bare}; {}", check.text);
                        check
                    }
                }
            }
            Some("hostport" | "port" | "connectionString" | "connectionPoolString") => {
                check(PORT, Outcome::Ok, format!("`{variable}` carries the port"), Some(cause.span))
            }
            _ => self.port_of_callee(),
        }
    }

    /// The port of an address written by hand, against what the callee is known to answer on.
    fn port_by_hand(&self, cause: &Cause) -> Check {
        let host = cause.span.slice(self.question.text).to_ascii_lowercase();
        let written = self
            .variable(cause)
            .and_then(|var| var.value.value())
            .and_then(|value| {
                hosts_in(&value.text).into_iter().find(|found| found.host.name == host)
            })
            .and_then(|found| found.port);
        let known = match self.stated_port() {
            _ if self.is_datastore() => self.default_port(),
            Some((port, _)) => Some(port),
            None => None,
        };
        let (variable, to) = (&cause.variable, &self.callee.name);
        match (written, known) {
            (Some(written), Some(known)) if written == known => check(
                PORT,
                Outcome::Ok,
                format!("`{variable}` says {written}, as `{to}` does"),
                Some(cause.span),
            ),
            (Some(written), Some(known)) => check(
                PORT,
                Outcome::Wrong,
                format!("`{variable}` says {written}, but `{to}` answers on {known}"),
                Some(cause.span),
            ),
            _ => self.port_of_callee(),
        }
    }

    /// The port as far as the callee alone tells it.
    fn port_of_callee(&self) -> Check {
        let to = &self.callee.name;
        match (self.stated_port(), self.default_port()) {
            (_, Some(port)) if self.is_datastore() => {
                check(PORT, Outcome::Ok, format!("`{to}` always answers on {port}"), None)
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
                format!("no port is known for `{to}`; look in its Connect menu"),
                None,
            ),
        }
    }

    fn sender(&self) -> Check {
        const QUESTION: &str = "A caller that can send?";
        let fine = || format!("`{}` is {}", self.caller.name, kind_words(self.caller));
        let about = |reason: &Reason| {
            matches!(reason, Reason::SenderNotOnNetwork | Reason::SenderCannotSend)
                || (*reason == Reason::UnknownKind && self.caller.resource_kind().is_none())
        };
        self.judged(QUESTION, about)
            .unwrap_or_else(|| check(QUESTION, Outcome::Ok, fine(), self.kind_span(self.caller)))
    }

    fn receiver(&self) -> Check {
        const QUESTION: &str = "A kind that can receive?";
        let fine = || format!("`{}` is {}", self.callee.name, kind_words(self.callee));
        let about = |reason: &Reason| {
            matches!(
                reason,
                Reason::ReceiverCannotReceive
                    | Reason::ReceiverFreeWeb
                    | Reason::UnknownPlan
                    | Reason::OutsideFile
            ) || (*reason == Reason::UnknownKind && self.callee.resource_kind().is_none())
        };
        self.judged(QUESTION, about)
            .unwrap_or_else(|| check(QUESTION, Outcome::Ok, fine(), self.kind_span(self.callee)))
    }

    /// Nothing for static sites, which have no region, and for what is not declared.
    fn region(&self) -> Option<Check> {
        let about = |reason: &Reason| {
            matches!(reason, Reason::SameRegion | Reason::DifferentRegion | Reason::UnknownRegion)
        };
        self.judged("The same region?", about)
    }

    /// Nothing where no environment takes part.
    fn isolation(&self) -> Option<Check> {
        const QUESTION: &str = "No isolation between them?";
        if self.caller.environment.is_none() && self.callee.environment.is_none() {
            return None;
        }
        let about = |reason: &Reason| *reason == Reason::IsolatedEnvironment;
        let fine = || "no isolated environment lies between them".to_owned();
        (self.callee.is_declared()).then(|| {
            self.judged(QUESTION, about)
                .unwrap_or_else(|| check(QUESTION, Outcome::Ok, fine(), None))
        })
    }

    /// The check that a reason of the pair decides.
    fn judged(&self, question: &'static str, about: impl Fn(&Reason) -> bool) -> Option<Check> {
        let found = self.pair.reasons.iter().find(|found| about(&found.reason))?;
        let outcome = match found.reason.answer() {
            Answer::Yes => Outcome::Ok,
            Answer::No => Outcome::Wrong,
            Answer::Unknown => Outcome::Look,
        };
        Some(check(question, outcome, found.text.clone(), found.spans.first().copied()))
    }

    fn variable(&self, cause: &Cause) -> Option<&'a EnvVar> {
        let blueprint = self.question.blueprint;
        let own = blueprint.resource(cause.consumer).env_vars.iter();
        own.chain(blueprint.groups.iter().flat_map(|group| &group.env_vars))
            .find(|var| var.span == cause.entry && var.path == cause.path)
    }

    fn resource(&self, node: &NetNode) -> Option<&'a Resource> {
        node.resource.map(|id| self.question.blueprint.resource(id))
    }

    fn kind_span(&self, node: &NetNode) -> Option<Span> {
        self.resource(node).and_then(|resource| resource.type_field.span())
    }

    /// The port that the callee's `PORT` states, and where.
    fn stated_port(&self) -> Option<(u16, Span)> {
        let resource = self.resource(self.callee)?;
        let port = resource.stated_port()?;
        let var = resource.env_vars.iter().find(|var| var.key.text() == Some("PORT"))?;
        Some((port, var.value.span()?))
    }

    fn default_port(&self) -> Option<u16> {
        self.callee.resource_kind().and_then(default_port)
    }

    fn is_datastore(&self) -> bool {
        self.callee.resource_kind().is_some_and(Kind::is_datastore)
    }

    fn expected_address(&self) -> Option<String> {
        let port = self.stated_port().map(|(port, _)| port);
        self.callee
            .resource_kind()
            .and_then(|kind| internal_address_form(kind, &self.callee.name, port))
    }
}

fn kind_words(node: &NetNode) -> &'static str {
    node.resource_kind().map_or("of unknown kind", Kind::a_words)
}

fn check(question: &'static str, outcome: Outcome, text: String, span: Option<Span>) -> Check {
    Check { question, outcome, text, span }
}
