//! Who is wired to whom, against a second, plain evaluation: references, addresses written by hand, values that travel
//! from service to service and through groups, the addresses of instances, and routes of static sites.

use std::collections::{BTreeMap, BTreeSet};

use blueprint_lens_core::analysis::Analysis;
use proptest::prelude::*;

use crate::reach::{Made, blueprint, made, may_connect};

/// What a variable or a route is given.
#[derive(Clone, Copy, Debug)]
enum Given {
    /// `property: hostport` of a resource, or the connection string of a database.
    Address(usize),
    /// The user of a database; of anything else, its address.
    User(usize),
    /// The addresses of its instances.
    Instances(usize),
    /// The variable of that number of a service.
    Copy(usize, usize),
    /// An internal address by hand.
    Internal(usize),
    /// A public address by hand.
    Public(usize),
    /// Nothing of the network.
    Word,
}

/// Variables: who has each, under which number, and what it is given.
type Variables = Vec<(usize, usize, Given)>;

const NUMBERS: usize = 3;

fn given(count: usize) -> impl Strategy<Value = Given> {
    (0..8usize, 0..count, 0..NUMBERS).prop_map(|(form, to, number)| match form {
        0 => Given::Address(to),
        1 => Given::User(to),
        2 => Given::Instances(to),
        3 | 4 => Given::Copy(to, number),
        5 => Given::Internal(to),
        6 => Given::Public(to),
        _ => Given::Word,
    })
}

/// Resources, their variables, the variables of one group (addresses by hand only, as groups take no references), and who
/// links it.
fn wired() -> impl Strategy<Value = (Vec<Made>, [bool; 2], Variables, Vec<Given>, Vec<bool>)> {
    prop::collection::vec(made(), 2..8).prop_flat_map(|made| {
        let count = made.len();
        let variable = (0..count, 0..NUMBERS, given(count));
        let by_hand = given(count).prop_map(|given| match given {
            Given::Address(to) | Given::Internal(to) => Given::Internal(to),
            Given::Public(to) | Given::User(to) => Given::Public(to),
            _ => Given::Word,
        });
        (
            Just(made),
            prop::array::uniform2(any::<bool>()),
            prop::collection::vec(variable, 0..12),
            prop::collection::vec(by_hand, NUMBERS),
            prop::collection::vec(any::<bool>(), count),
        )
    })
}

fn has_variables(made: &Made) -> bool {
    !matches!(made.kind, "keyvalue" | "postgres")
}

/// The value of a variable as it is written.
fn written(given: Given, made: &[Made]) -> String {
    let stated = |to: usize| match made[to].kind {
        "static" => "web",
        kind => kind,
    };
    let of_service = |to: usize, what: &str| {
        format!("fromService: {{name: r{to}, type: {}, {what}}}", stated(to))
    };
    match given {
        Given::Address(to) if made[to].kind == "postgres" => {
            format!("fromDatabase: {{name: r{to}, property: connectionString}}")
        }
        Given::User(to) if made[to].kind == "postgres" => {
            format!("fromDatabase: {{name: r{to}, property: user}}")
        }
        Given::Address(to) | Given::User(to) => of_service(to, "property: hostport"),
        Given::Instances(to) => of_service(to, "envVarKey: RENDER_DISCOVERY_SERVICE"),
        Given::Copy(to, number) => of_service(to, &format!("envVarKey: V{number}")),
        Given::Internal(to) => format!("value: 'http://r{to}:8080'"),
        Given::Public(to) => format!("value: 'https://r{to}.onrender.com'"),
        Given::Word => "value: word".to_owned(),
    }
}

/// Everything that there is to evaluate.
struct World<'a> {
    made: &'a [Made],
    isolated: [bool; 2],
    variables: BTreeMap<(usize, usize), Given>,
    group: &'a [Given],
    links: &'a [bool],
}

impl World<'_> {
    /// What a service's variable of that number is given: its own, else the group's.
    fn lookup(&self, owner: usize, number: usize) -> Option<Given> {
        let own = self.variables.get(&(owner, number)).copied();
        own.or_else(|| self.links[owner].then(|| self.group[number]))
            .filter(|_| has_variables(&self.made[owner]))
    }

    /// The edges that one variable of `from` makes, as `from>to class verdict`.
    fn edges_of(&self, from: usize, given: Given) -> Vec<String> {
        let mut out = Vec::new();
        let mut add = |to: usize, class: &str, verdict: &str| {
            if from != to {
                out.push(format!("r{from}>r{to} {class} {verdict}"));
            }
        };
        let private = |to: usize| {
            let open = may_connect(&self.made[from], &self.made[to], self.isolated);
            if open { "ok" } else { "blocked" }
        };
        match given {
            Given::User(to) if self.made[to].kind == "postgres" => add(to, "config", "ok"),
            Given::Address(to) | Given::User(to) | Given::Instances(to) | Given::Internal(to) => {
                add(to, "private", private(to));
            }
            Given::Public(to) if has_variables(&self.made[to]) => {
                add(to, "public", self.public(from, to));
            }
            Given::Public(_) | Given::Word => {}
            Given::Copy(to, number) => {
                add(to, "config", "ok");
                // Walk as long as it is copied, but no further than there are variables.
                let mut at = (to, number);
                for _ in 0..=self.made.len() * NUMBERS {
                    match self.lookup(at.0, at.1) {
                        Some(Given::Copy(next, number)) => at = (next, number),
                        Some(last) => {
                            let far = self.edges_of(from, last);
                            out.extend(far.into_iter().filter(|edge| !edge.contains(" config ")));
                            break;
                        }
                        None => break,
                    }
                }
            }
        }
        out
    }

    fn public(&self, from: usize, to: usize) -> &'static str {
        let (from, to) = (self.made[from].kind, self.made[to].kind);
        let sends = ["web", "pserv", "worker", "cron", "workflow"].contains(&from);
        if sends && ["web", "pserv"].contains(&to) {
            "detour"
        } else if ["pserv", "worker", "cron", "workflow"].contains(&to) {
            "unknown"
        } else {
            "ok"
        }
    }

    /// Every edge.
    fn edges(&self) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        for ((owner, _), given) in &self.variables {
            out.extend(self.edges_of(*owner, *given));
        }
        for owner in (0..self.made.len()).filter(|owner| self.links[*owner]) {
            // A service's own variable wins over a group's.
            let is_own = |number: usize| self.variables.contains_key(&(owner, number));
            let group = self.group.iter().enumerate().filter(|(number, _)| !is_own(*number));
            for (_, given) in group.filter(|_| has_variables(&self.made[owner])) {
                out.extend(self.edges_of(owner, *given));
            }
        }
        out
    }
}

/// Every edge between declared resources, as the engine sees it.
fn found(analysis: &Analysis) -> BTreeSet<String> {
    let network = analysis.network();
    let declared = network.edges().filter(|(_, from, to, _)| {
        network.node(*from).is_declared() && network.node(*to).is_declared()
    });
    let edge = declared.map(|(_, from, to, edge)| {
        let (from, to) = (&network.node(from).name, &network.node(to).name);
        format!("{from}>{to} {} {}", edge.class.id(), edge.verdict.id())
    });
    edge.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn variables_that_travel_agree_with_a_plain_evaluation(
        (made, isolated, variables, group, links) in wired(),
    ) {
        let mut kept = BTreeMap::new();
        for (owner, number, given) in variables {
            if has_variables(&made[owner]) {
                kept.entry((owner, number)).or_insert(given);
            }
        }
        let world = World { made: &made, isolated, variables: kept, group: &group, links: &links };
        let more = |owner: usize| {
            if !has_variables(&made[owner]) {
                return String::new();
            }
            let own = world.variables.range((owner, 0)..(owner + 1, 0));
            let mut entries: Vec<String> = own
                .map(|((_, number), given)| format!("{{key: V{number}, {}}}", written(*given, &made)))
                .collect();
            if links[owner] {
                entries.push("{fromGroup: shared}".to_owned());
            }
            format!(", envVars: [{}]", entries.join(", "))
        };
        let group: Vec<String> = group
            .iter()
            .enumerate()
            .map(|(number, given)| format!("{{key: V{number}, {}}}", written(*given, &made)))
            .collect();
        let groups = format!("envVarGroups: [{{name: shared, envVars: [{}]}}]\n", group.join(", "));
        let text = blueprint(&made, isolated, &more) + &groups;
        prop_assert_eq!(found(&Analysis::new(&text)), world.edges(), "in\n{}", text);
    }

    #[test]
    fn routes_agree_with_a_plain_evaluation(
        made in prop::collection::vec(made(), 2..8),
        isolated in prop::array::uniform2(any::<bool>()),
        routes in prop::collection::vec((0..8usize, 0..8usize, any::<bool>()), 0..10),
    ) {
        let count = made.len();
        let routes: Vec<_> = routes
            .into_iter()
            .map(|(from, to, public)| (from % count, to % count, public))
            .filter(|(from, ..)| made[*from].kind == "static")
            .collect();
        let more = |site: usize| {
            let own = routes.iter().filter(|(from, ..)| *from == site);
            let entries: Vec<String> = own
                .map(|(_, to, public)| {
                    let url = if *public { format!("https://r{to}.onrender.com/*") } else { format!("http://r{to}:10000/*") };
                    format!("{{type: rewrite, source: /to-{to}/*, destination: '{url}'}}")
                })
                .collect();
            if made[site].kind == "static" { format!(", routes: [{}]", entries.join(", ")) } else { String::new() }
        };
        let text = blueprint(&made, isolated, &more);
        let mut wanted = BTreeSet::new();
        for (from, to, public) in routes.iter().filter(|(from, to, _)| from != to) {
            match (*public, made[*to].kind) {
                (true, "keyvalue" | "postgres") => {}
                (true, "web" | "static") => drop(wanted.insert(format!("r{from}>r{to} public ok"))),
                (true, _) => drop(wanted.insert(format!("r{from}>r{to} public unknown"))),
                (false, _) => drop(wanted.insert(format!("r{from}>r{to} private blocked"))),
            }
        }
        prop_assert_eq!(found(&Analysis::new(&text)), wanted, "in\n{}", text);
    }
}
