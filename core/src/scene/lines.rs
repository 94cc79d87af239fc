//! The lines of the drawing: the edges of one pair are one line, whatever their classes, as long as their traffic takes the
//! same way. What is blocked ends at its boundary, and a detour leaves the lane: neither hides a private connection that
//! works, and none of those hides trouble. Copied values carry no traffic, so they join another line of their pair, and a
//! line of nothing else is drawn only when it is asked for.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{EdgeClass, NetEdge, Network, Verdict};

/// The way that traffic takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// Inside the lanes.
    Inside,
    /// Out of the lane, through the internet and back in.
    Outside,
    /// Up to a boundary.
    Stopped,
    /// None: a value is copied.
    Nowhere,
}

/// A line: the edges that are drawn as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The edge that it looks like, as an index.
    pub(super) lead: usize,
    /// All of its edges, the lead first, then in the order of the network.
    pub(super) members: Vec<usize>,
    /// Whether it is drawn without being asked for.
    pub(super) drawn: bool,
    /// Its place among the lines that are drawn, or among those that are not.
    pub(super) place: usize,
}

/// The lines of a network, in the order of their first edges. `copied` asks for the lines of copied values as well.
pub(super) fn lines(network: &Network, copied: bool) -> Vec<Line> {
    let edges: Vec<&NetEdge> = network.edges().map(|(.., edge)| edge).collect();
    let ways: BTreeSet<(usize, usize, Way)> =
        network.edges().map(|(_, from, to, weight)| (from.0, to.0, way(weight))).collect();
    let mut known: BTreeMap<(usize, usize, Way), usize> = BTreeMap::new();
    let mut lines: Vec<Line> = Vec::new();
    for (edge, from, to, weight) in network.edges() {
        let has = |way: &Way| ways.contains(&(from.0, to.0, *way));
        let joined = match way(weight) {
            Way::Nowhere => [Way::Inside, Way::Outside].into_iter().find(has),
            way => Some(way),
        };
        let key = (from.0, to.0, joined.unwrap_or(Way::Nowhere));
        let line = *known.entry(key).or_insert(lines.len());
        match lines.get_mut(line) {
            Some(line) => line.members.push(edge.0),
            None => lines.push(Line { lead: edge.0, members: vec![edge.0], drawn: true, place: 0 }),
        }
    }
    let (mut drawn, mut undrawn) = (0, 0);
    for line in &mut lines {
        line.lead =
            line.members.iter().copied().min_by_key(|&edge| rank(edges[edge])).unwrap_or(line.lead);
        let lead = line.lead;
        crate::sort::by_key(&mut line.members, |&edge| (edge != lead, edge));
        let lead = edges[line.lead];
        line.drawn = copied || (lead.class, lead.verdict) != (EdgeClass::Config, Verdict::Ok);
        let count = if line.drawn { &mut drawn } else { &mut undrawn };
        line.place = *count;
        *count += 1;
    }
    lines
}

fn way(edge: &NetEdge) -> Way {
    match (edge.class, edge.verdict) {
        (_, Verdict::Blocked) => Way::Stopped,
        (EdgeClass::Public, _) => Way::Outside,
        (EdgeClass::Config, _) => Way::Nowhere,
        _ => Way::Inside,
    }
}

/// Which of several edges their line looks like: trouble first, then the private network, copied values last.
fn rank(edge: &NetEdge) -> (u8, u8) {
    let verdict = match edge.verdict {
        Verdict::Blocked => 0,
        Verdict::Detour => 1,
        Verdict::Unknown => 2,
        Verdict::Ok => 3,
    };
    let class = match edge.class {
        EdgeClass::Private => 0,
        EdgeClass::Public => 1,
        EdgeClass::Control => 2,
        EdgeClass::Ingress => 3,
        EdgeClass::Config => 4,
    };
    (verdict, class)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;

    const TEXT: &str = "services:
  - type: web
    name: api
    runtime: node
    envVars:
      - {key: KEY, fromService: {name: auth, type: pserv, envVarKey: SECRET}}
      - {key: AUTH, fromService: {name: auth, type: pserv, property: hostport}}
      - {key: OTHER, fromService: {name: far, type: pserv, envVarKey: SECRET}}
      - {key: FAR, fromService: {name: far, type: pserv, property: hostport}}
      - {key: COLOUR, fromService: {name: jobs, type: worker, envVarKey: COLOUR}}
  - {type: pserv, name: auth, runtime: node}
  - {type: pserv, name: far, runtime: node, region: frankfurt}
  - {type: worker, name: jobs, runtime: node}
";

    fn described(copied: bool) -> Vec<(Vec<String>, bool, usize)> {
        let analysis = Analysis::new(TEXT);
        let network = analysis.network();
        let edges: Vec<&NetEdge> = network.edges().map(|(.., edge)| edge).collect();
        let id = |&edge: &usize| edges[edge].id.clone();
        let lines = lines(network, copied);
        lines.iter().map(|l| (l.members.iter().map(id).collect(), l.drawn, l.place)).collect()
    }

    #[test]
    fn a_pair_is_one_line_that_looks_private() {
        let lines = described(false);
        let private = "web:api>pserv:auth:private:ok";
        assert_eq!(lines[0].0, [private, "web:api>pserv:auth:config:ok"]);
        assert!(lines[0].1);
    }

    /// Calls `auth` by its private address, by its public one, or by both; a value is copied as well.
    fn calls(private: bool, public: bool) -> Vec<(Vec<&'static str>, bool)> {
        let private = if private {
            "{key: A, fromService: {name: auth, type: web, property: hostport}}, "
        } else {
            ""
        };
        let public = if public { "{key: B, value: 'https://auth.onrender.com'}, " } else { "" };
        let text = format!(
            "services:\n  - {{type: web, name: auth, runtime: node}}\n  - type: pserv\n    name: api\n    runtime: node\n    envVars: [{private}{public}{{key: C, fromService: {{name: auth, type: web, envVarKey: KEY}}}}]\n"
        );
        let analysis = Analysis::new(&text);
        let network = analysis.network();
        let edges: Vec<&NetEdge> = network.edges().map(|(.., edge)| edge).collect();
        let lines = lines(network, false).into_iter();
        let lines = lines.filter(|line| edges[line.lead].class != EdgeClass::Ingress);
        let verdicts = |&edge: &usize| match edges[edge].verdict {
            Verdict::Ok => edges[edge].class.id(),
            other => other.id(),
        };
        lines.map(|line| (line.members.iter().map(verdicts).collect(), line.drawn)).collect()
    }

    #[test]
    fn a_detour_hides_no_private_connection_and_is_hidden_by_none() {
        let (private, detour) = ((vec!["private", "config"], true), (vec!["detour"], true));
        assert_eq!(calls(true, true), [private.clone(), detour]);
        assert_eq!(calls(true, false), [private]);
        assert_eq!(calls(false, true), [(vec!["detour", "config"], true)]);
        assert_eq!(calls(false, false), [(vec!["config"], false)]);
    }

    #[test]
    fn what_is_blocked_stands_alone_and_copied_values_wait() {
        let lines = described(false);
        let of = |id: &str| lines.iter().find(|line| line.0[0] == id).unwrap().clone();
        assert!(of("web:api>pserv:far:private:blocked").1);
        assert_eq!(
            of("web:api>pserv:far:config:ok"),
            (vec!["web:api>pserv:far:config:ok".to_owned()], false, 0)
        );
        assert_eq!(of("web:api>worker:jobs:config:ok").2, 1);
        assert!(described(true).iter().all(|line| line.1));
    }
}
