//! Several files as one workspace: names mean what any of them declares, and a file that has nothing to do with another
//! one reads as if it stood alone.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use blueprint_lens_core::analysis::{Analysis, Options, SourceText};
use blueprint_lens_core::diagnostics::Diagnostic;
use blueprint_lens_core::diff::{diff, picture};
use blueprint_lens_core::graph::{Answer, EdgeClass, Verdict};
use blueprint_lens_core::layout::{layout, verify};
use blueprint_lens_core::reach::{pair, resolve_name};
use blueprint_lens_core::scene::{Room, SceneNode, View, ViewFilter, layout_input};
use blueprint_lens_core::text::{Decoded, FileId, apply, decode};
use blueprint_lens_core::what_if::{choices, what_if};

use crate::real::blueprints;

fn together(files: &[(&str, &str)]) -> Analysis {
    let source = |(path, text): &(&str, &str)| {
        let decoded = Decoded { text: (*text).to_owned(), invalid: Vec::new() };
        SourceText::new((*path).to_owned(), decoded)
    };
    Analysis::together(files.iter().map(source).collect(), Options::default())
}

fn rules(analysis: &Analysis, file: usize) -> Vec<&'static str> {
    analysis.file(FileId(file)).diagnostics.iter().map(|found| found.rule).collect()
}

fn ids(analysis: &Analysis) -> Vec<&str> {
    analysis.network().nodes().map(|(_, node)| node.id.as_str()).collect()
}

const DATA: &str = "\
services:
  - type: pserv
    name: search
    runtime: node
    plan: starter
    buildCommand: npm ci
    startCommand: node search.js
  - type: keyvalue
    name: cache
    plan: starter
    maxmemoryPolicy: allkeys-lru
    ipAllowList: []
databases:
  - name: orders
    plan: basic-1gb
    ipAllowList: []
envVarGroups:
  - name: shared
    envVars:
      - key: LOG_LEVEL
        value: info
";

const JOBS: &str = "\
services:
  - type: worker
    name: mail
    runtime: node
    plan: starter
    buildCommand: npm ci
    startCommand: node mail.js
    envVars:
      - fromGroup: shared
      - key: DATABASE_URL
        fromDatabase: {name: orders, property: connectionString}
      - key: SEARCH
        fromService: {name: search, type: pserv, property: hostport}
      - key: CACHE
        fromService: {name: cache, type: keyvalue, property: connectionString}
";

#[test]
fn a_correct_workspace_stays_silent() {
    let analysis = together(&[("data/render.yaml", DATA), ("jobs/render.yaml", JOBS)]);
    for (file, source) in analysis.files().iter() {
        let view = analysis.file(file);
        assert!(view.diagnostics.is_empty(), "{}: {:?}", source.path, view.diagnostics);
    }
    let alone = Analysis::new(JOBS);
    assert!(alone.diagnostics().iter().any(|found| found.rule == "dangling-reference"));
}

#[test]
fn the_lane_of_each_file_is_a_box_of_its_own() {
    let analysis = together(&[("data.yaml", DATA), ("jobs.yaml", JOBS)]);
    let view = |folded: &str| {
        let folded = Some([folded.to_owned()].into());
        let filter = ViewFilter { folded, ..ViewFilter::default() };
        let (part, scene) = analysis.subgraph(&filter, View::default()).unwrap();
        let frames: Vec<&str> = scene.frames.iter().map(|frame| frame.path.as_str()).collect();
        assert_eq!(frames, ["data.yaml", "jobs.yaml"], "a box stands in the frame of its file");
        let lanes: Vec<String> = scene.lanes.iter().map(|lane| lane.id.clone()).collect();
        let ids = part.network.nodes().map(|(_, node)| node.id.clone());
        let ids = ids.filter(|id| id != "internet");
        (ids.collect::<Vec<String>>(), lanes)
    };
    let lanes = ["region:oregon", "region:oregon@jobs.yaml"].map(str::to_owned);
    let (nodes, drawn) = view(&lanes[1]);
    assert_eq!(nodes, ["pserv:search", "keyvalue:cache", "postgres:orders", lanes[1].as_str()]);
    assert_eq!(drawn, lanes, "a box stands in the lane that it stands for");
    let (nodes, drawn) = view(&lanes[0]);
    assert_eq!(nodes, [lanes[0].as_str(), "worker:mail"]);
    assert_eq!(drawn, lanes);
}

#[test]
fn resources_alike_are_a_box_in_each_file() {
    let workers = |file: &str| {
        let worker =
            |at: usize| format!("  - {{type: worker, name: {file}-{at}, runtime: node}}\n");
        (0..25).map(worker).fold("services:\n".to_owned(), |text, one| text + &one)
    };
    let (one, two) = (workers("one"), workers("two"));
    let analysis = together(&[("one.yaml", &one), ("two.yaml", &two)]);
    let (part, scene) = analysis.subgraph(&ViewFilter::default(), View::default()).unwrap();
    let ids = part.network.nodes().map(|(_, node)| node.id.as_str());
    let boxes: Vec<&str> = ids.filter(|id| *id != "internet").collect();
    assert_eq!(boxes, ["alike:wiring:worker:one-0", "alike:wiring:worker:two-0"]);
    for (frame, node) in scene.frames.iter().zip(&scene.nodes) {
        assert!(frame.rect.contains(node.rect), "{} in {}", node.id, frame.path);
    }
    assert_eq!(scene.frames.len(), 2);
}

#[test]
fn what_is_gone_with_its_file_is_drawn_in_the_frame_of_that_file() {
    let service =
        |name: &str| format!("services: [{{type: pserv, name: {name}, runtime: node}}]\n");
    let nested = "projects: [{name: p, environments: [{name: e, services: [{type: pserv, name: d, runtime: node}]}]}]\n";
    let (a, b, c) = (service("a"), service("b"), service("c"));
    let base = together(&[("a.yaml", &a), ("b.yaml", &b), ("c.yaml", &c), ("d.yaml", nested)]);
    let frames = |head: &Analysis| {
        let scene = picture(&base, head, &diff(&base, head), Room::default());
        let lanes: BTreeSet<&str> = scene.lanes.iter().map(|lane| lane.id.as_str()).collect();
        assert_eq!(lanes.len(), scene.lanes.len(), "every lane has an id of its own");
        let around = |node: &&SceneNode| {
            let frames = scene.frames.iter().filter(|frame| frame.rect.contains(node.rect));
            (node.name.clone(), frames.map(|frame| frame.path.clone()).collect::<String>())
        };
        let declared = scene.nodes.iter().filter(|node| node.declared);
        let mut out: Vec<_> = declared.map(|node| around(&node)).collect();
        out.sort_unstable();
        out
    };
    let placed = |paths: [&str; 4]| -> Vec<(String, String)> {
        ["a", "b", "c", "d"].map(str::to_owned).into_iter().zip(paths.map(str::to_owned)).collect()
    };
    let of_their_own = placed(["a.yaml", "b.yaml", "c.yaml", "d.yaml"]);
    assert_eq!(frames(&together(&[("a.yaml", &a), ("b.yaml", &b)])), of_their_own);
    assert_eq!(frames(&together(&[("b.yaml", &b), ("c.yaml", &c)])), of_their_own);
    assert_eq!(frames(&together(&[("b.yaml", &b)])), placed([""; 4]), "one file has no frame");
}

#[test]
fn a_what_if_question_keeps_the_files_apart() {
    let analysis = together(&[("data.yaml", DATA), ("jobs.yaml", JOBS)]);
    let mail = analysis.network().find("worker:mail").unwrap();
    let asked = choices(&analysis, mail);
    let answers: Vec<_> = asked
        .iter()
        .filter_map(|change| what_if(&analysis, std::slice::from_ref(change)).ok())
        .collect();
    assert!(answers.len() > 3, "{asked:?}");
    for answer in answers {
        let after = &answer.analysis;
        assert_eq!(after.files().count(), 2, "{}", answer.title);
        assert_eq!(after.source(FileId(0)).text, DATA, "{}", answer.title);
        assert_ne!(after.source(FileId(1)).text, JOBS, "{}", answer.title);
        assert_eq!(after.text(), apply(analysis.text(), &answer.edits).unwrap());
    }
}

#[test]
fn references_and_addresses_cross_files() {
    let analysis = together(&[("jobs.yaml", JOBS), ("data.yaml", DATA)]);
    let network = analysis.network();
    let mail = network.find("worker:mail").unwrap();
    let mut targets: Vec<&str> = network
        .outgoing(mail)
        .map(|(edge, to)| {
            assert_eq!(network.edge(edge).verdict, Verdict::Ok);
            assert_eq!(network.edge(edge).class, EdgeClass::Private);
            network.node(to).id.as_str()
        })
        .collect();
    targets.sort_unstable();
    assert_eq!(targets, ["keyvalue:cache", "postgres:orders", "pserv:search"]);
    let summary = analysis.file(FileId(0)).summary;
    assert_eq!((summary.resources, summary.edges), (1, 3));
    assert_eq!(analysis.file(FileId(1)).summary.edges, 0);
    assert_eq!(analysis.summary().resources, 4);
}

#[test]
fn the_rules_of_the_network_hold_between_files() {
    let data = DATA.replace("  - name: orders\n", "  - name: orders\n    region: frankfurt\n");
    let analysis = together(&[("data.yaml", &data), ("jobs.yaml", JOBS)]);
    let jobs = analysis.file(FileId(1));
    let found = jobs.diagnostics.iter().find(|one| one.rule == "cross-region-reference").unwrap();
    assert_eq!(found.span.slice(JOBS), "orders");
    let other = found.related.iter().find(|related| related.file.is_some()).unwrap();
    assert_eq!(other.file, Some(FileId(0)));
    assert!(data[..other.span.start()].contains("databases:"), "{other:?}");
    for fix in &found.fixes {
        apply(JOBS, &fix.edits).expect("a fix is one of its own file");
    }
}

#[test]
fn a_name_means_what_its_own_file_declares() {
    let near = JOBS.replace("name: mail", "name: other") + "databases:\n  - name: orders\n";
    let analysis = together(&[("data.yaml", DATA), ("jobs.yaml", &near)]);
    let network = analysis.network();
    let worker = network.find("worker:other").unwrap();
    let to: Vec<&str> =
        network.outgoing(worker).map(|(_, to)| network.node(to).id.as_str()).collect();
    assert!(to.contains(&"postgres:orders@root@jobs.yaml"), "{to:?}");
    assert!(!to.contains(&"postgres:orders"), "{to:?}");
    assert_eq!(
        rules(&analysis, 1).iter().filter(|rule| **rule == "declared-in-two-files").count(),
        1
    );
    assert!(!rules(&analysis, 1).contains(&"duplicate-name"));
}

#[test]
fn equal_ids_name_their_file_behind_the_scope() {
    let text =
        "services:\n  - {type: web, name: a, runtime: node}\n  - {type: web, runtime: node}\n";
    let nested = "projects:\n  - name: p\n    environments:\n      - name: e\n        services:\n          - {type: web, name: a, runtime: node}\n";
    let analysis = together(&[("x.yaml", text), ("sub dir/y.yaml", text), ("z.yaml", nested)]);
    let nodes = ids(&analysis);
    assert_eq!(
        nodes[..5],
        [
            "web:a",
            "web:?3",
            "web:a@root@sub%20dir/y.yaml",
            "web:?3@root@sub%20dir/y.yaml",
            "web:a@p/e@z.yaml",
        ]
    );
}

#[test]
fn one_environment_in_two_files_is_one_place() {
    let part = |services: &str, isolation: &str| {
        format!(
            "projects:\n  - name: shop\n    environments:\n      - name: production\n{isolation}        services:\n{services}"
        )
    };
    let api = "          - type: pserv\n            name: api\n            runtime: node\n";
    let web = "          - type: web\n            name: site\n            runtime: node\n            envVars:\n              - key: API\n                fromService: {name: api, type: pserv, property: hostport}\n";
    let isolated = "        networking: {isolation: enabled}\n";
    let (one, two) = (part(api, isolated), part(web, ""));
    let analysis = together(&[("api.yaml", &one), ("site.yaml", &two)]);
    let question = analysis.question();
    let (from, to) = (
        resolve_name(question, None, "site").unwrap(),
        resolve_name(question, None, "api").unwrap(),
    );
    assert_eq!(pair(question, from, to).answer, Answer::Yes, "both are inside");
    assert!(!rules(&analysis, 1).contains(&"crosses-isolation"));

    let outside = "services:\n  - type: web\n    name: site\n    runtime: node\n    envVars:\n      - key: API\n        fromService: {name: api, type: pserv, property: hostport}\n";
    let analysis = together(&[("api.yaml", &one), ("site.yaml", outside)]);
    assert!(rules(&analysis, 1).contains(&"crosses-isolation"), "{:?}", rules(&analysis, 1));

    let open = part(web, "        networking: {isolation: disabled}\n");
    let analysis = together(&[("api.yaml", &one), ("site.yaml", &open), ("out.yaml", outside)]);
    let question = analysis.question();
    let out = resolve_name(question, Some(FileId(2)), "site").unwrap();
    let api = resolve_name(question, None, "api").unwrap();
    assert_eq!(pair(question, out, api).answer, Answer::Unknown, "the files contradict each other");
}

#[test]
fn an_assertion_means_its_own_file_first() {
    let with = |claim: &str| {
        format!(
            "# blueprint-lens: assert {claim}\n{JOBS}  - type: pserv\n    name: search\n    runtime: node\n    region: ohio\n"
        )
    };
    let other = with("mail -/> search reachable");
    let analysis = together(&[("data.yaml", DATA), ("jobs.yaml", &other)]);
    let of_comments = ["broken-assertion", "unclear-assertion"];
    assert!(!rules(&analysis, 1).iter().any(|rule| of_comments.contains(rule)));
    let other = with("mail -> orders reachable");
    let analysis = together(&[("data.yaml", DATA), ("jobs.yaml", &other)]);
    assert!(!rules(&analysis, 1).iter().any(|rule| of_comments.contains(rule)));
    let other = with("mail -/> pserv:search reachable");
    let analysis = together(&[("data.yaml", DATA), ("jobs.yaml", &other)]);
    assert!(!rules(&analysis, 1).iter().any(|rule| of_comments.contains(rule)));
}

/// What a finding says, but for the ids of the picture.
fn said(found: &Diagnostic) -> String {
    let mut out = format!(
        "{} {} {} {} {:?} {}",
        found.rule,
        found.severity.id(),
        found.message,
        found.help,
        found.span,
        found.path
    );
    for related in &found.related {
        let _ = write!(out, "\n  {:?} {:?} {}", related.file, related.span, related.message);
    }
    for fix in &found.fixes {
        let _ = write!(out, "\n  {} {} {:?}", fix.title, fix.safety.id(), fix.edits);
    }
    out
}

/// A file that shares no name with any other, with every sort of thing in it and another line break.
const STRANGER: &str = "# blueprint-lens: allow(open-database)\r\nprevious: &zzz 1\r\nservices:\r\n  - type: web\r\n    name: zqx-stranger-web\r\n    runtime: node\r\n    region: singapore\r\n    envVars:\r\n      - key: ZQX\r\n        sync: false\r\nprojects:\r\n  - name: zqx-project\r\n    environments:\r\n      - name: zqx-environment\r\n        databases:\r\n          - {name: zqx-data, plan: free}\r\nenvVarGroups:\r\n  - {name: zqx-group, envVars: [{key: Q, value: 1}]}\r\nbuildSources: [{name: zqx-source}]";

#[test]
fn a_stranger_changes_nothing() {
    let Some(files) = blueprints() else { return };
    let mut failures = String::new();
    let mut compared = 0;
    for (name, bytes) in &files {
        let text = &decode(bytes).text;
        let alone = Analysis::new(text);
        let expected: Vec<String> = alone.diagnostics().iter().map(said).collect();
        let first = together(&[("a.yaml", text), ("zqx.yaml", STRANGER)]);
        let last = together(&[("zqx.yaml", STRANGER), ("a.yaml", text)]);
        for (place, analysis, file) in [("first", first, 0), ("last", last, 1)] {
            let found: Vec<String> =
                analysis.file(FileId(file)).diagnostics.iter().map(said).collect();
            compared += found.len();
            for one in expected.iter().filter(|one| !found.contains(one)) {
                let _ = writeln!(failures, "{name} {place}: - {one}");
            }
            for one in found.iter().filter(|one| !expected.contains(one)) {
                let _ = writeln!(failures, "{name} {place}: + {one}");
            }
            assert_eq!(analysis.file(FileId(file)).summary.edges, alone.summary().edges, "{name}");
        }
    }
    assert!(failures.is_empty(), "{}", &failures[..failures.len().min(6000)]);
    assert!(compared > 3000, "only {compared} findings were compared");
}

#[test]
fn pictures_of_several_real_files_keep_what_the_layout_promises() {
    let Some(files) = blueprints() else { return };
    let mut framed = 0;
    for several in files.chunks(3).take(12) {
        let texts: Vec<(&str, String)> =
            several.iter().map(|(name, bytes)| (name.as_str(), decode(bytes).text)).collect();
        let borrowed: Vec<(&str, &str)> =
            texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let analysis = together(&borrowed);
        let (blueprint, network) = (analysis.blueprint(), analysis.network());
        let input = layout_input(blueprint, network, analysis.diagnostics(), Room::default());
        let broken = verify(&input, &layout(&input));
        assert!(broken.is_empty(), "{:?}: {broken:#?}", several.iter().map(|(name, _)| name));
        let scene = analysis.scene();
        framed += scene.frames.len();
        let lanes: BTreeSet<&str> = scene.lanes.iter().map(|lane| lane.id.as_str()).collect();
        assert_eq!(lanes.len(), scene.lanes.len(), "every lane has an id of its own");
        let nodes: BTreeSet<&str> = scene.nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(nodes.len(), scene.nodes.len(), "every node has an id of its own");
    }
    assert!(framed > 20, "only {framed} frames");
}
