//! Assertions of the file held against the network: what `# blueprint-lens: assert …` claims, and what is.
//!
//! *Reachable* is the answer of [`pair`]; from the internet it is an entry point of the callee itself, not a way through another
//! service. *Wired* is a variable of the caller with the callee's private address.

use super::{ReachQuery, Remedy, entry_points, is_wired, named, pair};
use crate::directive::{Assertion, Relation, Sense, Word};
use crate::graph::{Answer, Exposure, INTERNET, NodeRef};
use crate::text::Span;

/// An assertion that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Whether it is false; otherwise the file cannot tell.
    pub certain: bool,
    /// What is the case instead: lower case, no full stop.
    pub message: String,
    /// Why, each with the places that cause it.
    pub reasons: Vec<(String, Vec<Span>)>,
    /// What would make it true, where that is known.
    pub remedy: Option<Remedy>,
    /// The callee.
    pub to: NodeRef,
}

/// Who calls.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Caller {
    Internet,
    Node(NodeRef),
}

/// Whether a caller connects, and why.
struct Found {
    caller: Caller,
    answer: Answer,
    reasons: Vec<(String, Vec<Span>)>,
    remedy: Option<Remedy>,
}

/// What is wrong with an assertion; `None` when it holds, or when one of its names means nothing here.
pub fn breach(question: ReachQuery<'_>, assertion: &Assertion) -> Option<Breach> {
    let to = named(question.network, &assertion.to.text).ok()?;
    let callers = assertion
        .from
        .iter()
        .map(|word| caller(question, word))
        .collect::<Option<Vec<Caller>>>()?;
    if callers.contains(&Caller::Node(to)) {
        return None;
    }
    let ask = |caller: &Caller| ask(question, *caller, to, assertion.sense);
    let stated: Vec<Found> = callers.iter().map(ask).collect();
    let (wanted, others) = match assertion.relation {
        Relation::Connects => (Answer::Yes, Vec::new()),
        Relation::ConnectsNot => (Answer::No, Vec::new()),
        Relation::Only => (Answer::Yes, others(question, &callers, to, assertion.sense)),
    };
    let others: Vec<Found> = others.iter().map(ask).collect();
    let wrong = |answer: Answer| {
        let stated = stated.iter().filter(move |found| wanted != answer && found.answer == answer);
        let others =
            others.iter().filter(move |found| answer != Answer::No && found.answer == answer);
        (stated.collect::<Vec<_>>(), others.collect::<Vec<_>>())
    };
    let opposite = if wanted == Answer::Yes { Answer::No } else { Answer::Yes };
    let (false_stated, _) = wrong(opposite);
    let (_, false_others) = wrong(Answer::Yes);
    let (open_stated, open_others) = wrong(Answer::Unknown);
    let certain = !(false_stated.is_empty() && false_others.is_empty());
    let guilty: Vec<&Found> = if certain {
        false_stated.iter().chain(&false_others).copied().collect()
    } else {
        open_stated.iter().chain(&open_others).copied().collect()
    };
    let first = guilty.first()?;
    let phrase = |found: &[&Found], answer: Answer, tail: &str| {
        let verb = verb(answer, assertion.sense, found.len() > 1);
        let names = names(question, found);
        (!found.is_empty())
            .then(|| format!("{names} {verb} `{}`{tail}", question.network.node(to).name))
    };
    let message = if certain {
        let parts =
            [phrase(&false_stated, opposite, ""), phrase(&false_others, Answer::Yes, " as well")];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    } else {
        let claim = phrase(&guilty, Answer::Yes, "").unwrap_or_default();
        format!("the file cannot tell whether {claim}")
    };
    let remedy = if guilty.len() == 1 { first.remedy.clone() } else { None };
    let reasons = guilty.iter().flat_map(|found| found.reasons.clone()).collect();
    Some(Breach { certain, message, reasons, remedy, to })
}

fn caller(question: ReachQuery<'_>, word: &Word) -> Option<Caller> {
    if word.text == INTERNET {
        return Some(Caller::Internet);
    }
    named(question.network, &word.text).ok().map(Caller::Node)
}

/// Everybody whom `only` does not name.
fn others(question: ReachQuery<'_>, stated: &[Caller], to: NodeRef, sense: Sense) -> Vec<Caller> {
    let internet = (sense == Sense::Reachable).then_some(Caller::Internet);
    let declared = question.network.nodes().filter(|(_, node)| node.is_declared());
    declared
        .map(|(node, _)| Caller::Node(node))
        .chain(internet)
        .filter(|caller| *caller != Caller::Node(to) && !stated.contains(caller))
        .collect()
}

fn ask(question: ReachQuery<'_>, caller: Caller, to: NodeRef, sense: Sense) -> Found {
    let (answer, reasons, remedy) = match (caller, sense) {
        (Caller::Internet, _) => (from_internet(question, to), entry_point(question, to), None),
        (Caller::Node(from), Sense::Wired) => {
            let wired = is_wired(question.network, from, to);
            (if wired { Answer::Yes } else { Answer::No }, wires(question, from, to), None)
        }
        (Caller::Node(from), Sense::Reachable) => {
            let pair = pair(question, from, to);
            let deciding =
                pair.reasons.into_iter().filter(|one| one.reason.answer() == pair.answer);
            let reasons = deciding.map(|one| (one.text, one.spans)).collect();
            (pair.answer, reasons, pair.remedy)
        }
    };
    Found { caller, answer, reasons, remedy }
}

fn from_internet(question: ReachQuery<'_>, to: NodeRef) -> Answer {
    match question.network.node(to).exposure {
        Exposure::Unknown => Answer::Unknown,
        exposure if exposure.is_entry_point() => Answer::Yes,
        _ => Answer::No,
    }
}

/// Why the internet gets in, or does not.
fn entry_point(question: ReachQuery<'_>, to: NodeRef) -> Vec<(String, Vec<Span>)> {
    let node = question.network.node(to);
    let resource = node.resource.map(|id| question.blueprint.resource(id));
    let place = resource.map(|resource| {
        resource.ip_allow_list.span().or(resource.type_field.span()).unwrap_or(resource.head())
    });
    let why = entry_points(question)
        .into_iter()
        .find(|entry_point| entry_point.node == to)
        .map(|entry_point| entry_point.why);
    let why = why.unwrap_or_else(|| match node.exposure {
        Exposure::Unknown => "how open it is cannot be read".to_owned(),
        Exposure::Closed => "it turns everybody away".to_owned(),
        _ => "it has no address on the internet".to_owned(),
    });
    vec![(format!("`{}`: {why}", node.name), place.or(node.span).into_iter().collect())]
}

/// The variables that wire one to the other.
fn wires(question: ReachQuery<'_>, from: NodeRef, to: NodeRef) -> Vec<(String, Vec<Span>)> {
    let network = question.network;
    network
        .outgoing(from)
        .filter(|(_, other)| *other == to)
        .map(|(edge, _)| network.edge(edge))
        .filter(|edge| edge.class == crate::graph::EdgeClass::Private)
        .flat_map(|edge| &edge.causes)
        .map(|cause| (format!("`{}` holds its address", cause.variable), vec![cause.span]))
        .collect()
}

fn verb(answer: Answer, sense: Sense, several: bool) -> &'static str {
    match (sense, answer == Answer::No, several) {
        (Sense::Reachable, false, false) => "reaches",
        (Sense::Reachable, false, true) => "reach",
        (Sense::Reachable, true, false) => "does not reach",
        (Sense::Reachable, true, true) => "do not reach",
        (Sense::Wired, false, false) => "is wired to",
        (Sense::Wired, false, true) => "are wired to",
        (Sense::Wired, true, false) => "is not wired to",
        (Sense::Wired, true, true) => "are not wired to",
    }
}

/// The callers in words, three at most.
fn names(question: ReachQuery<'_>, found: &[&Found]) -> String {
    const SHOWN: usize = 3;
    let mut words: Vec<String> = found
        .iter()
        .map(|found| match found.caller {
            Caller::Internet => "the internet".to_owned(),
            Caller::Node(node) => format!("`{}`", question.network.node(node).name),
        })
        .collect();
    if words.len() > SHOWN + 1 {
        let more = words.len() - SHOWN;
        words.truncate(SHOWN);
        words.push(format!("{more} more"));
    }
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => words.concat(),
    }
}
