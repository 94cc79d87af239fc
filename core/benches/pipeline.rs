//! Time of the pipeline, stage by stage, at 20, 100 and 1,000 resources; and of the one stage that has a peer, reading
//! YAML, beside `serde_yaml` in the same run.

use std::hint::black_box;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::text::{FileId, Files, LineIndex};
use blueprint_lens_core::{graph, lint, model, rules, scene, schema, syntax};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

/// A Blueprint with `resources` resources: one database and one Key Value instance in five, the rest services that
/// refer to them and to each other.
fn blueprint(resources: usize) -> String {
    let mut services = String::from("services:\n");
    let mut databases = String::from("databases:\n");
    let regions = ["oregon", "frankfurt", "ohio"];
    for index in 0..resources {
        let region = regions[(index / 7) % regions.len()];
        match index % 5 {
            4 => databases.push_str(&format!(
                "  - name: db-{index}\n    region: {region}\n    plan: basic-1gb\n    ipAllowList: []\n"
            )),
            3 => services.push_str(&format!(
                "  - type: keyvalue\n    name: cache-{index}\n    region: {region}\n    ipAllowList: []\n"
            )),
            kind => {
                let kind = ["web", "pserv", "worker"][kind];
                let (database, other) = (index / 5 * 5 + 4, (index + 5) % resources / 5 * 5 + 1);
                services.push_str(&format!(
                    "  - type: {kind}\n    name: service-{index}\n    runtime: docker\n    region: {region}\n    envVars:\n      - key: DATABASE_URL\n        fromDatabase:\n          name: db-{database}\n          property: connectionString\n      - key: PEER\n        fromService:\n          type: pserv\n          name: service-{other}\n          property: hostport\n      - key: MODE\n        value: production\n"
                ));
            }
        }
    }
    services + &databases
}

fn pipeline(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("text to scene");
    for resources in [20, 100, 1000] {
        let text = blueprint(resources);
        group.bench_with_input(BenchmarkId::from_parameter(resources), &text, |bencher, text| {
            bencher.iter(|| Analysis::new(black_box(text)));
        });
    }
    group.finish();
}

fn stages(criterion: &mut Criterion) {
    let text = blueprint(100);
    let lines = LineIndex::new(&text);
    let tree = syntax::parse(&text);
    let files = Files::one(&text);
    let declared = model::lower(std::slice::from_ref(&tree));
    let network = graph::build(&declared, &text, &files);
    let violations = schema::check(&tree);
    let check = || {
        let stages = lint::Stages {
            files: &files,
            file: FileId::default(),
            text: &text,
            lines: &lines,
            syntax_errors: &tree.errors,
            further_documents: &[],
            violations: &violations,
            blueprint: &declared,
            network: &network,
            directives: &[],
            repository: None,
        };
        lint::check(rules::all(), black_box(stages), &lint::Options::default())
    };
    let findings = check();
    let mut group = criterion.benchmark_group("stages at 100 resources");
    group.bench_function("syntax", |bencher| bencher.iter(|| syntax::parse(black_box(&text))));
    group.bench_function("model", |bencher| {
        bencher.iter(|| model::lower(std::slice::from_ref(black_box(&tree))));
    });
    group.bench_function("graph", |bencher| {
        bencher.iter(|| graph::build(black_box(&declared), &text, &files));
    });
    group.bench_function("shape", |bencher| bencher.iter(|| schema::check(black_box(&tree))));
    group.bench_function("rules", |bencher| bencher.iter(check));
    group.bench_function("scene", |bencher| {
        bencher.iter(|| {
            scene::build(black_box(&declared), &network, Some(&findings), scene::Room::default())
        });
    });
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    let text = blueprint(1000);
    let mut group = criterion.benchmark_group("reading YAML at 1,000 resources");
    group.bench_function("with positions and recovery", |bencher| {
        bencher.iter(|| syntax::parse(black_box(&text)));
    });
    group.bench_function("serde_yaml, values only", |bencher| {
        bencher.iter(|| serde_yaml::from_str::<serde_yaml::Value>(black_box(&text)));
    });
    group.finish();
}

criterion_group!(benches, pipeline, stages, reading);
criterion_main!(benches);
