//! A change for every row on syncs, and what the plan says of it, line by line.

use blueprint_lens_core::plan::{Class, Mode};
use blueprint_lens_core::platform::{FACT_FAMILIES, find_fact};

use super::{SHOP, lines, planned, shop};

/// Words of the shop to replace, in pairs, and the plan.
type Case = (&'static [(&'static str, &'static str)], &'static [&'static str]);

const CACHE: &str = "  - type: keyvalue\n    name: cache\n    plan: standard\n    maxmemoryPolicy: noeviction\n    ipAllowList: []\n";
const DISK: &str = "    disk:\n      name: data\n      mountPath: /data\n      sizeGB: 20\n";
const REPLICAS: &str =
    "    readReplicas:\n      - name: orders-copy\n      - name: orders-report\n";
const GROUP: &str =
    "envVarGroups:\n  - name: shared\n    envVars:\n      - {key: REGION_NAME, value: west}\n";
const FILTER: &str = "    buildFilter:\n      paths: [src/**]\n      ignoredPaths: [docs/**]\n";
const JOBS: &str = "  - type: worker\n    name: jobs\n    runtime: docker\n    plan: starter\n";
const SITE_RULES: &str = "      - {type: redirect, source: /old, destination: /new}\n";
const MODE: &str = "      - key: MODE\n        value: production\n";
const SESSION: &str = "      - key: SESSION_KEY\n        generateValue: true\n";

const CASES: &[Case] = &[
    // What is created.
    (
        &[(
            "databases:\n",
            "  - {type: worker, name: mails, runtime: docker, envVars: [{key: SMTP_LOGIN, sync: false}, {key: LEVEL, value: info}]}\ndatabases:\n",
        )],
        &["Z01 create worker:mails -", "Z14 prompt worker:mails envVars.SMTP_LOGIN"],
    ),
    (
        &[(
            "      - name: staging\n",
            "      - name: preview\n        services: []\n      - name: staging\n",
        )],
        &["Z01 create environment:shop/preview -"],
    ),
    (
        &[(
            "envVarGroups:\n",
            "envVarGroups:\n  - name: mails\n    envVars: [{key: SMTP_LOGIN, sync: false}]\n",
        )],
        &["Z01 create group:mails -", "Z13 set-by-hand group:mails envVars.SMTP_LOGIN"],
    ),
    // What leaves the file.
    (&[(JOBS, ""), (DISK, "")], &["Z02 orphan worker:jobs -"]),
    (
        &[
            (CACHE, ""),
            (
                "      - key: REDIS_URL\n        fromService: {name: cache, type: keyvalue, property: connectionString}\n",
                "",
            ),
        ],
        &["Z08 kept web:api envVars.REDIS_URL", "Z03 orphan keyvalue:cache -"],
    ),
    (
        &[(GROUP, ""), ("      - fromGroup: shared\n", "")],
        &["Z08 kept web:api envVars.fromGroup shared", "Z21 orphan group:shared -"],
    ),
    (
        &[("      - name: staging\n        services: []\n", "")],
        &["Z02 kept environment:shop/staging -"],
    ),
    // New names.
    (&[("name: jobs", "name: tasks")], &["Z04 replace worker:tasks -", "Z02 orphan worker:jobs -"]),
    (
        &[
            ("name: orders\n", "name: orders-2\n"),
            ("{name: orders,", "{name: orders-2,"),
            ("plan: basic-1gb", "plan: basic-4gb"),
        ],
        &[
            "Z26 in-place web:api envVars.DATABASE_URL",
            "Z05 data-loss postgres:orders-2 -",
            "Z11 replace replica:orders-copy copies",
            "Z11 replace replica:orders-report copies",
            "Z03 orphan postgres:orders -",
        ],
    ),
    (&[("shared", "common")], &["Z21 replace group:common -", "Z21 orphan group:shared -"]),
    (
        &[("SESSION_KEY", "COOKIE_KEY")],
        &["Z16 rotate web:api envVars.COOKIE_KEY", "Z08 kept web:api envVars.SESSION_KEY"],
    ),
    // What never changes.
    (&[("name: jobs\n", "name: jobs\n    region: ohio\n")], &["Z06 refused worker:jobs region"]),
    (&[("type: worker", "type: pserv")], &["Z06 refused pserv:jobs type"]),
    (
        &[("databaseName: orders", "databaseName: sales")],
        &["Z06 refused postgres:orders databaseName"],
    ),
    (&[("user: app", "user: owner")], &["Z06 refused postgres:orders user"]),
    (&[("'16'", "'17'")], &["Z06 refused postgres:orders postgresMajorVersion"]),
    (&[("    user: app\n", "")], &["Z12 kept postgres:orders user"]),
    // Plans and sizes.
    (&[("    plan: basic-1gb\n", "    plan: basic-4gb\n")], &["Z17 in-place postgres:orders plan"]),
    (
        &[("    plan: basic-1gb\n", "    plan: basic-256mb\n")],
        &["Z07b unknown postgres:orders plan"],
    ),
    (&[("plan: standard", "plan: pro")], &["Z17 in-place keyvalue:cache plan"]),
    (&[("plan: standard", "plan: starter")], &["Z30 refused keyvalue:cache plan"]),
    (
        &[("plan: standard", "plan: standard\n    persistenceMode: 'off'")],
        &["Z31 data-loss keyvalue:cache persistenceMode"],
    ),
    (
        &[("plan: standard", "plan: standard\n    persistenceMode: snapshot")],
        &["Z35 in-place keyvalue:cache persistenceMode"],
    ),
    (&[("numInstances: 1", "numInstances: 3")], &["Z17 in-place web:api numInstances"]),
    (&[("diskSizeGB: 20", "diskSizeGB: 15")], &["Z32 refused postgres:orders diskSizeGB"]),
    (&[("diskSizeGB: 20", "diskSizeGB: 40")], &["Z35 in-place postgres:orders diskSizeGB"]),
    (&[("sizeGB: 20", "sizeGB: 10")], &["Z18 refused worker:jobs disk.sizeGB"]),
    (&[("sizeGB: 20", "sizeGB: 50")], &["Z35 in-place worker:jobs disk.sizeGB"]),
    (
        &[(DISK, "")],
        &[
            "Z18 kept worker:jobs disk.mountPath",
            "Z18 kept worker:jobs disk.name",
            "Z18 kept worker:jobs disk.sizeGB",
        ],
    ),
    // Variables.
    (&[(MODE, "")], &["Z08 kept web:api envVars.MODE"]),
    (&[("value: production", "value: test")], &["Z26 in-place web:api envVars.MODE"]),
    (&[("value: production", "sync: false")], &["Z15 kept web:api envVars.MODE"]),
    (&[("value: production", "generateValue: true")], &["Z28 kept web:api envVars.MODE"]),
    (
        &[(SESSION, "      - key: SESSION_KEY\n        value: fixed\n")],
        &["Z27 rotate web:api envVars.SESSION_KEY"],
    ),
    (
        &[(
            MODE,
            "      - key: MODE\n        value: production\n      - key: MAIL_LOGIN\n        sync: false\n",
        )],
        &["Z13 set-by-hand web:api envVars.MAIL_LOGIN"],
    ),
    (
        &[(
            MODE,
            "      - key: MODE\n        value: production\n      - key: SALT\n        generateValue: true\n",
        )],
        &["Z26 in-place web:api envVars.SALT"],
    ),
    (
        &[("key: STRIPE_ID\n        sync: false", "key: STRIPE_ID\n        value: '1'")],
        &["Z26 in-place web:api envVars.STRIPE_ID"],
    ),
    (
        &[(MODE, ""), ("value: west}\n", "value: west}\n      - {key: MODE, value: production}\n")],
        &["Z26 in-place group:shared envVars.MODE", "Z29 kept web:api envVars.MODE"],
    ),
    (
        &[
            (
                "    plan: starter\n    disk:",
                "    plan: starter\n    envVars:\n      - key: COPY\n        fromService: {name: api, type: web, envVarKey: LEVEL}\n    disk:",
            ),
            (MODE, "      - {key: MODE, value: production}\n      - {key: LEVEL, value: info}\n"),
        ],
        &["Z26 in-place web:api envVars.LEVEL", "Z23 refused worker:jobs envVars.COPY"],
    ),
    (
        &[(
            "    plan: starter\n    disk:",
            "    plan: starter\n    envVars:\n      - key: COPY\n        fromService: {name: api, type: web, envVarKey: MODE}\n    disk:",
        )],
        &["Z26 in-place worker:jobs envVars.COPY"],
    ),
    // Lists.
    (&[(SITE_RULES, "")], &["Z09 kept static:site routes"]),
    (&[("destination: /new", "destination: /newer")], &["Z35 in-place static:site routes"]),
    (
        &[("    headers:\n      - {path: /*, name: X-Frame-Options, value: DENY}\n", "")],
        &["Z09 kept static:site headers"],
    ),
    (
        &[(FILTER, "")],
        &["Z10 reset web:api buildFilter.ignoredPaths", "Z10 reset web:api buildFilter.paths"],
    ),
    (
        &[("paths: [src/**]", "paths: [src/**, lib/**]")],
        &["Z35 in-place web:api buildFilter.paths"],
    ),
    (&[("      - name: orders-report\n", "")], &["Z11 destroy replica:orders-report -"]),
    (
        &[(REPLICAS, "    readReplicas: []\n")],
        &["Z11 destroy replica:orders-copy -", "Z11 destroy replica:orders-report -"],
    ),
    (&[(REPLICAS, "")], &["Z11 kept replica:orders-copy -", "Z11 kept replica:orders-report -"]),
    (
        &[(
            "    ipAllowList: []\n    readReplicas",
            "    ipAllowList: [{source: 203.0.113.7}]\n    readReplicas",
        )],
        &["Z20 in-place postgres:orders ipAllowList"],
    ),
    (
        &[("    ipAllowList: []\n    readReplicas", "    readReplicas")],
        &["Z20 kept postgres:orders ipAllowList"],
    ),
    // The rest.
    (&[("npm run seed", "npm run fill")], &["Z34 kept web:api initialDeployHook"]),
    (
        &[("startCommand: npm start", "startCommand: node .")],
        &["Z24 in-place web:api startCommand"],
    ),
    (&[("    healthCheckPath: /health\n", "")], &["Z12 kept web:api healthCheckPath"]),
    (
        &[("healthCheckPath: /health", "healthCheckPath: /up")],
        &["Z35 in-place web:api healthCheckPath"],
    ),
    (
        &[
            (JOBS, ""),
            (DISK, ""),
            (
                "      - name: staging\n        services: []\n",
                "      - name: staging\n        services:\n          - {type: worker, name: jobs, runtime: docker, plan: starter, disk: {name: data, mountPath: /data, sizeGB: 20}}\n",
            ),
        ],
        &["Z22 in-place worker:jobs scope"],
    ),
    (&[("startCommand: npm start", "startComand: npm start")], &["Z38 refused blueprint -"]),
];

#[test]
fn every_case_has_the_consequences_of_its_rows() {
    for (changes, expected) in CASES {
        let plan = planned(SHOP, &shop(changes), Mode::Later);
        assert_eq!(lines(&plan), *expected, "{changes:#?}\n{:#?}", plan.consequences);
        assert!(!plan.base_refused);
    }
}

/// Cases whose base is not the shop.
const PAIRS: &[(&str, &str, &[&str])] = &[
    (
        "databases: [{name: db, plan: basic-256mb, ipAllowList: []}]",
        "databases: [{name: db, plan: free, ipAllowList: []}]",
        &["Z07 refused postgres:db plan"],
    ),
    (
        "databases: [{name: db, ipAllowList: []}]",
        "databases: [{name: db, plan: free, ipAllowList: []}]",
        &["Z07 refused postgres:db plan"],
    ),
    (
        "services: [{type: keyvalue, name: kv, plan: free, ipAllowList: []}]",
        "services: [{type: keyvalue, name: kv, plan: starter, ipAllowList: []}]",
        &["Z31 data-loss keyvalue:kv plan"],
    ),
    (
        "services: [{type: web, name: a, runtime: docker, numInstances: 2}]",
        "services: [{type: web, name: a, runtime: docker, disk: {name: d, mountPath: /d}}]",
        &[
            "Z19 refused web:a disk.mountPath",
            "Z19 refused web:a disk.name",
            "Z12 kept web:a numInstances",
        ],
    ),
    (
        "services: [{type: web, name: a, runtime: docker}]",
        "services: [{type: web, name: a, runtime: docker, disk: {name: d, mountPath: /d}}]",
        &["Z19 in-place web:a disk.mountPath", "Z19 in-place web:a disk.name"],
    ),
    (
        "services: [{type: web, name: a, runtime: docker, disk: {name: d, mountPath: /d}}]",
        "services: [{type: web, name: a, runtime: docker, disk: {name: d, mountPath: /d, sizeGB: 5}}]",
        &["Z18 refused web:a disk.sizeGB"],
    ),
    (
        "services: [{type: web, name: a, runtime: node, buildCommand: x, startCommand: y}]",
        "services: [{type: web, name: a, runtime: static, buildCommand: x, staticPublishPath: y}]",
        &[
            "Z06 refused static:a runtime",
            "Z12 kept static:a startCommand",
            "Z24 in-place static:a staticPublishPath",
        ],
    ),
    (
        "projects: [{name: p, environments: [{name: e, services: [{type: worker, name: w, runtime: docker}]}]}]",
        "services: [{type: worker, name: w, runtime: docker}]\nprojects: [{name: p, environments: [{name: e}]}]",
        &["Z22 kept worker:w scope"],
    ),
    (
        "services: [{type: postgres, name: db}]",
        "databases: [{name: db, ipAllowList: []}]",
        &["Z01 create postgres:db -"],
    ),
    (
        "services: [{type: web, name: a, runtime: docker}]",
        "services: [{type: web, name: a, runtime: docker}, {type: worker, name: w, runtime: docker, envVars: [{key: K, fromService: {name: n, type: pserv, envVarKey: NOPE}}]}, {type: pserv, name: n, runtime: docker}]",
        &["Z01 create worker:w -", "Z23 refused worker:w envVars.K", "Z01 create pserv:n -"],
    ),
    (
        "services: [{type: web, name: a, runtime: docker}]",
        "services: [{type: web, name: a, runtime: docker, envVars: [{key: K, fromService: {name: a, type: web, envVarKey: NOPE}}]}]",
        &["Z23 unknown web:a envVars.K"],
    ),
    (
        "",
        "services: [{type: web, name: a, runtime: docker, envVars: [{key: K, sync: false}]}]",
        &["Z01 create web:a -", "Z14 prompt web:a envVars.K"],
    ),
    (
        "databases: [{name: a, ipAllowList: [], readReplicas: [{name: r}, {name: s}]}, {name: b, ipAllowList: []}]",
        "databases: [{name: a, ipAllowList: [], readReplicas: [{name: s}]}, {name: b, ipAllowList: [], readReplicas: [{name: r}]}]",
        &["Z11 destroy replica:r copies"],
    ),
    (
        "services: [{type: web, name: a, runtime: docker, plan: starter, branch: main, dockerCommand: x}]",
        "services: [{type: web, name: b, runtime: docker, plan: starter, branch: main, dockerCommand: y}]",
        &["Z04 replace web:b -", "Z02 orphan web:a -"],
    ),
    (
        "services: [{type: web, name: a, runtime: docker, plan: starter, branch: main, dockerCommand: x}]",
        "services: [{type: web, name: b, runtime: docker, plan: standard, rootDir: z, dockerCommand: y}]",
        &["Z01 create web:b -", "Z02 orphan web:a -"],
    ),
    (
        "previews: {generation: manual}\nservices: []",
        "services: []",
        &["Z12 kept blueprint previews.generation"],
    ),
];

#[test]
fn every_pair_has_the_consequences_of_its_rows() {
    for (base, head, expected) in PAIRS {
        let plan = planned(base, head, Mode::Later);
        assert_eq!(lines(&plan), *expected, "{head}\n{:#?}", plan.consequences);
    }
}

#[test]
fn every_class_and_every_row_is_told_by_some_case() {
    let mut told: Vec<String> =
        CASES.iter().flat_map(|(_, lines)| *lines).map(|line| (*line).to_owned()).collect();
    told.extend(PAIRS.iter().flat_map(|(.., lines)| *lines).map(|line| (*line).to_owned()));
    for class in Class::ALL {
        // The first sync has tests of its own.
        let is_told = told.iter().any(|line| line.split(' ').nth(1) == Some(class.id()));
        assert!(is_told || class == Class::Adopt, "{}", class.id());
    }
    let family = FACT_FAMILIES.iter().find(|family| family.letter == 'Z').expect("there is one");
    for id in family.ids().filter(|id| *id != "Z25") {
        assert!(told.iter().any(|line| line.starts_with(&format!("{id} "))), "{id}");
    }
}

#[test]
fn nothing_is_surer_than_its_facts() {
    let pairs = PAIRS.iter().map(|(base, head, _)| ((*base).to_owned(), (*head).to_owned()));
    let cases = CASES.iter().map(|(changes, _)| (SHOP.to_owned(), shop(changes)));
    for (base, head) in pairs.chain(cases) {
        for one in planned(&base, &head, Mode::Later).consequences {
            let (_, fact) = find_fact(one.id).expect("the ledger has it");
            assert!(one.certainty >= fact.certainty, "{}", one.id);
            assert_eq!(one.facts.first(), Some(&one.id));
        }
    }
}

#[test]
fn consequences_say_where_they_are_on_both_sides() {
    let head = shop(&[("plan: basic-1gb", "plan: basic-4gb"), (MODE, "")]);
    let plan = planned(SHOP, &head, Mode::Later);
    let of = |text: &str, span: Option<blueprint_lens_core::text::Span>| {
        span.map(|span| span.slice(text).to_owned())
    };
    let [variable, size] = plan.consequences.as_slice() else { panic!("{plan:#?}") };
    assert_eq!(of(SHOP, variable.base).as_deref(), Some("MODE"));
    assert_eq!(of(&head, variable.head).as_deref(), Some("api"), "where it would be");
    assert_eq!(of(SHOP, size.base).as_deref(), Some("basic-1gb"));
    assert_eq!(of(&head, size.head).as_deref(), Some("basic-4gb"));
}
