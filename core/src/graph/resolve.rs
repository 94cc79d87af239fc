//! Names to resources. Order of the scopes (inferred, fits every source): the consumer's own, then the root and
//! `ungrouped`, then any other environment of the file; then the other files in the same order (our reading, W39).

use crate::model::{Blueprint, Distance, Resource, ResourceId, Scope};
use crate::platform::{Kind, ONRENDER_SUFFIX, read_reference_kind, slug};

use super::literals::LiteralHost;

/// What a reference's name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// A declared resource.
    Found(Target),
    /// Nothing in these files.
    Undeclared,
}

/// A declared resource that a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The resource.
    pub resource: ResourceId,
    /// Whether the reference has the form for another sort of resource: `fromDatabase` for a service, `fromService`
    /// for a database.
    pub wrong_form: bool,
    /// Whether it was found only in another environment.
    pub other_environment: bool,
}

/// What `fromService.name` means for a consumer in `scope`; `kind` is the reference's `type`, which decides among
/// services of one name.
pub fn resolve_service(
    blueprint: &Blueprint,
    scope: Scope,
    name: &str,
    kind: Option<&str>,
) -> Resolution {
    let stated = kind.and_then(|kind| read_reference_kind(kind).kind());
    let fits = |resource: &Resource| {
        let kind = resource.kind.kind();
        stated.is_some()
            && (kind == stated || (stated == Some(Kind::Web) && kind == Some(Kind::Static)))
    };
    find(blueprint, scope, name, |resource| !is_database(resource), fits)
}

/// What `fromDatabase.name` means for a consumer in `scope`.
pub fn resolve_database(blueprint: &Blueprint, scope: Scope, name: &str) -> Resolution {
    find(blueprint, scope, name, is_database, |_| true)
}

/// Among resources of one name: of the same file before another one, of the right sort before the wrong one, then the
/// nearest scope, then the one that `fits`, then source order.
fn find(
    blueprint: &Blueprint,
    scope: Scope,
    name: &str,
    right_sort: impl Fn(&Resource) -> bool,
    fits: impl Fn(&Resource) -> bool,
) -> Resolution {
    blueprint
        .named_near(name, scope)
        .min_by_key(|resource| {
            let Distance { other_file, scopes } = blueprint.distance(scope, resource.scope);
            (other_file, !right_sort(resource), scopes, !fits(resource), resource.id)
        })
        .map_or(Resolution::Undeclared, |resource| {
            Resolution::Found(Target {
                resource: resource.id,
                wrong_form: !right_sort(resource),
                other_environment: blueprint.distance(scope, resource.scope).scopes == 2,
            })
        })
}

fn is_database(resource: &Resource) -> bool {
    resource.kind.kind().is_some_and(Kind::is_database)
}

/// How a literal host names a resource of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sibling {
    /// By its public name: `https://<name>.onrender.com`.
    Public(ResourceId),
    /// By its internal name, bare or with Render's hash of four characters.
    Internal(ResourceId),
}

/// The resource of the file that a literal host names, seen from a consumer in `scope`.
///
/// `key` is the variable's name: a value that is nothing but one word counts as a host only when the name says so.
pub(crate) fn sibling(
    blueprint: &Blueprint,
    scope: Scope,
    key: &str,
    literal: &LiteralHost,
) -> Option<Sibling> {
    if let Some(label) = literal.host.onrender_label() {
        return nearest(blueprint, scope, label, |resource| !is_datastore(resource))
            .map(Sibling::Public);
    }
    let as_host =
        literal.scheme.is_some() || literal.port.is_some() || (literal.whole && names_host(key));
    if !as_host || !literal.host.is_bare() {
        return None;
    }
    nearest(blueprint, scope, &literal.host.name, |_| true).map(Sibling::Internal)
}

/// The nearest resource whose slug is `label`, or `label` without a hash of four characters: in one file, the whole label
/// comes first.
fn nearest(
    blueprint: &Blueprint,
    scope: Scope,
    label: &str,
    test: impl Fn(&Resource) -> bool,
) -> Option<ResourceId> {
    let whole = blueprint.labelled_near(label, scope).map(|one| (one, false));
    let bare = without_hash(label).into_iter();
    let bare = bare.flat_map(|bare| blueprint.labelled_near(bare, scope));
    let named = whole.chain(bare.map(|one| (one, true))).filter(|(one, _)| test(one));
    let near = named.min_by_key(|(one, has_hash)| {
        let Distance { other_file, scopes } = blueprint.distance(scope, one.scope);
        (other_file, *has_hash, scopes, one.id)
    });
    near.map(|(one, _)| one.id)
}

/// The resources whose slug is `label`, with or without Render's hash behind it.
pub(crate) fn labelled<'a>(
    blueprint: &'a Blueprint,
    label: &'a str,
) -> impl Iterator<Item = &'a Resource> {
    let bare = without_hash(label).into_iter().flat_map(|bare| blueprint.labelled(bare));
    blueprint.labelled(label).chain(bare)
}

/// Whether `label` is the slug of a service of that name, with or without Render's hash behind it.
pub(crate) fn is_label_of(label: &str, name: &str) -> bool {
    let slug = slug(name);
    label == slug || without_hash(label) == Some(slug.as_str())
}

/// What is before the hash of four characters that Render puts behind a slug.
fn without_hash(label: &str) -> Option<&str> {
    let (name, hash) = label.rsplit_once('-')?;
    let is_hash =
        hash.len() == 4 && hash.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    is_hash.then_some(name)
}

fn is_datastore(resource: &Resource) -> bool {
    resource.kind.kind().is_some_and(Kind::is_datastore)
}

/// Whether a variable's name says that its value is a host.
fn names_host(key: &str) -> bool {
    let key = key.to_ascii_uppercase();
    ["HOST", "HOSTNAME", "ADDR", "ADDRESS", "URL", "URI", "SERVER", "ENDPOINT", "HOSTPORT"]
        .iter()
        .any(|end| key == *end || key.strip_suffix(end).is_some_and(|rest| rest.ends_with('_')))
}

/// Whether `host` is a public name of Render's.
pub(super) fn is_onrender(host: &str) -> bool {
    host.ends_with(ONRENDER_SUFFIX)
}
