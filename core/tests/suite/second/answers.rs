//! The tables, and what follows from them. Ids are rows of the ledger.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::identities;
use super::world::{Host, Place, Row, World, hosts, word};

/// Who opens private connections: M09, M10, M11.
const SENDS: [&str; 5] = ["web", "pserv", "worker", "cron", "workflow"];
/// Who takes them: M08, M09, M12. A free web service does not.
const RECEIVES: [&str; 5] = ["web", "pserv", "keyvalue", "postgres", "replica"];
const DATABASES: [&str; 2] = ["postgres", "replica"];
/// Kinds with a name under `onrender.com` or none at all: everything but datastores.
const RUNS: [&str; 6] = ["web", "static", "pserv", "worker", "cron", "workflow"];
/// What a server hands to browsers and to others, of the variables that are made here.
const FOR_OTHERS: [&str; 4] = ["VITE_API_URL", "NEXT_PUBLIC_HOST", "CORS_ORIGIN", "ALLOWED_HOSTS"];
/// What Render sets itself: public addresses.
const PUBLIC: [&str; 2] = ["RENDER_EXTERNAL_URL", "RENDER_EXTERNAL_HOSTNAME"];
/// Properties of a database that are texts, no addresses.
const TEXTS: [&str; 3] = ["user", "password", "database"];

/// One end of a connection: a row, or what is elsewhere.
type End = Result<usize, String>;
/// A variable, and the place in which its names are looked up.
type Held<'w> = (Place, &'w Value);

/// Who reads a value, and whether its own program opens what it finds there.
#[derive(Clone, Copy)]
struct Reader {
    row: usize,
    is_server: bool,
}

/// The own environment first, then what lies outside them, then another one.
fn distance(from: Place, to: Place) -> u8 {
    if from == to { 0 } else { 1 + u8::from(to > 1) }
}

impl World {
    /// M01, M09, M10, M27, M29: may one open a connection to the other?
    fn may(&self, from: &Row, to: &Row) -> bool {
        let is_shut = self.isolated[from.place] || self.isolated[to.place];
        let is_apart = from.place != to.place && is_shut;
        let is_taken = RECEIVES.contains(&to.kind) && !(to.kind == "web" && to.is_free);
        SENDS.contains(&from.kind) && is_taken && from.region == to.region && !is_apart
    }

    /// The row that a reference names: of the right sort, near, of the kind that it states, first in the file.
    fn named(&self, place: Place, reference: &Value, is_database: bool) -> End {
        let (name, stated) = (word(&reference["name"]), word(&reference["type"]));
        let stated = if stated == "redis" { "keyvalue" } else { &stated };
        let fits = |row: &Row| row.kind == stated || (stated == "web" && row.kind == "static");
        let rank = |(at, row): &(usize, &Row)| {
            let is_wrong = DATABASES.contains(&row.kind) != is_database;
            (is_wrong, distance(place, row.place), !fits(row), *at)
        };
        let all = self.rows.iter().enumerate().filter(|(_, row)| row.name == name);
        all.min_by_key(rank).map(|(at, _)| at).ok_or_else(|| format!("unknown:{name}"))
    }

    /// M13, M14: the row whose name a label is, with or without a hash of four characters.
    fn labelled(&self, place: Place, label: &str, is_meant: fn(&Row) -> bool) -> Option<usize> {
        let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let is_hash = |(_, hash): &(&str, &str)| hash.len() == 4 && hash.chars().all(is_sign);
        let bare = label.rsplit_once('-').filter(is_hash).map(|(bare, _)| bare);
        let all = self.rows.iter().enumerate().filter(|(_, row)| is_meant(row));
        let named = all.filter(|(_, row)| row.name == label || Some(row.name.as_str()) == bare);
        let rank = |(at, row): &(usize, &Row)| (row.name != label, distance(place, row.place), *at);
        named.min_by_key(rank).map(|(at, _)| at)
    }

    /// The variables of a row: its own, and those of its groups that it does not set itself.
    fn held(&self, row: &Row) -> Vec<Held<'_>> {
        let vars = &self.vars[row.vars.clone()];
        let keys = vars.iter().filter_map(|var| var.get("key"));
        let own: BTreeSet<String> = keys.map(word).collect();
        let mut out: Vec<Held<'_>> = vars.iter().map(|var| (row.place, var)).collect();
        for link in vars.iter().filter_map(|var| var.get("fromGroup")) {
            let named = self.groups.iter().filter(|group| group.name == word(link));
            if let Some(group) = named.min_by_key(|group| distance(row.place, group.place)) {
                let vars = self.vars[group.vars.clone()].iter();
                let new = vars.filter(|var| !own.contains(&word(&var["key"])));
                out.extend(new.map(|var| (group.place, var)));
            }
        }
        out
    }

    /// What the value of a variable gives its reader: classes and ends. `seen` ends circles of copies.
    fn given(
        &self,
        by: Reader,
        held: Held<'_>,
        seen: &mut BTreeSet<(usize, String)>,
    ) -> Vec<(&'static str, End)> {
        let ((place, var), mut out) = (held, Vec::new());
        let (service, database) = (&var["fromService"], &var["fromDatabase"]);
        if service.is_mapping() {
            let end = self.named(place, service, false);
            let (property, key) = (word(&service["property"]), word(&service["envVarKey"]));
            let is_web = match &end {
                Ok(at) => self.rows[*at].kind == "web",
                Err(_) => word(&service["type"]) == "web",
            };
            let is_page = is_web && property == "host" && self.rows[by.row].kind == "static";
            let is_public = is_page || PUBLIC.contains(&key.as_str());
            let is_copy = !is_public && property.is_empty() && key != "RENDER_DISCOVERY_SERVICE";
            let class = if is_public { "public" } else { "private" };
            out.push((if is_copy { "config" } else { class }, end.clone()));
            // W36: a copy is what its source is.
            if let Ok(owner) = end
                && is_copy
                && seen.insert((owner, key.clone()))
            {
                let mut all = self.held(&self.rows[owner]).into_iter();
                let source = all.find(|(_, var)| word(&var["key"]) == key);
                let far = source.map(|source| self.given(by, source, seen)).unwrap_or_default();
                out.extend(far.into_iter().filter(|(class, _)| *class != "config"));
            }
        }
        if database.is_mapping() {
            let is_text = TEXTS.contains(&word(&database["property"]).as_str());
            let class = if is_text { "config" } else { "private" };
            out.push((class, self.named(place, database, true)));
        }
        let names_host = ["_URL", "_HOST"].iter().any(|end| word(&var["key"]).ends_with(end));
        out.extend(self.written(by, &word(&var["value"]), names_host));
        out
    }

    /// The addresses in a text that somebody wrote.
    fn written(&self, by: Reader, text: &str, names_host: bool) -> Vec<(&'static str, End)> {
        // A host is looked up where it is used.
        let place = self.rows[by.row].place;
        let given = |host: Host| {
            if let Some(label) = host.name.strip_suffix(".onrender.com") {
                let row = self.labelled(place, label, |row| RUNS.contains(&row.kind)).map(Ok);
                let outside = by.is_server.then(|| Err(format!("external:{}", host.name)));
                return row.or(outside).map(|end| ("public", end));
            }
            let is_host = host.is_address || (host.is_whole && names_host);
            let label = Some(&host.name).filter(|name| is_host && !name.contains('.'))?;
            Some(("private", Ok(self.labelled(place, label, |_| true)?)))
        };
        hosts(text).into_iter().filter_map(given).collect()
    }

    /// Whether a connection works.
    fn verdict(&self, by: Reader, class: &str, end: &End) -> &'static str {
        let to = match end {
            Ok(to) => *to,
            Err(id) => return if id.starts_with("external") { "ok" } else { "unknown" },
        };
        let (caller, called) = (&self.rows[by.row], &self.rows[to]);
        let has_way = SENDS.contains(&caller.kind) && RECEIVES.contains(&called.kind);
        let has_name = ["web", "static"].contains(&called.kind);
        match class {
            "private" if !self.may(caller, called) => "blocked",
            "public" if by.is_server && has_way => "detour",
            // The name may be that of somebody else's service.
            "public" if RUNS.contains(&called.kind) && !has_name => "unknown",
            _ => "ok",
        }
    }

    /// How open a row is to the internet.
    fn exposure(row: &Row) -> &'static str {
        match (row.kind, row.list) {
            ("pserv", _) => "private",
            ("worker" | "cron" | "workflow", _) => "outbound-only",
            ("web" | "static", list) if row.has_no_door || list == Some("shut") => "closed",
            ("replica", _) | ("keyvalue", None) | (_, Some("odd")) => "unknown",
            (_, Some("shut")) => "private",
            (_, Some("some")) => "public-limited",
            _ => "public",
        }
    }

    /// Everything that there is to say of the network, a line each.
    pub(super) fn answers(&self) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        let ids = identities(self.rows.iter().map(|row| (row.kind, &*row.name, row.place)));
        for (at, row) in self.rows.iter().enumerate() {
            let own = &ids[at];
            out.insert(format!("{own} is {}", Self::exposure(row)));
            for (to, called) in self.rows.iter().enumerate().filter(|(to, _)| *to != at) {
                let answer = if self.may(row, called) { "yes" } else { "no" };
                out.insert(format!("{own} reaches {}: {answer}", ids[to]));
            }
            let mut wire = |by: Reader, given: Vec<(&str, End)>| {
                for (class, end) in given.into_iter().filter(|(_, end)| *end != Ok(at)) {
                    let verdict = self.verdict(by, class, &end);
                    let id = end.map_or_else(|id| id, |to| ids[to].clone());
                    if id.starts_with("unknown") {
                        out.insert(format!("{own} reaches {id}: unknown"));
                    }
                    out.insert(format!("{own} to {id}: {class} {verdict}"));
                }
            };
            for held in self.held(row) {
                let is_for_others = FOR_OTHERS.contains(&word(&held.1["key"]).as_str());
                let by = Reader { row: at, is_server: row.kind != "static" && !is_for_others };
                wire(by, self.given(by, held, &mut BTreeSet::new()));
            }
            // N23, N24: where a static site's routes lead, as far as they name a scheme.
            for to in row.routes.iter().filter(|to| row.kind == "static" && to.contains("://")) {
                let given = self.written(Reader { row: at, is_server: true }, to, false);
                wire(Reader { row: at, is_server: false }, given);
            }
        }
        out
    }
}
