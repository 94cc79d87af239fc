//! Whole pictures as tables of rounded numbers: any change of the layout shows here, in review.

use std::fmt::Write as _;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::{Rect, Scene};

fn boxed(rect: Rect) -> String {
    format!("{:>5.0}{:>6.0}{:>6.0}{:>5.0}", rect.x, rect.y, rect.width, rect.height)
}

fn table(scene: &Scene) -> String {
    let mut out = format!("{:.0} x {:.0}\n", scene.size.width, scene.size.height);
    for lane in &scene.lanes {
        let _ = writeln!(out, "{}  {}", boxed(lane.rect), lane.id);
    }
    for group in &scene.groups {
        let _ = writeln!(out, "{}  {}", boxed(group.rect), group.id);
    }
    for node in &scene.nodes {
        let mark = node.severity.map_or("", |severity| severity.id());
        let line = format!("{}  {} {mark}", boxed(node.rect), node.id);
        let _ = writeln!(out, "{}", line.trim_end());
    }
    for edge in &scene.edges {
        let route: Vec<String> =
            edge.route.iter().map(|point| format!("{:.0},{:.0}", point.x, point.y)).collect();
        let _ = writeln!(out, "{}", edge.id);
        let _ = writeln!(out, "      {}", route.join(" "));
        if let Some(label) = &edge.label {
            let _ = writeln!(out, "      {}  {}", boxed(label.rect), label.text);
        }
        if let Some(stop) = &edge.stop {
            let _ = writeln!(out, "      stopped: {}", stop.reason);
        }
    }
    let legend: Vec<&str> = scene.legend.iter().map(|entry| entry.id).collect();
    let _ = writeln!(out, "legend: {}", legend.join(" "));
    out
}

fn check(name: &str, text: &str) {
    let analysis = Analysis::new(text);
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, table(analysis.scene()));
    });
}

#[test]
fn one_web_service() {
    check("one_web_service", "services:\n  - {type: web, name: api, runtime: node}\n");
}

#[test]
fn a_service_and_its_database() {
    check(
        "a_service_and_its_database",
        "services:\n  - type: web\n    name: api\n    runtime: node\n    envVars:\n      \
         - key: DATABASE_URL\n        fromDatabase: {name: db, property: connectionString}\n\
         databases:\n  - name: db\n",
    );
}

#[test]
fn nothing_joined() {
    let mut text = String::from("services:\n");
    for index in 0..4 {
        let _ = writeln!(text, "  - {{type: web, name: web-{index}, runtime: node}}");
        let _ = writeln!(text, "  - {{type: worker, name: worker-{index}, runtime: node}}");
    }
    check("nothing_joined", &text);
}

#[test]
fn everything() {
    check("everything", include_str!("fixture/everything.yaml"));
}
