//! What the official JSON schema lets pass although Render refuses it or it is doubtful: for each such cell, a Blueprint
//! of ours, the rule that finds it, and the text it marks. Where `BLUEPRINT_LENS_SCHEMA` names the schema, the test also
//! asks it, so that a cell which the schema has learned to refuse is noticed.
#![expect(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "the tests read files, the crate does not"
)]

use blueprint_lens_core::analysis::Analysis;

/// One cell: what is wrong, a Blueprint with it, the code of the rule, and the text that its finding marks.
type Cell = (&'static str, &'static str, &'static str, &'static str);

/// Every cell, in the order in which the facts were read. A static site that a reference calls `static` is not among them:
/// the schema lists the word, and nothing says that Render refuses it.
const CELLS: &[Cell] = &[
    (
        "a static site with only type, name and runtime",
        "services:\n  - {type: web, name: docs, runtime: static}\n",
        "missing-publish-path",
        "docs",
    ),
    (
        "a static site with a plan and no publish path, which the schema takes for a server",
        "services:\n  - {type: web, name: docs, runtime: static, plan: starter}\n",
        "unknown-field",
        "plan",
    ),
    (
        "a static site with a start command and no publish path",
        "services:\n  - {type: web, name: docs, runtime: static, startCommand: npm start}\n",
        "unknown-field",
        "startCommand",
    ),
    (
        "scaling that says nothing",
        "services:\n  - {type: pserv, name: api, runtime: docker, scaling: {}}\n",
        "incomplete-scaling",
        "scaling",
    ),
    (
        "a disk with three instances",
        "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    numInstances: 3\n    \
         disk: {name: data, mountPath: /data}\n",
        "disk-with-instances",
        "3",
    ),
    (
        "`property` with `envVarKey`",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    envVars:\n",
            "      - key: TOKEN\n        value: red\n",
            "      - key: COPY\n",
            "        fromService: {name: api, type: pserv, property: host, envVarKey: TOKEN}\n",
        ),
        "property-and-env-var-key",
        "envVarKey",
    ),
    (
        "neither `property` nor `envVarKey`",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    envVars:\n",
            "      - key: COPY\n        fromService: {name: api, type: pserv}\n",
        ),
        "reference-without-property",
        "fromService",
    ),
    (
        "a further key in `fromService`",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    envVars:\n",
            "      - key: COPY\n",
            "        fromService: {name: api, type: pserv, property: host, scheme: http}\n",
        ),
        "unknown-field",
        "scheme",
    ),
    (
        "a further key in `fromDatabase`",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    envVars:\n",
            "      - key: DATABASE_URL\n",
            "        fromDatabase: {name: orders, property: connectionString, pool: true}\n",
            "databases:\n  - {name: orders, ipAllowList: []}\n",
        ),
        "unknown-field",
        "pool",
    ),
    (
        "the host of a background worker",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    envVars:\n",
            "      - key: JOBS_HOST\n",
            "        fromService: {name: jobs, type: worker, property: host}\n",
            "  - {type: worker, name: jobs, runtime: docker}\n",
        ),
        "target-cannot-receive",
        "jobs",
    ),
    (
        "`value` with `sync`",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    envVars:\n",
            "      - {key: MODE, value: live, sync: false}\n",
        ),
        "sync-beside-value",
        "sync",
    ),
    (
        "a key alone",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    envVars:\n",
            "      - key: MODE\n",
        ),
        "variable-without-source",
        "MODE",
    ),
    (
        "`sync: false` in a group",
        "envVarGroups:\n  - name: shared\n    envVars:\n      - {key: TOKEN, sync: false}\n",
        "prompt-in-group",
        "sync: false",
    ),
    (
        "a free background worker",
        "services:\n  - {type: worker, name: jobs, runtime: docker, plan: free}\n",
        "unknown-plan",
        "free",
    ),
    (
        "a free private service",
        "services:\n  - {type: pserv, name: api, runtime: docker, plan: free}\n",
        "unknown-plan",
        "free",
    ),
    (
        "a health check of a private service",
        "services:\n  - {type: pserv, name: api, runtime: docker, healthCheckPath: /up}\n",
        "field-without-effect",
        "healthCheckPath",
    ),
    (
        "a health check of a background worker",
        "services:\n  - {type: worker, name: jobs, runtime: docker, healthCheckPath: /up}\n",
        "listening-worker",
        "worker",
    ),
    (
        "domains of a private service",
        "services:\n  - {type: pserv, name: api, runtime: docker, domains: [api.example.com]}\n",
        "field-without-effect",
        "domains",
    ),
    (
        "domains of a background worker",
        "services:\n  - {type: worker, name: jobs, runtime: docker, domains: [api.example.com]}\n",
        "field-without-effect",
        "domains",
    ),
    (
        "an allow list of a private service",
        "services:\n  - {type: pserv, name: api, runtime: docker, ipAllowList: []}\n",
        "field-without-effect",
        "ipAllowList",
    ),
    (
        "an allow list of a background worker",
        "services:\n  - {type: worker, name: jobs, runtime: docker, ipAllowList: []}\n",
        "field-without-effect",
        "ipAllowList",
    ),
    (
        "a runtime of Render's own without a start command",
        "services:\n  - {type: pserv, name: api, runtime: node, buildCommand: npm ci}\n",
        "missing-command",
        "node",
    ),
    (
        "a start command with Docker",
        "services:\n  - {type: pserv, name: api, runtime: docker, startCommand: ./serve}\n",
        "start-command-with-docker",
        "startCommand",
    ),
    (
        "a path to a Dockerfile with Node",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: node\n    buildCommand: npm ci\n",
            "    startCommand: npm start\n    dockerfilePath: ./Dockerfile\n",
        ),
        "docker-field-without-docker",
        "dockerfilePath",
    ),
    (
        "`runtime: image` without an image",
        "services:\n  - {type: pserv, name: api, runtime: image}\n",
        "missing-image",
        "image",
    ),
    (
        "an image with a repository",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: image\n",
            "    image: {url: docker.io/acme/api}\n    repo: https://github.com/acme/api\n",
        ),
        "image-beside-source",
        "repo",
    ),
    (
        "storage that is no multiple of five",
        "databases:\n  - {name: orders, plan: basic-1gb, diskSizeGB: 7, ipAllowList: []}\n",
        "storage-step",
        "7",
    ),
    (
        "six read replicas",
        concat!(
            "databases:\n  - name: orders\n    plan: pro-4gb\n    ipAllowList: []\n    readReplicas:\n",
            "      - name: a\n      - name: b\n      - name: c\n",
            "      - name: d\n      - name: e\n      - name: f\n",
        ),
        "too-many-replicas",
        "f",
    ),
    (
        "a database with a legacy plan",
        "databases:\n  - {name: orders, plan: starter, ipAllowList: []}\n",
        "legacy-database-plan",
        "starter",
    ),
    ("a project without environments", "projects:\n  - name: shop\n", "empty-project", "shop"),
    (
        "two services of one name",
        concat!(
            "services:\n  - {type: pserv, name: api, runtime: docker}\n",
            "  - {type: worker, name: api, runtime: docker}\n",
        ),
        "duplicate-name",
        "api",
    ),
    ("a document without content", "{}\n", "empty-blueprint", "{}"),
    (
        "a range of IPv6",
        "databases:\n  - name: orders\n    ipAllowList:\n      - source: 2001:db8::/32\n",
        "invalid-ip-range",
        "2001:db8::/32",
    ),
    (
        "a range that is any text",
        "databases:\n  - name: orders\n    ipAllowList:\n      - source: the office\n",
        "invalid-ip-range",
        "the office",
    ),
    (
        "previews of a service switched off",
        "services:\n  - {type: pserv, name: api, runtime: docker, previews: {generation: \"off\"}}\n",
        "previews-generation-off",
        "\"off\"",
    ),
    (
        "a web service that a reference calls a static site",
        concat!(
            "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    envVars:\n",
            "      - key: SHOP_URL\n",
            "        fromService: {name: shop, type: static, envVarKey: RENDER_EXTERNAL_URL}\n",
            "  - {type: web, name: shop, runtime: docker}\n",
        ),
        "wrong-reference-type",
        "static",
    ),
    (
        "a service with a build source and nothing else",
        "services:\n  - {type: pserv, name: api, buildSource: main}\n",
        "unknown-build-source",
        "main",
    ),
];

#[test]
fn every_cell_is_found_at_its_place() {
    let mut failures = String::new();
    for (what, text, rule, marked) in CELLS {
        let analysis = Analysis::new(text);
        let found: Vec<(&str, &str)> =
            analysis.diagnostics().iter().map(|one| (one.rule, one.span.slice(text))).collect();
        if !found.contains(&(*rule, *marked)) {
            failures.push_str(&format!("\n{what}: wanted {:?}, found {found:?}", (rule, marked)));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn the_schema_lets_every_cell_pass() {
    let Some(schema) = std::env::var_os("BLUEPRINT_LENS_SCHEMA") else {
        eprintln!("skipped: BLUEPRINT_LENS_SCHEMA names no schema");
        return;
    };
    let schema = std::fs::read_to_string(schema).expect("the schema can be read");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let refused: Vec<String> = CELLS
        .iter()
        .filter_map(|(what, text, ..)| {
            let value: serde_yaml::Value = serde_yaml::from_str(text).expect("the cell is YAML");
            let value = serde_json::to_value(value).expect("the cell has a JSON form");
            Some(format!("{what}: {}", validator.iter_errors(&value).next()?))
        })
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}
