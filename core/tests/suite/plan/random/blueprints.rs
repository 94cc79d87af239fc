//! Random Blueprints that Render takes: a few parts of every kind, at the root and in two environments.

use serde_yaml::Value;

use crate::random::Random;

/// A value from flow YAML.
pub(super) fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// What a field of a kind may hold, in flow YAML.
type Choices = &'static [(&'static str, &'static [&'static str])];

const BUILT: Choices = &[
    ("plan", &["starter", "standard", "pro"]),
    ("region", &["oregon", "ohio", "frankfurt"]),
    ("branch", &["main", "next"]),
    ("rootDir", &["app", "server"]),
    ("dockerfilePath", &["./Dockerfile", "./deploy/Dockerfile"]),
    ("dockerCommand", &["serve", "serve --fast"]),
    ("preDeployCommand", &["migrate", "migrate --all"]),
    ("autoDeployTrigger", &["commit", "checksPass", "'off'"]),
    (
        "buildFilter",
        &[
            "{paths: [src/**]}",
            "{ignoredPaths: [docs/**]}",
            "{paths: [src/**], ignoredPaths: [docs/**]}",
        ],
    ),
    ("maxShutdownDelaySeconds", &["30", "60"]),
    ("numInstances", &["1", "2", "3"]),
    (
        "disk",
        &[
            "{name: d, mountPath: /d}",
            "{name: d, mountPath: /d, sizeGB: 5}",
            "{name: d, mountPath: /e, sizeGB: 20}",
        ],
    ),
    (
        "scaling",
        &[
            "{minInstances: 1, maxInstances: 3, targetCPUPercent: 60}",
            "{minInstances: 2, maxInstances: 3, targetCPUPercent: 60}",
        ],
    ),
];
const WEB: Choices = &[
    ("healthCheckPath", &["/up", "/health"]),
    ("initialDeployHook", &["seed", "fill"]),
    ("domains", &["[a.example.com]", "[a.example.com, b.example.com]"]),
];
const CRON: Choices = &[
    ("plan", &["starter", "standard"]),
    ("region", &["oregon", "ohio"]),
    ("dockerCommand", &["tidy", "tidy --all"]),
    ("schedule", &["0 1 * * *", "0 2 * * *"]),
];
const STATIC: Choices = &[
    ("buildCommand", &["npm run build", "make site"]),
    ("staticPublishPath", &["dist", "public"]),
    (
        "headers",
        &[
            "[{path: /*, name: X-A, value: b}]",
            "[{path: /*, name: X-A, value: c}, {path: /x, name: X-B, value: d}]",
        ],
    ),
    (
        "routes",
        &[
            "[{type: redirect, source: /a, destination: /b}]",
            "[{type: redirect, source: /a, destination: /c}, {type: rewrite, source: /x, destination: /y}]",
        ],
    ),
    ("rootDir", &["site", "front"]),
];
const KEY_VALUE: Choices = &[
    ("plan", &["free", "starter", "256mb", "standard", "pro", "5g"]),
    ("region", &["oregon", "ohio"]),
    ("ipAllowList", &["[]", "[{source: 203.0.113.7}]"]),
    ("maxmemoryPolicy", &["noeviction", "allkeys-lru"]),
    ("persistenceMode", &["'off'", "snapshot", "journal-snapshot"]),
];
const DATABASE: Choices = &[
    ("plan", &["free", "basic-256mb", "basic-1gb", "basic-4gb", "pro-4gb", "1c-4g", "2c-4g"]),
    ("region", &["oregon", "ohio"]),
    ("databaseName", &["orders", "sales"]),
    ("user", &["app", "owner"]),
    ("postgresMajorVersion", &["'16'", "'17'"]),
    ("diskSizeGB", &["15", "20", "50"]),
    ("ipAllowList", &["[]", "[{source: 203.0.113.7}]"]),
    ("readReplicas", &["[]", "[{name: copy-1}]", "[{name: copy-1}, {name: copy-2}]"]),
];

/// The fields that a part may have. `kind` is a kind of resource, or `group`.
pub(super) fn choices(kind: &str) -> Vec<(&'static str, &'static [&'static str])> {
    match kind {
        "web" => [BUILT, WEB].concat(),
        "pserv" | "worker" => BUILT.to_vec(),
        "cron" => CRON.to_vec(),
        "static" => STATIC.to_vec(),
        "keyvalue" => KEY_VALUE.to_vec(),
        "postgres" => DATABASE.to_vec(),
        _ => Vec::new(),
    }
}

/// Fields that a kind must have.
pub(super) const REQUIRED: [&str; 3] = ["schedule", "staticPublishPath", "buildCommand"];

const KINDS: [&str; 8] =
    ["web", "pserv", "worker", "cron", "static", "keyvalue", "postgres", "group"];

/// Which list a kind belongs to.
pub(super) fn list_of(kind: &str) -> &'static str {
    match kind {
        "postgres" => "databases",
        "group" => "envVarGroups",
        _ => "services",
    }
}

/// Whether a kind has variables.
pub(super) fn has_variables(kind: &str) -> bool {
    !matches!(kind, "keyvalue" | "postgres")
}

/// A new part with that number in its name.
pub(super) fn part(kind: &str, number: usize, random: &mut Random) -> Value {
    let mut part = match kind {
        "postgres" | "group" => Value::Mapping(serde_yaml::Mapping::new()),
        "static" => yaml("{type: web, runtime: static}"),
        "keyvalue" => yaml("{type: keyvalue, ipAllowList: []}"),
        _ => yaml(&format!("{{type: {kind}, runtime: docker}}")),
    };
    part["name"] = Value::from(format!("{kind}-{number}"));
    for (field, values) in choices(kind) {
        if REQUIRED.contains(&field) || random.chance(2) {
            part[field] = yaml(random.pick(values));
        }
    }
    let lists_replicas = part.get("readReplicas").and_then(Value::as_sequence).is_some();
    if lists_replicas {
        // Names of replicas are unique in a file.
        for replica in part["readReplicas"].as_sequence_mut().into_iter().flatten() {
            let name = replica["name"].as_str().unwrap_or_default().to_owned();
            replica["name"] = Value::from(format!("{name}-of-{number}"));
        }
    }
    settle(&mut part);
    if has_variables(kind) {
        part["envVars"] = yaml("[]");
    }
    part
}

/// Takes away what Render refuses beside a disk.
pub(super) fn settle(part: &mut Value) {
    let fields = part.as_mapping_mut().expect("a part is a mapping");
    if fields.contains_key("disk") {
        fields.remove("numInstances");
        fields.remove("scaling");
    }
}

/// A whole Blueprint.
pub(super) fn blueprint(random: &mut Random) -> Value {
    let mut blueprint = yaml(
        "{services: [], databases: [], envVarGroups: [], projects: [{name: p, environments: [{name: one, services: [], databases: [], envVarGroups: []}, {name: two, services: [], databases: [], envVarGroups: []}]}]}",
    );
    for number in 0..2 + random.below(4) {
        let kind = random.pick(&KINDS);
        let part = part(kind, number, random);
        let place = random.pick(&[0, 0, 0, 1, 2]);
        list(&mut blueprint, place, list_of(kind)).push(part);
    }
    for _ in 0..random.below(8) {
        super::changes::variable(&mut blueprint, random);
    }
    blueprint
}

/// A list of parts: of the root, or of one of the environments.
pub(super) fn list<'a>(blueprint: &'a mut Value, place: usize, name: &str) -> &'a mut Vec<Value> {
    let holder = match place {
        0 => blueprint,
        number => &mut blueprint["projects"][0]["environments"][number - 1],
    };
    holder[name].as_sequence_mut().expect("it is a list")
}
