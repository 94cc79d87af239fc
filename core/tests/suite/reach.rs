//! Reachability against a second, plain evaluation of the private network's rule over generated Blueprints, and one
//! case for every reason and every remedy.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::Answer;
use blueprint_lens_core::reach::{
    Along, Pair, WiringStatus, count_statuses, dependents, entry_points, hops, pair, pairs,
};
use blueprint_lens_core::text::apply;
use proptest::prelude::*;

/// A resource as generated: what the second evaluation knows of it.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) kind: &'static str,
    free: bool,
    region: Option<&'static str>,
    /// 0 root, 1 ungrouped, 2 and 3 the two environments.
    scope: usize,
}

const KINDS: [&str; 8] =
    ["web", "pserv", "worker", "cron", "static", "workflow", "keyvalue", "postgres"];
const REGIONS: [Option<&str>; 4] = [None, Some("oregon"), Some("ohio"), Some("frankfurt")];

pub(crate) fn made() -> impl Strategy<Value = Made> {
    (prop::sample::select(&KINDS[..]), any::<bool>(), prop::sample::select(&REGIONS[..]), 0..4usize)
        .prop_map(|(kind, free, region, scope)| Made { kind, free, region, scope })
}

/// The Blueprint that holds them, named `r0`, `r1` …, each service with what `more` adds to its entry.
pub(crate) fn blueprint(
    made: &[Made],
    isolated: [bool; 2],
    more: &dyn Fn(usize) -> String,
) -> String {
    let members = |scope: usize, indent: &str| {
        let (mut services, mut databases) = (String::new(), String::new());
        for (index, made) in made.iter().enumerate().filter(|(_, made)| made.scope == scope) {
            let region = made.region.map_or(String::new(), |region| format!(", region: {region}"));
            let free = if made.free { ", plan: free" } else { "" };
            let line = match made.kind {
                "postgres" => {
                    databases.push_str(&format!("{indent}  - {{name: r{index}{region}{free}}}\n"));
                    continue;
                }
                "static" => format!("type: web, runtime: static, name: r{index}"),
                "web" => format!("type: web, runtime: node, name: r{index}{region}{free}"),
                kind => format!("type: {kind}, runtime: node, name: r{index}{region}"),
            };
            services.push_str(&format!("{indent}  - {{{line}{}}}\n", more(index)));
        }
        let list = |name: &str, items: String| {
            if items.is_empty() { String::new() } else { format!("{indent}{name}:\n{items}") }
        };
        list("services", services) + &list("databases", databases)
    };
    let environment = |number: usize| {
        let isolation = if isolated[number] { "enabled" } else { "disabled" };
        format!(
            "      - name: e{number}\n        networking:\n          isolation: {isolation}\n{}",
            members(number + 2, "        ")
        )
    };
    format!(
        "{}ungrouped:\n  envVarGroups: []\n{}projects:\n  - name: p\n    environments:\n{}{}",
        members(0, ""),
        members(1, "  "),
        environment(0),
        environment(1)
    )
}

/// The rule once more, written from the table and nothing else.
pub(crate) fn may_connect(from: &Made, to: &Made, isolated: [bool; 2]) -> bool {
    let sends = ["web", "pserv", "worker", "cron", "workflow"].contains(&from.kind);
    let receives =
        ["pserv", "keyvalue", "postgres"].contains(&to.kind) || (to.kind == "web" && !to.free);
    let region = |made: &Made| made.region.unwrap_or("oregon");
    let closed = |scope: usize| scope >= 2 && isolated[scope - 2];
    let separated = from.scope != to.scope && (closed(from.scope) || closed(to.scope));
    sends && receives && region(from) == region(to) && !separated
}

proptest! {
    #[test]
    fn agrees_with_a_plain_evaluation(
        made in prop::collection::vec(made(), 2..9),
        isolated in prop::array::uniform2(any::<bool>()),
    ) {
        let text = blueprint(&made, isolated, &|_| String::new());
        let analysis = Analysis::new(&text);
        let network = analysis.network();
        let all: Vec<Pair> = pairs(analysis.question()).collect();
        prop_assert_eq!(all.len(), made.len() * (made.len() - 1));
        for pair in all {
            let index = |node| network.node(node).name[1..].parse::<usize>().expect("names are r and a number");
            let (from, to) = (&made[index(pair.from)], &made[index(pair.to)]);
            let wanted = if may_connect(from, to, isolated) { Answer::Yes } else { Answer::No };
            prop_assert_eq!(pair.answer, wanted, "{:?} to {:?} in\n{}", from, to, text);
            prop_assert!(!pair.reasons.is_empty());
            if let Some(remedy) = pair.remedy {
                let mended = apply(&text, &remedy.edits).expect("a remedy fits its text");
                let again = Analysis::new(&mended);
                let network_again = again.network();
                let find = |name: &str| {
                    network_again.nodes().find(|(_, node)| node.name == name).map(|(node, _)| node).expect("still there")
                };
                let (from, to) = (find(&network.node(pair.from).name), find(&network.node(pair.to).name));
                let answer = blueprint_lens_core::reach::pair(again.question(), from, to).answer;
                prop_assert_eq!(answer, Answer::Yes, "{} does not help in\n{}", remedy.title, text);
            }
        }
    }
}

/// Who is reached first in how many steps, by trying every walk of every length: the slow way.
fn by_walks(count: usize, start: usize, joined: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut at: Vec<bool> = (0..count).map(|index| index == start).collect();
    let mut first: Vec<Option<usize>> = at.iter().map(|here| here.then_some(0)).collect();
    for length in 1..=count {
        at = (0..count).map(|to| (0..count).any(|from| at[from] && joined(from, to))).collect();
        for (index, here) in at.iter().enumerate() {
            if *here && first[index].is_none() {
                first[index] = Some(length);
            }
        }
    }
    let longest = first.iter().flatten().copied().max().unwrap_or_default();
    let of = |length| (0..count).filter(|index| first[*index] == Some(length)).collect();
    (1..=longest).map(of).collect()
}

proptest! {
    #[test]
    fn several_hops_agree_with_trying_every_walk(
        made in prop::collection::vec(made(), 2..9),
        isolated in prop::array::uniform2(any::<bool>()),
    ) {
        let text = blueprint(&made, isolated, &|_| String::new());
        let analysis = Analysis::new(&text);
        let network = analysis.network();
        let index = |node| network.node(node).name[1..].parse::<usize>().expect("names are r and a number");
        for (node, data) in network.nodes().filter(|(_, node)| node.is_declared()) {
            let mut found: Vec<Vec<usize>> = hops(analysis.question(), node, Along::Possible)
                .iter()
                .map(|level| level.iter().map(|node| index(*node)).collect())
                .collect();
            for level in &mut found {
                level.sort_unstable();
            }
            let wanted = by_walks(made.len(), index(node), |from, to| {
                from != to && may_connect(&made[from], &made[to], isolated)
            });
            prop_assert_eq!(found, wanted, "from {} in\n{}", data.name, text);
        }
        let all: Vec<Pair> = pairs(analysis.question()).collect();
        let counted: usize = count_statuses(all.iter().map(Pair::wiring_status)).iter().map(|(_, count)| count).sum();
        prop_assert_eq!(counted, all.len());
    }

    #[test]
    fn wired_hops_and_their_reverse_agree_with_trying_every_walk(
        wires in prop::collection::vec((0..7usize, 0..7usize), 0..14),
    ) {
        let mut text = String::from("services:\n");
        for from in 0..7 {
            text.push_str(&format!("  - type: pserv\n    name: r{from}\n    runtime: node\n    envVars:\n      - {{key: A, value: a}}\n"));
            for (at, (_, to)) in wires.iter().enumerate().filter(|(_, (wire, _))| *wire == from) {
                text.push_str(&format!(
                    "      - {{key: V{at}, fromService: {{type: pserv, name: r{to}, property: hostport}}}}\n"
                ));
            }
        }
        let analysis = Analysis::new(&text);
        let network = analysis.network();
        let numbers = |levels: Vec<Vec<_>>| -> Vec<Vec<usize>> {
            let number = |node: &_| network.node(*node).name[1..].parse().expect("names are r and a number");
            levels.iter().map(|level| level.iter().map(number).collect()).collect()
        };
        for (node, data) in network.nodes().filter(|(_, node)| node.is_declared()) {
            let start: usize = data.name[1..].parse().expect("names are r and a number");
            let joined = |from: usize, to: usize| wires.contains(&(from, to)) && from != to;
            prop_assert_eq!(
                numbers(hops(analysis.question(), node, Along::Wired)),
                by_walks(7, start, joined)
            );
            prop_assert_eq!(
                numbers(dependents(network, node)),
                by_walks(7, start, |from, to| joined(to, from))
            );
        }
    }
}

#[test]
fn the_internet_comes_in_by_the_doors() {
    let analysis = Analysis::new(PAGE);
    let network = analysis.network();
    let internet = network.find("internet").unwrap();
    let ids = |levels: Vec<Vec<_>>| -> Vec<Vec<&str>> {
        let id = |node: &_| network.node(*node).id.as_str();
        levels.iter().map(|level| level.iter().map(id).collect()).collect()
    };
    assert_eq!(
        ids(hops(analysis.question(), internet, Along::Wired)),
        [vec!["web:api", "static:pages"], vec!["pserv:auth", "unknown:gone"], vec!["postgres:db"]]
    );
    assert_eq!(
        ids(hops(analysis.question(), internet, Along::Possible)),
        [vec!["web:api", "static:pages"], vec!["pserv:auth", "postgres:db"]]
    );
    let database = network.find("postgres:db").unwrap();
    assert_eq!(ids(dependents(network, database)), [["pserv:auth"], ["web:api"]]);
    let far = network.find("pserv:far").unwrap();
    assert!(dependents(network, far).is_empty(), "what is blocked cannot break");
}

const PAGE: &str = "
services:
  - type: web
    name: api
    runtime: node
    envVars:
      - key: AUTH
        fromService: {type: pserv, name: auth, property: hostport}
      - key: FAR
        fromService: {type: pserv, name: far, property: hostport}
      - key: GONE
        fromService: {type: pserv, name: gone, property: hostport}
  - type: pserv
    name: auth
    runtime: node
    envVars:
      - key: DB
        fromDatabase: {name: db, property: connectionString}
  - type: pserv
    name: far
    runtime: node
    region: frankfurt
  - type: web
    name: pages
    runtime: static
databases:
  - name: db
    ipAllowList: []
";

#[test]
fn wiring_against_reachability() {
    let analysis = Analysis::new(PAGE);
    let network = analysis.network();
    let standing = |from: &str, to: &str| {
        let (from, to) = (network.find(from).unwrap(), network.find(to).unwrap());
        pair(analysis.question(), from, to).wiring_status()
    };
    assert_eq!(standing("web:api", "pserv:auth"), WiringStatus::WiredReachable);
    assert_eq!(standing("web:api", "pserv:far"), WiringStatus::WiredUnreachable);
    assert_eq!(standing("web:api", "unknown:gone"), WiringStatus::WiredUnknown);
    assert_eq!(standing("web:api", "postgres:db"), WiringStatus::OnlyReachable);
    assert_eq!(standing("static:pages", "postgres:db"), WiringStatus::Apart);
}

#[test]
fn what_stands_behind_a_door() {
    let analysis = Analysis::new(PAGE);
    let network = analysis.network();
    let entry_points: Vec<(String, Vec<String>)> = entry_points(analysis.question())
        .into_iter()
        .map(|entry_point| {
            let id = |node| network.node(node).id.clone();
            let behind = hops(analysis.question(), entry_point.node, Along::Wired).concat();
            (id(entry_point.node), behind.into_iter().map(id).collect())
        })
        .collect();
    let wanted = [
        (
            "web:api".to_owned(),
            vec!["pserv:auth".to_owned(), "unknown:gone".to_owned(), "postgres:db".to_owned()],
        ),
        ("static:pages".to_owned(), vec![]),
    ];
    assert_eq!(entry_points, wanted);
}

#[test]
fn reasons_say_where() {
    let analysis = Analysis::new(PAGE);
    let network = analysis.network();
    let (from, to) = (network.find("web:api").unwrap(), network.find("pserv:far").unwrap());
    let pair = pair(analysis.question(), from, to);
    let shown: Vec<(&str, Vec<&str>)> = pair
        .reasons
        .iter()
        .map(|reason| {
            (reason.reason.id(), reason.spans.iter().map(|span| span.slice(PAGE)).collect())
        })
        .collect();
    assert_eq!(shown, [("different-region", vec!["api", "frankfurt"])]);
    assert_eq!(pair.remedy.unwrap().title, "move `api` to frankfurt");
}

/// A worker that becomes a private service is no worker any more in the references that say so; where the word is that of
/// something else, too, there is no remedy.
#[test]
fn a_remedy_that_changes_a_type_changes_it_wherever_it_is_said() {
    let caller = "  - {type: web, name: api, runtime: node, plan: starter, envVars: [{key: A, fromService: {type: worker, name: mail, property: host}}]}\n";
    let other = "  - {type: cron, name: night, runtime: node, envVars: [{key: B, fromService: {type: worker, name: mail, property: host}}]}\n";
    let text =
        format!("services:\n{caller}{other}  - {{type: worker, name: mail, runtime: node}}\n");
    let remedy = |text: &str| {
        let analysis = Analysis::new(text);
        let node = |id| analysis.network().find(id).expect("it is there");
        pair(analysis.question(), node("web:api"), node("worker:mail")).remedy
    };
    let found = remedy(&text).expect("there is one");
    let mended = apply(&text, &found.edits).expect("it fits");
    assert_eq!(mended, text.replace("worker", "pserv"));
    let wrong = |text: &str| {
        let analysis = Analysis::new(text);
        analysis.diagnostics().iter().any(|found| found.rule == "wrong-reference-type")
    };
    assert!(!wrong(&mended), "{mended}");

    let environment = |name: &str, vars: &str| {
        format!(
            "      - name: {name}\n        services:\n          - {{type: worker, name: mail, runtime: node}}\n          - {{type: web, name: api, runtime: node, plan: starter, envVars: {vars}}}\n"
        )
    };
    let vars = "[{key: A, fromService: {type: worker, name: mail, property: host}}]";
    let project = |first: &str, second: &str| {
        let both = environment("one", first) + &environment("two", second);
        format!("projects:\n  - name: p\n    environments:\n{both}")
    };
    assert!(remedy(&project(vars, vars)).is_some(), "each has its own word");
    let shared = remedy(&project(&format!("&v {vars}"), "*v"));
    assert_eq!(shared, None, "one word is the type of two services");

    let many: String = (0..20).map(|at| other.replace("night", &format!("night-{at}"))).collect();
    assert_eq!(remedy(&(text + &many)), None, "it would be said anew for each of many callers");
}
