//! What-if: every change is in effect in the text that its edits make, and the difference tells it.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::{EntryPointMove, diff};
use blueprint_lens_core::graph::{Answer, Exposure, NodeRef};
use blueprint_lens_core::platform::{Kind, Region};
use blueprint_lens_core::text::apply;
use blueprint_lens_core::what_if::{Change, Refusal, choices, effect, what_if};

const PAGE: &str = "
services:
  - type: web
    name: api # the front
    runtime: node
    envVars:
      - key: FAR
        fromService: {type: pserv, name: far, property: hostport}
  - {type: pserv, name: far, runtime: node, region: frankfurt}
  - type: worker
    name: jobs
    runtime: node
projects:
  - name: shop
    environments:
      - name: production
        services:
          - {type: web, name: shop, runtime: node, plan: free}
databases:
  - name: db
    ipAllowList: # everybody
      - source: 0.0.0.0/0
";

fn node(analysis: &Analysis, id: &str) -> NodeRef {
    analysis.network().find(id).unwrap_or_else(|| panic!("{id} is not declared"))
}

#[test]
fn moving_a_caller_gains_reach_and_solves_findings() {
    let analysis = Analysis::new(PAGE);
    let answer =
        what_if(&analysis, &[Change::Region(node(&analysis, "web:api"), Region::Frankfurt)])
            .expect("a region can be written");
    assert_eq!(answer.title, "move `api` to frankfurt");
    assert!(answer.analysis.text().contains("name: api # the front\n    region: frankfurt\n"));
    let difference = diff(&analysis, &answer.analysis);
    let gained: Vec<_> =
        difference.reach.iter().filter(|change| change.after == Answer::Yes).collect();
    assert!(
        gained
            .iter()
            .any(|change| (change.from.as_str(), change.to.as_str()) == ("web:api", "pserv:far"))
    );
    assert!(
        difference
            .reach
            .iter()
            .any(|change| change.to == "postgres:db" && change.after == Answer::No)
    );
    assert!(difference.solved.iter().any(|finding| finding.rule == "cross-region-reference"));
    assert_eq!(analysis.text(), PAGE, "the question leaves the text alone");
}

#[test]
fn closing_a_door_is_a_door_closed() {
    let analysis = Analysis::new(PAGE);
    let answer =
        what_if(&analysis, &[Change::AllowOnly(node(&analysis, "postgres:db"), Vec::new())])
            .expect("it has a list");
    let difference = diff(&analysis, &answer.analysis);
    let [entry_point] = difference.entry_points.as_slice() else {
        panic!("{:?}", difference.entry_points)
    };
    assert_eq!(entry_point.moved, EntryPointMove::Closed);
    let narrow =
        Change::AllowOnly(node(&analysis, "postgres:db"), vec!["203.0.113.0/24".to_owned()]);
    let answer = what_if(&analysis, &[narrow]).expect("it has a list");
    let after = answer.analysis.network().node(node(&answer.analysis, "postgres:db"));
    assert_eq!(after.exposure, Exposure::PublicLimited, "{}", answer.analysis.text());
}

#[test]
fn kinds_plans_isolation_and_previews_are_in_effect() {
    let analysis = Analysis::new(PAGE);
    let after = |change: Change| what_if(&analysis, &[change]).expect("it can be written").analysis;
    let kind = after(Change::Kind(node(&analysis, "worker:jobs"), Kind::PrivateService));
    assert!(kind.network().find("pserv:jobs").is_some());
    let plan = after(Change::Plan(node(&analysis, "web:shop"), "1c-2g".to_owned()));
    assert!(plan.text().contains("plan: 1c-2g"));
    let environment = analysis.network().node(node(&analysis, "web:shop")).environment.unwrap();
    let isolated = after(Change::Isolation(environment, true));
    assert!(
        isolated.text().contains("- name: production\n        networking: {isolation: enabled}\n")
    );
    let again = isolated.network().node(node(&isolated, "web:shop")).environment.unwrap();
    let open =
        what_if(&isolated, &[Change::Isolation(again, false)]).expect("it can be taken back");
    assert!(open.analysis.text().contains("{isolation: disabled}"));
    let previews = after(Change::Previews(true));
    assert_eq!(previews.blueprint().roots[0].previews_generation.text(), Some("automatic"));
    let former = Analysis::new("previewsEnabled: true\nservices: []\n");
    let off = what_if(&former, &[Change::Previews(false)]).expect("it is written");
    assert!(off.analysis.text().starts_with("previewsEnabled: false\n"));
}

#[test]
fn several_changes_make_one_state() {
    let analysis = Analysis::new(PAGE);
    let api = node(&analysis, "web:api");
    let both = [Change::Region(api, Region::Ohio), Change::Plan(api, "free".to_owned())];
    let answer = what_if(&analysis, &both).expect("both can be written");
    assert!(
        answer.analysis.text().contains("region: ohio")
            && answer.analysis.text().contains("plan: free")
    );
    assert_eq!(answer.edits.len(), 2);
    let twice = [
        Change::Region(api, Region::Ohio),
        Change::Region(node(&analysis, "postgres:db"), Region::Ohio),
    ];
    assert!(what_if(&analysis, &twice).is_ok());
}

#[test]
fn what_has_no_place_is_refused() {
    let analysis = Analysis::new(PAGE);
    let internet = node(&analysis, "internet");
    let refused = what_if(&analysis, &[Change::Region(internet, Region::Ohio)]);
    assert!(matches!(refused, Err(Refusal::NoPlace(_))));
    let static_site = Analysis::new("services:\n  - {type: web, runtime: static, name: a}\n");
    let moved = Change::Region(node(&static_site, "static:a"), Region::Ohio);
    assert!(matches!(what_if(&static_site, &[moved]), Err(Refusal::NoPlace(_))));
}

#[test]
fn merged_fields_are_overridden_where_they_are_used() {
    let text = "
x: &base
  runtime: node
  region: ohio
services:
  - <<: *base
    type: pserv
    name: a
  - <<: *base
    type: pserv
    name: b
";
    let analysis = Analysis::new(text);
    let answer = what_if(&analysis, &[Change::Region(node(&analysis, "pserv:a"), Region::Oregon)])
        .expect("it can be written");
    let region =
        |id: &str| answer.analysis.network().node(node(&answer.analysis, id)).placement.region();
    assert_eq!((region("pserv:a"), region("pserv:b")), (Some(Region::Oregon), Some(Region::Ohio)));
}

/// The short comparison says of reach and entry points what the semantic changes say.
fn agree(before: &Analysis, after: &Analysis) {
    let (short, full) = (effect(before, after), diff(before, after));
    let mut turned: Vec<_> = short
        .reach
        .iter()
        .map(|pair| (pair.from.clone(), pair.to.clone(), pair.before, pair.after))
        .collect();
    let mut wanted: Vec<_> = full
        .reach
        .iter()
        .map(|pair| (pair.from.clone(), pair.to.clone(), pair.before, pair.after))
        .collect();
    turned.sort();
    wanted.sort();
    assert_eq!(turned, wanted, "in\n{}", after.text());
    let opened_or_closed = |id: &str| {
        let entry_point = full.entry_points.iter().find(|entry_point| entry_point.part.id == id);
        entry_point.is_some_and(|entry_point| {
            matches!(entry_point.moved, EntryPointMove::Opened | EntryPointMove::Closed)
        })
    };
    for entry_point in
        full.entry_points.iter().filter(|entry_point| opened_or_closed(&entry_point.part.id))
    {
        assert!(
            short.entry_points.contains(&entry_point.part.id),
            "{:?} in\n{}",
            entry_point,
            after.text()
        );
    }
}

/// Every change that a menu would offer, tried on its own.
fn try_choices(text: &str) -> usize {
    let analysis = Analysis::new(text);
    let mut tried = 0;
    for (node, data) in analysis.network().nodes() {
        for change in choices(&analysis, node) {
            tried += 1;
            let answer = match what_if(&analysis, std::slice::from_ref(&change)) {
                Ok(answer) => answer,
                Err(refusal) => {
                    panic!("{change:?} is offered for {} and refused: {refusal:?}", data.id)
                }
            };
            assert_eq!(apply(text, &answer.edits).as_deref(), Ok(answer.analysis.text()));
            assert_eq!(
                answer.analysis.blueprint().resources.len(),
                analysis.blueprint().resources.len(),
                "{change:?} loses a resource in\n{}",
                answer.analysis.text()
            );
            agree(&analysis, &answer.analysis);
            if let Change::Region(node, region) = change {
                let id = analysis.network().node(node).resource.map(|id| id.0);
                let moved = answer
                    .analysis
                    .network()
                    .nodes()
                    .find(|(_, node)| node.resource.map(|id| id.0) == id);
                let placed = moved.and_then(|(_, node)| node.placement.region());
                assert_eq!(placed, Some(region), "{change:?} in\n{}", answer.analysis.text());
            }
        }
    }
    tried
}

#[test]
fn what_is_offered_can_be_done() {
    assert!(try_choices(PAGE) > 15);
}

#[test]
fn what_is_offered_for_real_files_can_be_done() {
    let Some(files) = crate::real::blueprints() else { return };
    let texts = files.iter().filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok());
    let tried: usize = texts
        .filter(|text| text.len() < 1_500 && !text.starts_with('\u{FEFF}'))
        .map(try_choices)
        .sum();
    assert!(tried > 100, "{tried}");
}
