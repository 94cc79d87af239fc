//! No secret of a Blueprint comes out of any command, in any format, but for what returns the text itself: `fix`.

use crate::everywhere::everywhere;

/// What every secret begins with.
const CANARY: &str = "kanarie";

/// `shop:kanarie0` in base64.
const CANARY_IN_BASE64: &str = "c2hvcDprYW5hcmllMA==";

/// A secret in every place that one was ever found in. Each has a number of its own.
const BLUEPRINT: &str = "\
# API_TOKEN: kanarie01x
projects:
  - name: postgres://shop:kanarie02x@projects.test/a
    environments:
      - name: production
        services:
          - type: pserv
            name: inside
            runtime: docker
            region: oregon
envVarGroups:
  - name: https://shop:kanarie03x@groups.test/b
    envVars:
      - key: SMTP_PASS
        value: kanarie04x
services:
  - type: web
    name: api
    env: docker
    region: oregon
    repo: https://shop:kanarie05x@git.test/shop
    branch: token=kanarie06x
    apiToken: kanarie07x
    buildCommand: API_TOKEN=kanarie08x npm ci
    startCommand: flower --basic_auth=shop:kanarie09x --requirepass kanarie10x
    healthCheckPath: https://shop:kanarie11x@health.test/
    domains:
      - https://shop:kanarie12x@domains.test
    ipAllowList:
      - source: 0.0.0.0/0
        description: password=kanarie13x
    envVars:
      - key: DB_PASS
        value: kanarie14x #1
      - key: MYSQL_PWD
        value: |
          kanarie15x
      - key: REDIS_AUTH
        value: kanarie16x
      - key: PASSPHRASE
        value: kanarie17x
        sync: false
      - key: ENCRYPTION_KEY
        value: kanarie18x
        generateValue: true
      - key: SIGNING_SALT
        value: kanarie19x
        previewValue: kanarie20x
      - key: SLACK
        value: https://hooks.slack.com/services/T0/B0/kanarie21x
      - key: DISCORD
        value: https://discord.com/api/webhooks/1/kanarie22x
      - key: TEAMS
        value: https://shop.webhook.office.com/webhookb2/kanarie23x
      - key: OPERATOR
        value: admin:kanarie24x
      - key: SETTINGS
        value: '{\"user\": \"shop\", \"password\": \"kanarie25x\"}'
      - key: MIRROR
        value: docker.io/shop:kanarie26x@mirror
      - key: HEADER
        value: Basic c2hvcDprYW5hcmllMA==
      - key: OTHER_HEADER
        value: Bearer kanarie27x
      - key: DATABASE_URL
        value: postgres://shop:kanarie28x@db.test/shop
      - key: https://shop:kanarie29x@keys.test
        value: x
      - key: CALLED
        fromService:
          type: pserv
          name: https://shop:kanarie30x@names.test/c
          property: host
      - key: UNDECLARED
        fromService:
          type: pserv
          name: https://shop:kanarie31x@unknown.test/d
          property: host
      - key: DB
        fromDatabase:
          name: postgres://shop:kanarie32x@databases.test/e
          property: connectionString
      - fromGroup: https://shop:kanarie03x@groups.test/b
      - fromGroup: https://shop:kanarie33x@nogroups.test/b
      - key: TWICE
        value: kanarie14x
  - type: pserv
    name: https://shop:kanarie30x@names.test/c
    runtime: image
    image:
      url: docker.io/shop:kanarie34x@image
    region: https://shop:kanarie35x@regions.test
    plan: https://shop:kanarie36x@plans.test
  - type: https://shop:kanarie37x@types.test
    name: odd
    runtime: https://shop:kanarie38x@runtimes.test
  - type: web
    name: site
    runtime: static
    staticPublishPath: password=kanarie39x
    headers:
      - path: /*
        name: Authorization
        value: Bearer kanarie40x
    routes:
      - type: rewrite
        source: /api/*
        destination: https://shop:kanarie41x@routes.test/*
databases:
  - name: postgres://shop:kanarie32x@databases.test/e
    databaseName: postgres://shop:kanarie42x@names.test/f
    region: oregon
  - name: db
    region: oregon
    user: shop:kanarie43x@users.test
";

/// The same file with other secrets and a few other things.
fn before() -> String {
    BLUEPRINT
        .replace("kanarie14x #1", "kanarie14y")
        .replace("x\n", "y\n")
        .replace("x@", "y@")
        .replace("name: api", "name: old-api")
        .replace("c2hvcDprYW5hcmllMA==", "c2hvcDprYW5hcmllMQ==")
}

/// The secrets that a text holds.
fn canaries(text: &str) -> Vec<String> {
    let numbered = text.match_indices(CANARY).map(|(at, _)| {
        text[at..].chars().take_while(char::is_ascii_alphanumeric).collect::<String>()
    });
    let mut found: Vec<String> = numbered.collect();
    found.extend(text.contains(CANARY_IN_BASE64).then(|| CANARY_IN_BASE64.to_owned()));
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn no_secret_comes_out_of_any_command_in_any_format() {
    assert_eq!(canaries(BLUEPRINT).len(), 44, "each secret counts once");
    let mut leaks = Vec::new();
    for said in everywhere("render.yaml", &before(), BLUEPRINT) {
        let found = canaries(&format!("{}{}", said.output, said.errors));
        if !found.is_empty() {
            leaks.push(format!("{}: {}", said.by, found.join(" ")));
        }
    }
    assert!(leaks.is_empty(), "\n{}", leaks.join("\n"));
}
