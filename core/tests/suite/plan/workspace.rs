//! A workspace of several files: what moves between them is left to nobody and made by nobody.

use blueprint_lens_core::analysis::{Analysis, Options, SourceText};
use blueprint_lens_core::diff::diff;
use blueprint_lens_core::plan::{Class, Mode, Plan, plan};
use blueprint_lens_core::text::decode;

use super::lines;

const API: &str = "services:\n  - {type: web, name: api, runtime: node, plan: starter, buildCommand: a, startCommand: b}\n";
const JOBS: &str = "services:\n  - {type: worker, name: jobs, runtime: node, plan: starter, buildCommand: a, startCommand: b}\n";
const DATA: &str = "databases:\n  - name: orders\n    plan: basic-1gb\n    ipAllowList: []\n    readReplicas:\n      - name: orders-copy\nenvVarGroups:\n  - name: shared\n    envVars:\n      - {key: MODE, value: live}\n";

fn planned(base: [&str; 2], head: [&str; 2]) -> Plan {
    let workspace = |texts: [&str; 2]| {
        let source =
            |(path, text): (&str, &str)| SourceText::new(path.to_owned(), decode(text.as_bytes()));
        let sources = ["api.yaml", "jobs.yaml"].into_iter().zip(texts).map(source);
        Analysis::together(sources.collect(), Options::default())
    };
    let (base, head) = (workspace(base), workspace(head));
    plan(&base, &head, &diff(&base, &head), Mode::Later)
}

#[test]
fn what_moves_to_another_file_is_taken_over_by_its_blueprint() {
    let (api, jobs) = (format!("{API}{DATA}"), format!("{JOBS}{DATA}"));
    let moved = planned([&api, JOBS], [API, &jobs]);
    assert_eq!(
        lines(&moved),
        ["Z25 adopt group:shared file", "Z25 adopt postgres:orders file"],
        "{moved:#?}"
    );
    let data = &moved.consequences[1];
    assert!(data.text.contains("moves from `api.yaml` to `jobs.yaml`"), "{}", data.text);
    let values = (&data.before, &data.after);
    let [before, after] = [values.0, values.1].map(|one| one.as_ref().map(|one| one.text.as_str()));
    assert_eq!((before, after), (Some("api.yaml"), Some("jobs.yaml")));
    assert!(data.base.is_some() && data.head.is_some());
}

#[test]
fn what_changes_on_the_way_is_told_too_and_what_stays_is_not() {
    let changed = format!("{JOBS}{}", DATA.replace("basic-1gb", "basic-4gb"));
    let moved = planned([&format!("{API}{DATA}"), JOBS], [API, &changed]);
    assert!(lines(&moved).iter().any(|line| line.ends_with("postgres:orders plan")), "{moved:#?}");
    assert_eq!(lines(&planned([API, JOBS], [API, JOBS])), [] as [&str; 0]);
    let gone = planned([&format!("{API}{DATA}"), JOBS], [API, JOBS]);
    let classes = gone.consequences.iter().map(|one| one.class);
    assert!(classes.into_iter().any(|class| class == Class::Orphan), "{gone:#?}");
}
