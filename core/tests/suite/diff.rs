//! What the difference tells, and what it keeps quiet about.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::diff::{
    Alarms, CrossingKind, Difference, EntryPointMove, IsolationChange, PartChangeKind, diff,
};
use blueprint_lens_core::graph::{Answer, Verdict};

fn between(base: &str, head: &str) -> Difference {
    diff(&Analysis::new(base), &Analysis::new(head))
}

const SHOP: &str = r"
services:
  - type: web
    name: api
    runtime: node
    plan: starter
    buildCommand: npm ci
    startCommand: npm start
    envVars:
      - key: DATABASE_URL
        fromDatabase: {name: orders, property: connectionString}
      - key: SEARCH_ADDR
        fromService: {name: search, type: pserv, property: hostport}
      - key: API_TOKEN
        value: old-value
      - fromGroup: shared
  - type: pserv
    name: search
    runtime: docker
databases:
  - name: orders
    plan: basic-1gb
    ipAllowList:
      - {source: 203.0.113.4/30, description: office}
      - {source: 198.51.100.1, description: home}
envVarGroups:
  - name: shared
    envVars:
      - {key: MODE, value: production}
";

/// The same in other words: comments, order, quotes, blocks, former names, defaults.
const SHOP_RETOLD: &str = r#"
# The shop.
databases:
  - ipAllowList:
      - description: home
        source: 198.51.100.1/32
      - description: office
        source: "203.0.113.4/30"
    plan: 'basic-1gb'
    region: oregon   # the default
    name: orders
envVarGroups:
  - envVars:
      - value: "production"
        key: MODE
    name: shared
services:
  - name: search
    env: docker
    type: pserv
  - name: api
    type: web
    env: node
    plan: 0.5c-512mb
    startCommand: npm start
    buildCommand: >-
      npm
      ci
    envVars:
      - fromGroup: shared
      - key: API_TOKEN
        value: "old-value"
      - key: SEARCH_ADDR
        fromService:
          property: hostport
          type: pserv
          name: search
      - key: DATABASE_URL
        fromDatabase:
          property: connectionString
          name: orders
"#;

#[test]
fn other_words_are_no_difference() {
    let found = between(SHOP, SHOP_RETOLD);
    assert!(found.is_empty(), "{found:#?}");
    let found = between(SHOP_RETOLD, SHOP);
    assert!(found.is_empty(), "{found:#?}");
    assert!(between(SHOP, SHOP).is_empty());
}

#[test]
fn fields_change_with_old_and_new_value() {
    let head = SHOP.replace("plan: starter", "plan: standard").replace("npm ci", "npm ci --quiet");
    let found = between(SHOP, &head);
    let [part] = found.parts.as_slice() else { panic!("{:#?}", found.parts) };
    assert_eq!((part.part.id.as_str(), &part.kind), ("web:api", &PartChangeKind::Changed));
    let fields: Vec<_> = part
        .fields
        .iter()
        .map(|field| {
            let text = |shown: &Option<blueprint_lens_core::diff::Shown>| {
                shown.as_ref().map(|shown| shown.text.clone()).unwrap_or_default()
            };
            (field.field.as_str(), text(&field.before), text(&field.after))
        })
        .collect();
    assert_eq!(
        fields,
        [
            ("buildCommand", "npm ci".to_owned(), "npm ci --quiet".to_owned()),
            ("plan", "0.5c-512mb".to_owned(), "1c-2g".to_owned()),
        ]
    );
}

#[test]
fn secrets_are_hidden() {
    let found = between(SHOP, &SHOP.replace("old-value", "new-value"));
    let text = format!("{found:?}");
    assert!(!text.contains("old-value") && !text.contains("new-value"), "{text}");
    let field = &found.parts[0].fields[0];
    assert_eq!(field.field, "envVars.API_TOKEN");
    assert!(field.before.as_ref().is_some_and(|shown| shown.hidden && shown.text == "***"));

    let base = SHOP.replace("value: production", "value: postgres://app:hunter22@db.example.com/x");
    let head = base.replace("hunter22", "hunter33");
    let text = format!("{:?}", between(&base, &head));
    assert!(!text.contains("hunter"), "{text}");
    assert!(text.contains("db.example.com"), "{text}");
    // New parts show their fields too.
    let text = format!("{:?}", between("", &base));
    assert!(!text.contains("hunter") && !text.contains("old-value"), "{text}");
}

#[test]
fn a_new_name_is_one_change() {
    let head = SHOP.replace("orders", "order-store").replace("name: search", "name: finder");
    let found = between(SHOP, &head);
    let kinds: Vec<_> =
        found.parts.iter().map(|part| (part.part.id.as_str(), part.kind.clone())).collect();
    assert_eq!(
        kinds,
        [
            ("pserv:finder", PartChangeKind::Renamed { from: "search".to_owned() }),
            ("postgres:order-store", PartChangeKind::Renamed { from: "orders".to_owned() }),
        ],
    );
    assert!(found.edges.is_empty() && found.entry_points.is_empty() && found.reach.is_empty());
    assert!(!found.fails(Alarms { new_error: true, new_exposure: true, new_public_service: true }));
}

#[test]
fn edges_are_gained_lost_and_blocked() {
    let head = SHOP.replace("name: search\n", "name: search\n    region: ohio\n");
    let found = between(SHOP, &head);
    let [edge] = found.edges.as_slice() else { panic!("{:#?}", found.edges) };
    assert_eq!((edge.from.as_str(), edge.to.as_str()), ("web:api", "pserv:search"));
    assert_eq!((edge.before, edge.after), (Some(Verdict::Ok), Some(Verdict::Blocked)));
    assert_eq!(edge.variables, ["SEARCH_ADDR"]);
    let lost: Vec<_> =
        found.reach.iter().map(|pair| (pair.from.as_str(), pair.to.as_str(), pair.after)).collect();
    assert_eq!(
        lost,
        [
            ("web:api", "pserv:search", Answer::No),
            ("pserv:search", "web:api", Answer::No),
            ("pserv:search", "postgres:orders", Answer::No),
        ]
    );
    assert!(found.reach[0].wired && !found.reach[1].wired);
    assert_eq!(found.reach[0].reasons.len(), 1);
    let back = between(&head, SHOP);
    assert!(back.reach.iter().all(|pair| pair.after == Answer::Yes));
    assert_eq!(back.reach.len(), 3);

    let without = SHOP.replace(
        "      - key: SEARCH_ADDR\n        fromService: {name: search, type: pserv, property: hostport}\n",
        "",
    );
    let [edge] = between(SHOP, &without).edges.try_into().expect("one edge");
    assert_eq!((edge.before, edge.after), (Some(Verdict::Ok), None));
}

fn entry_point(base: &str, head: &str) -> Option<(EntryPointMove, bool)> {
    let found = between(base, head);
    assert!(found.entry_points.len() <= 1, "{:#?}", found.entry_points);
    found.entry_points.first().map(|entry_point| (entry_point.moved, entry_point.is_new_exposure()))
}

#[test]
fn doors_open_close_and_change_their_width() {
    let database = |list: &str| format!("databases:\n  - name: db\n    ipAllowList: {list}\n");
    let closed = database("[]");
    let office = database("[{source: 203.0.113.0/24}]");
    let desk = database("[{source: 203.0.113.7}]");
    let halves = database("[{source: 0.0.0.0/1}, {source: 128.0.0.0/1}]");
    let open = "databases:\n  - name: db\n";
    assert_eq!(entry_point(&closed, &office), Some((EntryPointMove::Opened, true)));
    assert_eq!(entry_point(&office, &closed), Some((EntryPointMove::Closed, false)));
    assert_eq!(entry_point(&desk, &office), Some((EntryPointMove::Widened, true)));
    assert_eq!(entry_point(&office, &desk), Some((EntryPointMove::Narrowed, false)));
    assert_eq!(entry_point(&office, open), Some((EntryPointMove::Widened, true)));
    assert_eq!(entry_point(open, &halves), None);
    assert_eq!(
        entry_point(&office, &database("[{source: office}]")),
        Some((EntryPointMove::Unclear, false))
    );
    assert_eq!(entry_point("", open), Some((EntryPointMove::Opened, true)));
    assert_eq!(entry_point(open, ""), Some((EntryPointMove::Closed, false)));
}

#[test]
fn a_new_public_service_has_an_alarm_of_its_own() {
    let site = "services:\n  - {type: web, name: site, runtime: static, staticPublishPath: dist}\n";
    let alarms = between("", site).alarms();
    assert!(alarms.new_public_service && !alarms.new_exposure);
    // The same service opened later is an exposure.
    let closed = "services:\n  - {type: web, name: site, runtime: static, staticPublishPath: dist, ipAllowList: []}\n";
    let alarms = between(closed, site).alarms();
    assert!(!alarms.new_public_service && alarms.new_exposure);
    let private = "services:\n  - {type: pserv, name: api, runtime: docker}\n";
    let alarms = between(private, &private.replace("pserv", "web")).alarms();
    assert!(alarms.new_exposure);
}

const SHOPS: &str = "\
projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        services:
          - {type: pserv, name: auth, runtime: docker}
        databases:
          - {name: orders, ipAllowList: []}
      - name: staging
        services:
          - type: pserv
            name: auth-staging
            runtime: docker
";

#[test]
fn isolation_and_ways_between_environments() {
    let open = SHOPS.replace("enabled", "disabled");
    let found = between(SHOPS, &open);
    assert_eq!(
        found.isolation,
        [IsolationChange::Off {
            environment: "shop/production".to_owned(),
            members: vec!["pserv:auth".to_owned(), "postgres:orders".to_owned()],
        }]
    );
    assert!(found.alarms().new_exposure);
    assert!(found.crossings.iter().all(|way| matches!(way.kind, CrossingKind::Reachable { .. })));
    assert_eq!(found.crossings.len(), 3, "{:#?}", found.crossings);

    let found = between(&open, SHOPS);
    assert_eq!(
        found.isolation,
        [IsolationChange::On {
            environment: "shop/production".to_owned(),
            members: vec!["pserv:auth".to_owned(), "postgres:orders".to_owned()],
        }]
    );
    assert!(found.crossings.is_empty() && !found.alarms().new_exposure);

    let wired = format!(
        "{open}            envVars:\n              - key: DATABASE_URL\n                fromDatabase: {{name: orders, property: connectionString}}\n"
    );
    let found = between(&open, &wired);
    let [way] = found.crossings.as_slice() else { panic!("{:#?}", found.crossings) };
    assert!(matches!(&way.kind, CrossingKind::Wired { to, .. } if to == "postgres:orders"));
    assert_eq!(
        (way.from_environment.as_str(), way.to_environment.as_str()),
        ("shop/staging", "shop/production")
    );

    // A resource that leaves its isolated environment.
    let left = format!("databases:\n  - {{name: orders, ipAllowList: []}}\n{SHOPS}")
        .replace("        databases:\n          - {name: orders, ipAllowList: []}\n", "");
    let found = between(SHOPS, &left);
    assert!(
        matches!(found.isolation.as_slice(), [IsolationChange::Left { part, .. }] if part.name == "orders")
    );
    assert!(found.parts.iter().any(|part| part.fields.iter().any(|field| field.field == "scope")));
}

#[test]
fn a_new_environment_that_reaches_another_is_a_new_way() {
    let one = SHOPS.split("      - name: staging").next().expect("the first environment");
    let open = |text: &str| text.replace("enabled", "disabled");
    let found = between(&open(one), &open(SHOPS));
    assert!(found.crossings.iter().all(|way| way.kind == CrossingKind::Open));
    assert_eq!(found.crossings.len(), 2, "{:#?}", found.crossings);
    assert!(between(one, SHOPS).crossings.is_empty());
}

#[test]
fn environments_keep_their_identity_under_a_new_name_and_in_another_order() {
    let found = between(SHOPS, &SHOPS.replace("production", "live"));
    let [part] = found.parts.as_slice() else { panic!("{:#?}", found.parts) };
    assert_eq!(part.kind, PartChangeKind::Renamed { from: "shop/production".to_owned() });
    let two = |first: &str, second: &str| {
        let environment = |name: &str, plan: &str| {
            format!(
                "      - name: {name}\n        services:\n          - {{type: web, name: api, runtime: docker, plan: {plan}}}\n"
            )
        };
        let of = |name: &str| environment(name, if name == "a" { "pro" } else { "free" });
        format!("projects:\n  - name: p\n    environments:\n{}{}", of(first), of(second))
    };
    let found = between(&two("a", "b"), &two("b", "a"));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn findings_are_matched_by_what_they_are_about() {
    let broken = SHOP.replace("name: orders\n", "name: orders\n    region: ohio\n");
    let moved = broken
        .replace("services:\n", "services:\n  - {type: pserv, name: first, runtime: docker}\n");
    let found = between(&broken, &moved);
    assert!(
        !found
            .introduced
            .iter()
            .chain(&found.solved)
            .any(|finding| finding.rule == "cross-region-reference"),
        "{found:#?}"
    );
    let found = between(SHOP, &broken);
    let new: Vec<_> = found.introduced.iter().map(|finding| finding.rule).collect();
    assert!(new.contains(&"cross-region-reference"), "{new:?}");
    assert!(
        between(&broken, SHOP)
            .solved
            .iter()
            .any(|finding| finding.rule == "cross-region-reference")
    );
    // A second error of the same rule on another variable is new.
    let worse =
        broken.replace("name: search\n    runtime", "name: search\n    region: ohio\n    runtime");
    assert!(
        between(&broken, &worse)
            .introduced
            .iter()
            .any(|finding| finding.message.contains("search"))
    );
    let unreadable = between(SHOP, "services: [");
    assert!(unreadable.introduced.iter().any(|finding| finding.severity == Severity::Error));
    assert!(unreadable.alarms().new_error);
}

#[test]
fn every_part_of_the_file_is_compared() {
    let cases = [
        ("previews: {generation: automatic}", "previewsEnabled: true", true),
        ("previews: {generation: 'off'}", "", true),
        ("previews: {generation: automatic}", "previews: {generation: manual}", false),
        ("previewsExpireAfterDays: 3", "previews: {expireAfterDays: 3}", true),
        (
            "buildSources: [{name: a, git: {repo: x, runtime: go}}]",
            "buildSources: [{name: a, git: {repo: y, runtime: go}}]",
            false,
        ),
        (
            "services: [{type: redis, name: a, ipAllowList: []}]",
            "services: [{type: keyvalue, name: a, ipAllowList: []}]",
            true,
        ),
        (
            "services: [{type: web, name: a, autoDeploy: false}]",
            "services: [{type: web, name: a, autoDeployTrigger: 'off'}]",
            true,
        ),
        (
            "services: [{type: web, name: a, domain: x.example}]",
            "services: [{type: web, name: a, domains: [x.example]}]",
            true,
        ),
        (
            "services: [{type: web, name: a, domains: [a.example, b.example]}]",
            "services: [{type: web, name: a, domains: [b.example, a.example]}]",
            true,
        ),
        (
            "services: [{type: web, name: a, routes: [{type: rewrite, source: /a, destination: /b}, {type: rewrite, source: /c, destination: /d}]}]",
            "services: [{type: web, name: a, routes: [{type: rewrite, source: /c, destination: /d}, {type: rewrite, source: /a, destination: /b}]}]",
            false,
        ),
        (
            "services: [{type: web, name: a, envVars: [{key: V, value: 3.10}]}]",
            "services: [{type: web, name: a, envVars: [{key: V, value: '3.10'}]}]",
            false,
        ),
        (
            "services: [{type: web, name: a, envVars: [{key: V, value: 3}]}]",
            "services: [{type: web, name: a, envVars: [{key: V, value: '3'}]}]",
            true,
        ),
        (
            "services: [{type: web, name: a, envVars: [{key: V, generateValue: true}]}]",
            "services: [{type: web, name: a, envVars: [{key: V, sync: false}]}]",
            false,
        ),
        (
            "services: [{type: web, name: a, envVars: [{key: V, value: x, previewValue: y}]}]",
            "services: [{type: web, name: a, envVars: [{key: V, value: x, previewValue: z}]}]",
            false,
        ),
        (
            "databases: [{name: a, readReplicas: [{name: b}]}]",
            "databases: [{name: a, readReplicas: []}]",
            false,
        ),
        (
            "databases: [{name: a, readReplicas: [{name: b}, {name: c}]}]",
            "databases: [{name: a, readReplicas: [{name: c}, {name: b}]}]",
            true,
        ),
        (
            "x-base: &base {runtime: go}\nservices: [{<<: *base, type: web, name: a}]",
            "services: [{runtime: go, type: web, name: a}]",
            true,
        ),
        (
            "services: [{type: web, name: a, healthCheckPath: /}]",
            "services: {a: {type: web, healthCheckPath: /}}",
            true,
        ),
    ];
    for (base, head, same) in cases {
        for (base, head) in [(base, head), (head, base)] {
            let found = between(base, head);
            assert_eq!(found.parts.is_empty(), same, "{base}\n{head}\n{:#?}", found.parts);
        }
    }
}

#[test]
fn an_error_that_moves_to_another_part_is_new() {
    let two = |first: &str, second: &str| {
        format!(
            "services:\n  - {{type: pserv, name: a, runtime: docker, region: {first}}}\n  - {{type: pserv, name: b, runtime: docker, region: {second}}}\n"
        )
    };
    let found = between(&two("us-east", "ohio"), &two("ohio", "us-east"));
    assert_eq!(found.introduced.iter().filter(|new| new.severity == Severity::Error).count(), 1);
    assert!(found.alarms().new_error);
}

/// The names that parts had, as the difference says.
fn renames(base: &str, head: &str) -> Vec<String> {
    let found = diff(&Analysis::new(base), &Analysis::new(head));
    let renamed = found.parts.iter().filter_map(|change| match &change.kind {
        PartChangeKind::Renamed { from } => Some(format!("{from} is {}", change.part.name)),
        _ => None,
    });
    renamed.collect()
}

#[test]
fn renames_are_not_invented() {
    let with = |services: &[&str]| format!("services:\n{}", services.concat());
    let api = "  - {type: web, name: api, runtime: docker, envVars: [{key: STORE, fromService: {type: keyvalue, name: cache, property: connectionString}}]}\n";
    let store = "  - {type: keyvalue, name: cache, plan: starter, ipAllowList: []}\n";
    let other = store.replace("cache", "queue");
    // A Key Value of the same shape is another one, unless it took over the callers.
    assert_eq!(renames(&with(&[store]), &with(&[&other])), [""; 0]);
    let taken_over = api.replace("name: cache", "name: queue");
    assert_eq!(renames(&with(&[api, store]), &with(&[&taken_over, &other])), ["cache is queue"]);
    // The wiring still names the one that is gone.
    assert_eq!(renames(&with(&[api, store]), &with(&[api, &other])), [""; 0]);
    let auth = "  - {type: pserv, name: auth, runtime: docker, startCommand: ./auth}\n";
    let caller = "  - {type: web, name: api, runtime: docker, envVars: [{key: A, fromService: {type: pserv, name: auth, property: host}}]}\n";
    let mail = auth.replace("name: auth", "name: mail");
    assert_eq!(renames(&with(&[caller, auth]), &with(&[caller, &mail])), [""; 0]);
    assert_eq!(renames(&with(&[auth]), &with(&[&mail])), ["auth is mail"]);
}

#[test]
fn a_name_that_is_missing_is_neither_a_new_one_nor_a_new_entry_point() {
    let base = "services:\n  - type: web\n    name: api\n    runtime: docker\n  - {type: web, name: b, runtime: node}\n";
    for head in [
        base.replace("    name: api\n", ""),
        base.replace("name: api", "name:"),
        base.replace("name: api", "name api"),
    ] {
        for (one, two) in [(base, head.as_str()), (head.as_str(), base)] {
            let found = diff(&Analysis::new(one), &Analysis::new(two));
            let kinds: Vec<&str> = found.parts.iter().map(|part| part.kind.id()).collect();
            assert!(kinds.iter().all(|kind| *kind == "changed"), "{kinds:?} in\n{two}");
            assert_eq!(found.entry_points, [], "{two}");
            assert!(
                found
                    .parts
                    .iter()
                    .any(|part| { part.fields.iter().any(|field| field.field == "name") }),
                "{two}"
            );
        }
    }
}
