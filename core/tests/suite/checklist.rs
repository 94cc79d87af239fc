//! The debug list of a connection, item by item, and closing entry points.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::Exposure;
use blueprint_lens_core::reach::{Outcome, checklist, close, entry_points, pair};
use blueprint_lens_core::text::apply;

const PAGE: &str = "
services:
  - type: web
    name: api
    runtime: node
    envVars:
      - {key: AUTH, fromService: {type: pserv, name: auth, property: hostport}}
      - {key: AUTH_HOST, fromService: {type: pserv, name: auth, property: host}}
      - {key: PLAIN_HOST, fromService: {type: pserv, name: plain, property: host}}
      - {key: DB_HOST, fromDatabase: {name: db, property: host}}
      - {key: JOBS_URL, fromService: {type: worker, name: jobs, property: hostport}}
      - {key: BY_HAND, value: 'http://hand-ab1c:3000'}
      - {key: WRONG_PORT, value: 'http://auth-ab1c:9999'}
      - {key: DETOUR_URL, value: 'https://shop.onrender.com'}
      - {key: GONE, fromService: {type: pserv, name: gone, property: hostport}}
  - type: pserv
    name: auth
    runtime: node
    envVars:
      - {key: PORT, value: 4000}
  - {type: pserv, name: plain, runtime: node}
  - {type: pserv, name: hand, runtime: node}
  - {type: worker, name: jobs, runtime: node}
  - {type: web, name: shop, runtime: node}
databases:
  - name: db
";

/// Outcomes and texts of one pair: `Right port? wrong: …`.
fn list(from: &str, to: &str) -> Vec<String> {
    let analysis = Analysis::new(PAGE);
    let find = |id: &str| analysis.network().find(id).expect("the id is declared");
    let question = analysis.question();
    checklist(question, &pair(question, find(from), find(to)))
        .checks
        .iter()
        .map(|check| format!("{} {}: {}", check.question, check.outcome.id(), check.text))
        .collect()
}

fn holds(list: &[String], start: &str) {
    assert!(list.iter().any(|line| line.starts_with(start)), "{start} is not in {list:#?}");
}

#[test]
fn references_carry_the_address_and_mostly_the_port() {
    let auth = list("web:api", "pserv:auth");
    holds(&auth, "Right address? ok: `AUTH` gets the internal address");
    holds(&auth, "Right port? ok: `AUTH` includes the port");
    holds(&auth, "Right port? ok: `AUTH_HOST` holds only the host: add port 4000");
    holds(&auth, "Right port? wrong: `WRONG_PORT` has port 9999, but `auth` listens on 4000");
    holds(&auth, "Right address? look: `WRONG_PORT` holds an address written by hand");
    holds(&auth, "A callee that can receive? ok");
    holds(&auth, "The same region? ok: both are in oregon");
    let plain = list("web:api", "pserv:plain");
    holds(
        &plain,
        "Right port? look: `PLAIN_HOST` holds only the host; the file states no port for `plain`; it is 10000",
    );
    holds(
        &list("web:api", "postgres:db"),
        "Right port? ok: `DB_HOST` holds only the host: the port is always 5432",
    );
}

#[test]
fn wrong_ways_are_named() {
    holds(
        &list("web:api", "worker:jobs"),
        "A callee that can receive? wrong: `jobs` is a background worker",
    );
    holds(
        &list("web:api", "web:shop"),
        "Right address? wrong: `DETOUR_URL` holds the public address of `shop`",
    );
    holds(&list("web:api", "pserv:hand"), "Right port? look: the file states no port for `hand`");
    holds(
        &list("web:api", "unknown:gone"),
        "A callee that can receive? look: `gone` is not declared in this file",
    );
    let unwired = list("pserv:plain", "pserv:auth");
    holds(
        &unwired,
        "Right address? look: no variable of `plain` refers to `auth`; look in the Connect menu of `auth`",
    );
    assert!(unwired[0].contains("`auth-xxxx:4000`"), "{unwired:?}");
    holds(&list("postgres:db", "web:api"), "A caller that can send? wrong");
}

#[test]
fn a_wrong_item_says_where() {
    let analysis = Analysis::new(PAGE);
    let find = |id: &str| analysis.network().find(id).unwrap();
    let question = analysis.question();
    let list = checklist(question, &pair(question, find("web:api"), find("worker:jobs")));
    let wrong = list.checks.iter().find(|check| check.outcome == Outcome::Wrong).unwrap();
    assert_eq!(wrong.span.unwrap().slice(PAGE), "worker");
    assert_eq!(list.commands, ["render services", "render logs --resources api,jobs --tail"]);
}

#[test]
fn doors_of_every_form_can_be_closed() {
    for database in [
        "  - name: db\n",
        "  - name: db\n    ipAllowList:\n      - source: 0.0.0.0/0\n        description: all # why\n    plan: free\n",
        "  - {name: db, plan: free}\n",
        "  - ipAllowList: [{source: 203.0.113.0/24}]\n    name: db\n",
    ] {
        let text = format!("databases:\n{database}");
        let analysis = Analysis::new(&text);
        let all = entry_points(analysis.question());
        let remedy = close(analysis.question(), all[0].node).unwrap();
        let closed = apply(&text, &remedy.edits).unwrap();
        let again = Analysis::new(&closed);
        let node = again.network().find("postgres:db").unwrap();
        assert_eq!(again.network().node(node).exposure, Exposure::Private, "{closed}");
        assert!(entry_points(again.question()).is_empty());
        assert_eq!(closed.contains("free"), text.contains("free"));
    }
    let web = Analysis::new("services:\n  - {type: web, name: a, runtime: node}\n");
    let entry_point = &entry_points(web.question())[0];
    assert_eq!(
        close(web.question(), entry_point.node),
        None,
        "a web service is there to be called"
    );
}

#[test]
fn a_door_says_by_which_names_and_for_whom_it_is_open() {
    let text = "
services:
  - {type: web, name: a, runtime: node, domains: [a.example.com, b.example.com]}
  - {type: web, name: b, runtime: node, domains: [c.example.com], renderSubdomainPolicy: disabled}
  - {type: web, runtime: static, name: c, ipAllowList: [{source: 203.0.113.0/24}]}
  - {type: keyvalue, name: d, ipAllowList: [{source: 203.0.113.0/24}, {source: 198.51.100.7}]}
";
    let analysis = Analysis::new(text);
    let whys: Vec<String> =
        entry_points(analysis.question()).into_iter().map(|entry_point| entry_point.why).collect();
    assert_eq!(
        whys,
        [
            "it is a web service, which has a public URL and is served at `a.example.com`, `b.example.com`",
            "it is a web service, served at `c.example.com`; its onrender.com URL is disabled",
            "it is a static site, which has a public URL, but its allow list lets only `203.0.113.0/24` in",
            "its allow list lets `203.0.113.0/24`, `198.51.100.7` in",
        ]
    );
}
