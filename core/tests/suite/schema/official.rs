//! What the official schema says of a text.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use super::language::{Form, Language, Shape, each_mapping};

/// The official schema.
pub(crate) struct Official {
    validator: Validator,
    /// Names of fields that some place of the schema knows.
    names: BTreeSet<String>,
    /// Fields of the root, of `ungrouped` and of environments: places that the schema puts together of parts.
    composed: BTreeSet<String>,
}

impl Official {
    /// Reads the schema.
    pub(crate) fn new(text: &str) -> Self {
        let language = Language::new(text).expect("the schema can be read");
        let mut names = BTreeSet::new();
        each_mapping(language.schema(), &mut |fields| {
            let properties = fields.get("properties").and_then(Value::as_object);
            names.extend(properties.into_iter().flat_map(|properties| properties.keys().cloned()));
        });
        let places: [&[&str]; 3] = [&[], &["ungrouped"], &["projects", "environments"]];
        let composed = places
            .iter()
            .flat_map(|path| fields_at(&language, path))
            .map(ToOwned::to_owned)
            .collect();
        let validator = jsonschema::validator_for(language.schema()).expect("the schema is one");
        Self { validator, names, composed }
    }

    /// Names of fields that some place of the schema knows.
    pub(crate) fn names(&self) -> Vec<String> {
        self.names.iter().cloned().collect()
    }

    /// The units that the schema refuses, with its words; `None` where it cannot be asked.
    pub(crate) fn refused(&self, text: &str) -> Option<BTreeMap<String, String>> {
        let value: serde_yaml::Value = serde_yaml::from_str(text).ok()?;
        let mut value = serde_json::to_value(value).ok().filter(|value| !value.is_null())?;
        with_present_names(&mut value);
        let mut out = BTreeMap::new();
        for error in self.validator.iter_errors(&value) {
            let path: Vec<String> = segments_of_pointer(error.instance_path().as_str());
            if let ValidationErrorKind::UnevaluatedProperties { unexpected } = error.kind() {
                // What stands beside something refused counts as not looked at; the cause is reported of its own.
                for name in unexpected.iter().filter(|name| !self.is_known(&path, name)) {
                    let mut path = path.clone();
                    path.push(name.clone());
                    out.insert(unit_of(&path), error.to_string());
                }
                continue;
            }
            out.insert(unit_of(&path), error.to_string().chars().take(300).collect());
        }
        Some(out)
    }

    /// Whether a place made of parts knows a field.
    fn is_known(&self, path: &[String], name: &str) -> bool {
        let environment = ["name", "networking", "permissions"];
        let root = [
            "previews",
            "previewsEnabled",
            "previewsExpireAfterDays",
            "projects",
            "ungrouped",
            "version",
        ];
        let here = match path.last().map(String::as_str) {
            None => !environment.contains(&name),
            Some("ungrouped") => !environment.contains(&name) && !root.contains(&name),
            Some(_) => !root.contains(&name) && name != "buildSources",
        };
        here && self.composed.contains(name)
    }
}

/// Former names that the schema does not know, under their present ones.
pub(crate) fn with_present_names(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(with_present_names),
        Value::Object(fields) => {
            let kind = fields.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
            let runtimes =
                ["docker", "elixir", "go", "image", "node", "python", "ruby", "rust", "static"];
            let known = fields
                .get("env")
                .and_then(Value::as_str)
                .is_some_and(|env| runtimes.contains(&env));
            if ["web", "pserv", "worker", "cron"].contains(&kind.as_str())
                && (known || !fields.contains_key("runtime"))
                && let Some(runtime) = fields.remove("env")
            {
                fields.entry("runtime").or_insert(runtime);
            }
            if ["web", "pserv", "worker"].contains(&kind.as_str())
                && fields.get("runtime").and_then(Value::as_str) != Some("static")
                && let Some(hook) = fields.remove("afterFirstDeployCommand")
            {
                fields.entry("initialDeployHook").or_insert(hook);
            }
            fields.values_mut().for_each(with_present_names);
        }
        _ => {}
    }
}

/// The part of the file that a path is about: a resource, a group, an environment, a project, or a field of the root.
pub(crate) fn unit_of(path: &[String]) -> String {
    let is_index = |at: usize| path.get(at).is_some_and(|step| step.parse::<usize>().is_ok());
    let item = |lists: &[&str]| {
        (0..path.len())
            .rev()
            .find(|at| lists.contains(&path[*at].as_str()) && is_index(at + 1))
            .map(|at| at + 2)
    };
    let resource = (0..path.len())
        .find(|at| {
            ["services", "databases", "envVarGroups", "buildSources"].contains(&path[*at].as_str())
                && is_index(at + 1)
        })
        .map(|at| at + 2);
    let end = resource.or_else(|| item(&["environments", "projects"])).unwrap_or(path.len().min(1));
    path[..end].join("/")
}

/// The steps of one of our paths.
pub(crate) fn segments(path: &str) -> Vec<String> {
    path.split(['.', '[', ']']).filter(|step| !step.is_empty()).map(ToOwned::to_owned).collect()
}

fn segments_of_pointer(pointer: &str) -> Vec<String> {
    let unescape = |step: &str| step.replace("~1", "/").replace("~0", "~");
    pointer.split('/').skip(1).map(unescape).collect()
}

/// Fields of the mapping at the end of a path of fields; lists stand for their items.
fn fields_at<'a>(language: &'a Language, path: &[&str]) -> Vec<&'a str> {
    let root = language.shape(&[language.schema()]);
    let place =
        path.iter().fold(root, |shape, name| match innermost(language.form(shape.fields[name])) {
            Form::Mapping(nodes) => language.shape(&nodes),
            _ => Shape::default(),
        });
    place.fields.into_keys().collect()
}

/// What the items of the innermost list are; itself when it is no list.
fn innermost(form: Form<'_>) -> Form<'_> {
    match form {
        Form::List(items) => innermost(*items),
        other => other,
    }
}
