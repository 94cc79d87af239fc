//! Checks the assertions in the file against the network: what `# blueprint-lens: assert …` claims, and what is true.
//!
//! *Reachable* is the answer of [`pair`]; from the internet it means that the callee itself is an entry point, not that
//! another service leads to it. *Wired* means that a variable of the caller has the callee's private address.

use super::entry_points::entry_points_among;
use super::pairs::{is_wired, pair};
use super::query::ReachQuery;
use super::remedy::Remedy;
use super::resolve_name::{UnresolvedName, resolve_name};
use crate::directive::{Assertion, Relation, Sense, Word};
use crate::graph::{Answer, Exposure, INTERNET, NodeRef};
use crate::text::Span;

/// An assertion that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Whether it is false; otherwise the answer is unknown from the file.
    pub certain: bool,
    /// What is true instead: lower case, no full stop.
    pub message: String,
    /// Why, each with the spans that cause it.
    pub reasons: Vec<(String, Vec<Span>)>,
    /// What would make it true, if known.
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
struct CallerAnswer {
    caller: Caller,
    answer: Answer,
    reasons: Vec<(String, Vec<Span>)>,
    remedy: Option<Remedy>,
}

/// What is wrong with an assertion; `None` if it holds, or if one of its names matches nothing here.
pub fn breach(question: ReachQuery<'_>, assertion: &Assertion) -> Option<Breach> {
    let to = resolve_word(question, &assertion.to).ok()?;
    let callers = assertion
        .from
        .iter()
        .map(|word| caller(question, word))
        .collect::<Option<Vec<Caller>>>()?;
    if callers.contains(&Caller::Node(to)) {
        return None;
    }
    let ask = |caller: &Caller| ask(question, *caller, to, assertion.sense);
    let stated: Vec<CallerAnswer> = callers.iter().map(ask).collect();
    let (wanted, others) = match assertion.relation {
        Relation::Connects => (Answer::Yes, Vec::new()),
        Relation::ConnectsNot => (Answer::No, Vec::new()),
        Relation::Only => (Answer::Yes, others(question, &callers, to, assertion.sense)),
    };
    let others: Vec<CallerAnswer> = others.iter().map(ask).collect();
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
    let guilty: Vec<&CallerAnswer> = if certain {
        false_stated.iter().chain(&false_others).copied().collect()
    } else {
        open_stated.iter().chain(&open_others).copied().collect()
    };
    let first = guilty.first()?;
    let phrase = |found: &[&CallerAnswer], answer: Answer, tail: &str| {
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
        format!("the file does not show whether {claim}")
    };
    let remedy = if guilty.len() == 1 { first.remedy.clone() } else { None };
    let reasons = guilty.iter().flat_map(|found| found.reasons.clone()).collect();
    Some(Breach { certain, message, reasons, remedy, to })
}

fn caller(question: ReachQuery<'_>, word: &Word) -> Option<Caller> {
    if word.text == INTERNET {
        return Some(Caller::Internet);
    }
    resolve_word(question, word).ok().map(Caller::Node)
}

/// The node that a word of an assertion means.
///
/// # Errors
/// If no resource or more than one has that name.
pub fn resolve_word(question: ReachQuery<'_>, word: &Word) -> Result<NodeRef, UnresolvedName> {
    let file = question.files.of(word.span.start());
    resolve_name(question, Some(file), &word.text)
}

/// Every resource that `only` does not name.
fn others(question: ReachQuery<'_>, stated: &[Caller], to: NodeRef, sense: Sense) -> Vec<Caller> {
    let internet = (sense == Sense::Reachable).then_some(Caller::Internet);
    let declared = question.network.nodes().filter(|(_, node)| node.is_declared());
    declared
        .map(|(node, _)| Caller::Node(node))
        .chain(internet)
        .filter(|caller| *caller != Caller::Node(to) && !stated.contains(caller))
        .collect()
}

fn ask(question: ReachQuery<'_>, caller: Caller, to: NodeRef, sense: Sense) -> CallerAnswer {
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
    CallerAnswer { caller, answer, reasons, remedy }
}

fn from_internet(question: ReachQuery<'_>, to: NodeRef) -> Answer {
    match question.network.node(to).exposure {
        Exposure::Unknown => Answer::Unknown,
        exposure if exposure.is_entry_point() => Answer::Yes,
        _ => Answer::No,
    }
}

/// Why the internet can connect, or cannot.
fn entry_point(question: ReachQuery<'_>, to: NodeRef) -> Vec<(String, Vec<Span>)> {
    let node = question.network.node(to);
    let resource = node.resource.map(|id| question.blueprint.resource(id));
    let place = resource.map(|resource| {
        resource.ip_allow_list.span().or(resource.type_field.span()).unwrap_or(resource.head())
    });
    let why =
        entry_points_among(question, |node| node == to).pop().map(|entry_point| entry_point.why);
    let why = why.unwrap_or_else(|| match node.exposure {
        Exposure::Unknown => "its exposure is unknown".to_owned(),
        Exposure::Closed => "it rejects every request".to_owned(),
        _ => "it has no public address".to_owned(),
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
fn names(question: ReachQuery<'_>, found: &[&CallerAnswer]) -> String {
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
