//! What is asked about who can reach whom.

use std::collections::BTreeSet;
use std::iter;

use anyhow::{anyhow, bail};
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeRef};
use blueprint_lens_core::reach::{
    Ends, EntryPoint, ReachQuery, UnresolvedName, brief, ends, ends_from, ends_to,
    entry_points_among, resolve_name, wired_callers,
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

/// What was asked for. Its pairs are made one after the other, as often as they are asked for: all of them may be as many
/// as the square of the resources.
pub(crate) struct Asked<'a> {
    /// For questions about who can reach whom.
    pub(crate) query: ReachQuery<'a>,
    chosen: Chosen,
    only: Option<Only>,
    /// The entry points that lead there.
    pub(crate) entry_points: Vec<EntryPoint>,
}

/// Which pairs are asked for by their ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    All,
    About(NodeRef),
    From(NodeRef),
    To(NodeRef),
    One(NodeRef, NodeRef),
}

impl Asked<'_> {
    /// Whether it is one pair, named by its ends.
    pub(crate) fn is_one(&self) -> bool {
        matches!(self.chosen, Chosen::One(..))
    }

    /// The ends of its pairs, in source order of the callers.
    pub(crate) fn ends(&self) -> impl Iterator<Item = Ends> {
        let network = self.query.network;
        let ends: Box<dyn Iterator<Item = Ends>> = match self.chosen {
            Chosen::All => Box::new(ends(network)),
            Chosen::About(node) => {
                let (before, after): (Vec<Ends>, Vec<Ends>) =
                    ends_to(network, node).partition(|(from, _)| *from < node);
                Box::new(before.into_iter().chain(ends_from(network, node)).chain(after))
            }
            Chosen::From(node) => Box::new(ends_from(network, node)),
            Chosen::To(node) => Box::new(ends_to(network, node)),
            Chosen::One(from, to) => Box::new(iter::once((from, to))),
        };
        ends.filter(|ends| self.is_wanted(*ends))
    }

    fn is_wanted(&self, (from, to): Ends) -> bool {
        match self.only {
            Some(Only::No) => brief(self.query, from, to).0 == Answer::No,
            Some(Only::Wired) => brief(self.query, from, to).1,
            Some(Only::Public) => false,
            None => true,
        }
    }
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
pub(crate) fn ask<'a>(analysis: &'a Analysis, question: Question<'_>) -> anyhow::Result<Asked<'a>> {
    let named = |name: Option<&str>| name.map(|name| find(analysis, name)).transpose();
    let (about, from, to) = (named(question.about)?, named(question.from)?, named(question.to)?);
    let query = analysis.question();
    let chosen = match (from, to, about) {
        (Some(from), Some(to), _) if from == to => bail!("a resource always reaches itself"),
        (Some(from), Some(to), _) => Chosen::One(from, to),
        (Some(from), None, _) => Chosen::From(from),
        (None, Some(to), _) => Chosen::To(to),
        (None, None, Some(about)) => Chosen::About(about),
        (None, None, None) => Chosen::All,
    };
    let (named, reached) = match chosen {
        Chosen::All => (vec![], None),
        Chosen::About(node) | Chosen::To(node) => (vec![node], Some(node)),
        Chosen::From(node) => (vec![node], None),
        Chosen::One(from, to) => (vec![from, to], None),
    };
    let lead_there: BTreeSet<NodeRef> =
        reached.into_iter().flat_map(|node| wired_callers(query.network, node)).collect();
    let without_doors = matches!(question.only, Some(Only::No | Only::Wired));
    let entry_points = entry_points_among(query, |node| {
        !without_doors && (named.is_empty() || named.contains(&node) || lead_there.contains(&node))
    });
    Ok(Asked { query, chosen, only: question.only, entry_points })
}

/// Most ids that are told to who asks for something else.
const MOST_NAMED: usize = 40;

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
            let rest = ids.len().saturating_sub(MOST_NAMED);
            let named = ids[..ids.len() - rest].join(", ");
            match (ids.len(), rest) {
                (0, _) => anyhow!("nothing is called `{wanted}`: no resource is declared"),
                (_, 0) => anyhow!("nothing is called `{wanted}`; there are {named}"),
                _ => anyhow!("nothing is called `{wanted}`; there are {named} and {rest} more"),
            }
        }
        UnresolvedName::Several(ids) => {
            anyhow!("`{wanted}` may be {}; say which by its id", ids.join(" or "))
        }
    })
}
