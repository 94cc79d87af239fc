//! A Blueprint as rows: resources, variables and groups, as another reader of YAML hands them over.

use std::net::Ipv4Addr;
use std::ops::Range;

use serde_yaml::Value;

/// Where something is declared: at the root (0), in `ungrouped` (1), which both lie outside every environment, or in one.
pub(super) type Place = usize;

/// A resource and all that decides who reaches it.
pub(super) struct Row {
    /// `web`, `static`, `pserv`, `worker`, `cron`, `workflow`, `keyvalue`, `postgres` or `replica`.
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) region: String,
    pub(super) is_free: bool,
    pub(super) place: Place,
    /// Whom an allow list lets in: everybody (`all`), `some`, nobody (`shut`), or one cannot tell (`odd`).
    pub(super) list: Option<&'static str>,
    /// Whether its public name is off and it has no domain.
    pub(super) has_no_door: bool,
    pub(super) vars: Range<usize>,
    /// The destinations of a static site's routes.
    pub(super) routes: Vec<String>,
}

/// A group of variables.
pub(super) struct Group {
    pub(super) place: Place,
    pub(super) name: String,
    pub(super) vars: Range<usize>,
}

/// The whole file.
pub(super) struct World {
    pub(super) rows: Vec<Row>,
    pub(super) groups: Vec<Group>,
    /// The variables of all rows and groups.
    pub(super) vars: Vec<Value>,
    /// For each place, whether it is isolated.
    pub(super) isolated: Vec<bool>,
}

/// The text of a scalar.
pub(super) fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        Value::Tagged(tagged) => word(&tagged.value),
        _ => String::new(),
    }
}

fn items(value: &Value) -> &[Value] {
    value.as_sequence().map_or(&[], Vec::as_slice)
}

impl World {
    /// The rows of a file that Render takes.
    pub(super) fn new(root: &Value) -> Self {
        let (rows, groups, vars) = (Vec::new(), Vec::new(), Vec::new());
        let mut world = Self { rows, groups, vars, isolated: vec![false, false] };
        world.read(root, 0);
        world
    }

    /// Adds what a scope holds, in the order of the text.
    fn read(&mut self, scope: &Value, place: Place) {
        for (key, value) in scope.as_mapping().into_iter().flatten() {
            match word(key).as_str() {
                "ungrouped" => self.read(value, 1),
                "projects" => {
                    for one in items(value).iter().flat_map(|one| items(&one["environments"])) {
                        let isolation = word(&one["networking"]["isolation"]);
                        self.isolated.push(isolation == "enabled");
                        self.read(one, self.isolated.len() - 1);
                    }
                }
                "services" => {
                    for item in items(value) {
                        self.row(item, kind(item), place);
                    }
                }
                "databases" => {
                    for item in items(value) {
                        self.row(item, "postgres", place);
                        for copy in items(&item["readReplicas"]) {
                            self.row(copy, "replica", place);
                            self.rows.last_mut().expect("just added").region = region(item);
                        }
                    }
                }
                "envVarGroups" => {
                    for item in items(value) {
                        let (name, vars) = (word(&item["name"]), self.hold(&item["envVars"]));
                        self.groups.push(Group { place, name, vars });
                    }
                }
                _ => {}
            }
        }
    }

    fn hold(&mut self, vars: &Value) -> Range<usize> {
        let first = self.vars.len();
        self.vars.extend_from_slice(items(vars));
        first..self.vars.len()
    }

    fn row(&mut self, item: &Value, kind: &'static str, place: Place) {
        let has_domain = !items(&item["domains"]).is_empty() || !word(&item["domain"]).is_empty();
        let vars = self.hold(&item["envVars"]);
        self.rows.push(Row {
            kind,
            name: word(&item["name"]),
            region: region(item),
            is_free: word(&item["plan"]) == "free",
            place,
            list: item.get("ipAllowList").map(allowed),
            has_no_door: word(&item["renderSubdomainPolicy"]) == "disabled" && !has_domain,
            vars,
            routes: items(&item["routes"]).iter().map(|one| word(&one["destination"])).collect(),
        });
    }
}

fn region(item: &Value) -> String {
    item.get("region").map_or_else(|| "oregon".to_owned(), word)
}

fn allowed(list: &Value) -> &'static str {
    let ranges: Vec<String> = items(list).iter().map(|rule| word(&rule["source"])).collect();
    let is_range = |range: &String| {
        let (address, bits) = range.split_once('/').unwrap_or((range, "0"));
        address.parse::<Ipv4Addr>().is_ok() && bits.parse::<u8>().is_ok()
    };
    match ranges.as_slice() {
        [] => ["odd", "shut"][usize::from(list.is_sequence())],
        all if all.iter().any(|one| one == "0.0.0.0/0") => "all",
        all if all.iter().all(is_range) => "some",
        _ => "odd",
    }
}

fn kind(item: &Value) -> &'static str {
    let is_static = [&item["runtime"], &item["env"]].into_iter().any(|one| word(one) == "static");
    let kinds = ["web", "pserv", "worker", "cron", "workflow", "keyvalue"];
    match word(&item["type"]).as_str() {
        "web" if is_static => "static",
        "redis" => "keyvalue",
        stated => kinds.into_iter().find(|kind| *kind == stated).unwrap_or("unknown"),
    }
}

/// A host that somebody wrote.
pub(super) struct Host {
    pub(super) name: String,
    /// Whether a scheme or a port says that it is one.
    pub(super) is_address: bool,
    /// Whether it is all of the text.
    pub(super) is_whole: bool,
}

/// The hosts in a text, as far as those that are made here need it.
pub(super) fn hosts(text: &str) -> Vec<Host> {
    let pieces = text.split(|c: char| c.is_whitespace() || ",;\"'()<>|`=".contains(c));
    let host = |piece: &str| {
        let (scheme, rest) = piece.split_once("://").unwrap_or(("", piece));
        let address = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?;
        let (name, port) = address.split_once(':').unwrap_or((address, ""));
        let has_port = port.parse::<u16>().is_ok();
        let is_sign = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
        let is_host =
            !name.is_empty() && name.chars().all(is_sign) && (has_port || port.is_empty());
        let is_address = has_port || !scheme.is_empty();
        is_host.then(|| Host {
            name: name.to_lowercase(),
            is_address,
            is_whole: piece == text.trim(),
        })
    };
    pieces.filter_map(host).collect()
}
