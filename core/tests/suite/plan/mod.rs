//! What the plan says of a change: every class and every row on syncs, what it keeps quiet about, an independent second
//! evaluator, and real changes.

mod first;
mod growth;
mod headlines;
mod quiet;
mod random;
mod real;
mod rows;
mod workspace;
mod written;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::diff;
use blueprint_lens_core::plan::{Mode, Plan, plan};

/// The plan of two texts.
fn planned(base: &str, head: &str, mode: Mode) -> Plan {
    let (base, head) = (Analysis::new(base), Analysis::new(head));
    plan(&base, &head, &diff(&base, &head), mode)
}

/// A plan as lines: row, class, node and field.
fn lines(plan: &Plan) -> Vec<String> {
    let line = |one: &blueprint_lens_core::plan::Consequence| {
        let field = one.field.as_deref().unwrap_or("-");
        format!("{} {} {} {field}", one.id, one.class.id(), one.part.id)
    };
    plan.consequences.iter().map(line).collect()
}

/// A shop with one of everything, which Render takes.
const SHOP: &str = "\
projects:
  - name: shop
    environments:
      - name: production
        services: []
      - name: staging
        services: []
services:
  - type: web
    name: api
    runtime: node
    plan: starter
    numInstances: 1
    buildCommand: npm ci
    startCommand: npm start
    healthCheckPath: /health
    initialDeployHook: npm run seed
    buildFilter:
      paths: [src/**]
      ignoredPaths: [docs/**]
    envVars:
      - key: DATABASE_URL
        fromDatabase: {name: orders, property: connectionString}
      - key: REDIS_URL
        fromService: {name: cache, type: keyvalue, property: connectionString}
      - key: MODE
        value: production
      - key: SESSION_KEY
        generateValue: true
      - key: STRIPE_ID
        sync: false
      - fromGroup: shared
  - type: worker
    name: jobs
    runtime: docker
    plan: starter
    disk:
      name: data
      mountPath: /data
      sizeGB: 20
  - type: web
    name: site
    runtime: static
    staticPublishPath: dist
    buildCommand: npm run build
    headers:
      - {path: /*, name: X-Frame-Options, value: DENY}
    routes:
      - {type: redirect, source: /old, destination: /new}
      - {type: rewrite, source: /*, destination: /index.html}
  - type: keyvalue
    name: cache
    plan: standard
    maxmemoryPolicy: noeviction
    ipAllowList: []
databases:
  - name: orders
    plan: basic-1gb
    databaseName: orders
    user: app
    postgresMajorVersion: '16'
    diskSizeGB: 20
    ipAllowList: []
    readReplicas:
      - name: orders-copy
      - name: orders-report
envVarGroups:
  - name: shared
    envVars:
      - {key: REGION_NAME, value: west}
";

/// The shop with other words in it.
fn shop(changes: &[(&str, &str)]) -> String {
    let mut text = SHOP.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text
}

#[test]
fn the_shop_is_one_that_render_takes() {
    let found = Analysis::new(SHOP);
    let errors = found
        .diagnostics()
        .iter()
        .filter(|found| found.severity == blueprint_lens_core::diagnostics::Severity::Error);
    let messages: Vec<&str> = errors.map(|found| found.message.as_str()).collect();
    assert!(messages.is_empty(), "{messages:?}");
}
