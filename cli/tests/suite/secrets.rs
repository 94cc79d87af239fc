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

#[test]
fn a_fix_that_would_write_a_secret_is_only_shown() {
    let text = "services:\n  - type: web\n    name: api\n    runtime: docker\n    envVars:\n      - key: DB_PASS\n        value: pw9 #1\n      - key: MODE\n        value: fast #1\n";
    let folder = crate::folder::folder(&[("render.yaml", text)]);
    let said = |format: &str| {
        let mut command = crate::program::program();
        command.current_dir(folder.path()).args(["check", "--format", format]);
        String::from_utf8(command.output().expect("it runs").stdout).expect("it is text")
    };
    let report: serde_json::Value = serde_json::from_str(&said("json")).expect("it is JSON");
    let found = report["files"][0]["diagnostics"].as_array().expect("a list").iter();
    let fixes: Vec<(String, String)> = found
        .filter(|found| found["rule"] == "hash-cuts-value")
        .map(|found| {
            let fix = &found["fixes"][0];
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            (text(&fix["safety"]), text(&fix["edits"][0]["text"]))
        })
        .collect();
    let fix = |safety: &str, text: &str| (safety.to_owned(), text.to_owned());
    let [hidden, whole] = fixes.as_slice() else { panic!("two fixes: {fixes:?}") };
    assert_eq!(*hidden, fix("display", "\"*** #1\""), "short as it is");
    assert!(whole.0 != "display" && whole.1 == "\"fast #1\"", "{whole:?}");
    let sarif = said("sarif");
    assert!(!sarif.contains("pw9") && !sarif.contains("*** #1"), "SARIF has no word for it");
    assert!(sarif.contains("fast #1"), "other fixes are there");
    let report = said("text");
    assert!(report.contains("note: fix (writes a secret, which is hidden here): "), "{report}");
    assert!(report.contains("note: fix (unsafe): "), "{report}");
    let kept = std::fs::read_to_string(folder.path().join("render.yaml")).expect("it is there");
    assert_eq!(kept, text);
}
