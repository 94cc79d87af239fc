//! What is asked about who can reach whom.

use std::collections::BTreeSet;

use anyhow::{anyhow, bail};
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeRef};
use blueprint_lens_core::reach::{
    EntryPoint, Pair, UnresolvedName, entry_points_among, pair, pairs, pairs_from, pairs_to,
    resolve_name, wired_callers,
};

use crate::args::Only;

/// Which pairs are asked for; each part may be left open. Resources are named by their ids, or by names if those are
/// unambiguous.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Question<'a> {
    /// The resource at either end.
    pub(crate) about: Option<&'a str>,
    /// The caller.
    pub(crate) from: Option<&'a str>,
    /// The callee.
    pub(crate) to: Option<&'a str>,
    /// Which of these.
    pub(crate) only: Option<Only>,
}

/// What was asked for.
pub(crate) struct Asked {
    /// The pairs.
    pub(crate) pairs: Vec<Pair>,
    /// The entry points that lead there.
    pub(crate) entry_points: Vec<EntryPoint>,
    /// Whether it is one pair, named by its ends.
    pub(crate) is_one: bool,
}

impl Question<'_> {
    /// Whether everything is asked for.
    pub(crate) fn is_open(&self) -> bool {
        *self == Question::default()
    }
}

/// The answer.
///
/// # Errors
/// When a name means no resource or several, or both ends are the same.
pub(crate) fn ask(analysis: &Analysis, question: Question<'_>) -> anyhow::Result<Asked> {
    let named = |name: Option<&str>| name.map(|name| find(analysis, name)).transpose();
    let (about, from, to) = (named(question.about)?, named(question.from)?, named(question.to)?);
    let query = analysis.question();
    let is_one = from.is_some() && to.is_some();
    let mut chosen = match (from, to) {
        (Some(from), Some(to)) if from == to => bail!("a resource always reaches itself"),
        (Some(from), Some(to)) => vec![pair(query, from, to)],
        (Some(from), None) => pairs_from(query, from),
        (None, Some(to)) => pairs_to(query, to),
        (None, None) => match about {
            // In source order of the callers, as all pairs are.
            Some(about) => about_one(pairs_from(query, about), pairs_to(query, about)),
            None => pairs(query),
        },
    };
    let fits = |wanted: Option<NodeRef>, found: NodeRef| wanted.is_none_or(|node| node == found);
    chosen.retain(|pair| {
        fits(from, pair.from)
            && fits(to, pair.to)
            && about.is_none_or(|node| [pair.from, pair.to].contains(&node))
    });
    let ends: Vec<NodeRef> = [about, from, to].into_iter().flatten().collect();
    let reached = [about, to].into_iter().flatten().filter(|_| !is_one);
    let lead_there: BTreeSet<NodeRef> =
        reached.flat_map(|node| wired_callers(query.network, node)).collect();
    let without_doors = matches!(question.only, Some(Only::No | Only::Wired));
    let entry_points = entry_points_among(query, |node| {
        !without_doors && (ends.is_empty() || ends.contains(&node) || lead_there.contains(&node))
    });
    match question.only {
        Some(Only::No) => chosen.retain(|pair| pair.answer == Answer::No),
        Some(Only::Wired) => chosen.retain(|pair| pair.wired),
        Some(Only::Public) => chosen.clear(),
        None => {}
    }
    Ok(Asked { pairs: chosen, entry_points, is_one })
}

/// The pairs of one caller and those of one callee, which is the same, in source order of the callers.
fn about_one(calling: Vec<Pair>, called: Vec<Pair>) -> Vec<Pair> {
    let own = calling.first().map(|pair| pair.from);
    let place = called.partition_point(|pair| own.is_some_and(|own| pair.from < own));
    let mut out = called;
    out.splice(place..place, calling);
    out
}

/// The node that an id or an unambiguous name means.
fn find(analysis: &Analysis, wanted: &str) -> anyhow::Result<NodeRef> {
    let network = analysis.network();
    resolve_name(analysis.question(), None, wanted).map_err(|problem| match problem {
        UnresolvedName::Nothing => {
            let ids: Vec<&str> = network
                .nodes()
                .filter(|(_, node)| node.is_declared())
                .map(|(_, node)| node.id.as_str())
                .collect();
            anyhow!("nothing is called `{wanted}`; there are {}", ids.join(", "))
        }
        UnresolvedName::Several(ids) => {
            anyhow!("`{wanted}` may be {}; say which by its id", ids.join(" or "))
        }
    })
}
