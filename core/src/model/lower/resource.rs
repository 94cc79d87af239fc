//! Services, databases and read replicas.

use super::env::env_vars;
use super::fields::Fields;
use super::lowering::Lowering;
use super::settings::settings;
use crate::conventions::without_logins;
use crate::model::field::{Field, Present};
use crate::model::ip::{IpRule, read_range};
use crate::model::resource::{Declaration, DeclaredKind, Resource, ResourceId};
use crate::model::scope::Scope;
use crate::model::settings::Settings;
use crate::platform::{KEY_VALUE_FIELDS, Kind, KindReading, read_kind};
use crate::syntax::{Entry, Node};
use crate::text::Span;

/// One item of a `services` or `databases` list, with the replicas of a database behind it.
pub(super) fn item<'a>(
    lowering: &mut Lowering<'a>,
    node: &'a Node,
    declaration: Declaration,
    scope: Scope,
    path: String,
    named_by: Option<&Entry>,
) {
    let Some(fields) = Fields::of(node) else { return };
    let mut resource = read(&fields, node.span, declaration, scope, path.clone());
    if let (Some(entry), Field::Absent) = (named_by, &resource.name) {
        resource.span = entry.key.span.cover(resource.span);
        if let Some(key) = entry.key.as_scalar() {
            resource.name = Field::Present(Present {
                key: entry.key.span,
                span: entry.key.span,
                value: key.text.clone(),
            });
        }
    }
    let id = push(lowering, resource, node);
    for entry in fields.all("readReplicas") {
        for (index, replica) in entry.value.as_sequence().unwrap_or_default().iter().enumerate() {
            replica_item(lowering, replica, id, scope, format!("{path}.readReplicas[{index}]"));
        }
    }
}

/// A replica: a mapping with a name, or, as the schema refuses but everybody understands, just the name.
fn replica_item<'a>(
    lowering: &mut Lowering<'a>,
    node: &'a Node,
    primary: ResourceId,
    scope: Scope,
    path: String,
) {
    let declaration = Declaration::Replica { primary };
    if let Some(fields) = Fields::of(node) {
        let resource = read(&fields, node.span, declaration, scope, path);
        push(lowering, resource, node);
    } else if let Some(scalar) = node.as_scalar().filter(|_| !node.is_null()) {
        let name =
            Field::Present(Present { key: node.span, span: node.span, value: scalar.text.clone() });
        let mut resource = empty(node.span, declaration, scope, path);
        resource.name = name;
        push(lowering, resource, node);
    }
}

fn push<'a>(lowering: &mut Lowering<'a>, mut resource: Resource, node: &'a Node) -> ResourceId {
    let id = ResourceId(lowering.blueprint.resources.len());
    resource.id = id;
    lowering.blueprint.resources.push(resource);
    lowering.resource_nodes.push(node);
    id
}

fn empty(span: Span, declaration: Declaration, scope: Scope, path: String) -> Resource {
    Resource {
        id: ResourceId(0),
        declaration,
        kind: match declaration {
            Declaration::Service => DeclaredKind::Unknown,
            Declaration::Database => DeclaredKind::Stated(Kind::Postgres),
            Declaration::Replica { .. } => DeclaredKind::Stated(Kind::Replica),
        },
        scope,
        path,
        span,
        name: Field::Absent,
        type_field: Field::Absent,
        runtime: Field::Absent,
        image_url: Field::Absent,
        previews_generation: Field::Absent,
        region: Field::Absent,
        plan: Field::Absent,
        ip_allow_list: Field::Absent,
        domains: Field::Absent,
        render_subdomain_policy: Field::Absent,
        connection_pool: Field::Absent,
        env_vars: Vec::new(),
        keys: Vec::new(),
        settings: Settings::default(),
    }
}

fn read(
    fields: &Fields<'_>,
    span: Span,
    declaration: Declaration,
    scope: Scope,
    path: String,
) -> Resource {
    let runtime = match fields.text("runtime") {
        Field::Absent => fields.text("env"),
        field => field,
    };
    let nested = |outer: &str, inner: &str| {
        fields.mapping(outer).map_or(Field::Absent, |fields| fields.text(inner))
    };
    let type_field = fields.text("type");
    let env_vars = env_vars(fields, &path);
    Resource {
        kind: kind(fields, declaration, type_field.text(), runtime.text()),
        name: fields.text("name"),
        image_url: nested("image", "url"),
        previews_generation: nested("previews", "generation"),
        region: fields.text("region"),
        plan: fields.text("plan"),
        ip_allow_list: fields.read("ipAllowList", ip_rules),
        domains: domains(fields),
        render_subdomain_policy: fields.text("renderSubdomainPolicy"),
        connection_pool: fields.text("connectionPool"),
        keys: fields.keys(),
        settings: settings(fields),
        runtime,
        type_field,
        env_vars,
        ..empty(span, declaration, scope, path)
    }
}

fn kind(
    fields: &Fields<'_>,
    declaration: Declaration,
    written: Option<&str>,
    runtime: Option<&str>,
) -> DeclaredKind {
    match declaration {
        Declaration::Replica { .. } => DeclaredKind::Stated(Kind::Replica),
        Declaration::Database => match written.map(read_kind).and_then(KindReading::kind) {
            Some(kind) if kind != Kind::Postgres => DeclaredKind::Assumed(kind),
            // Fields that only a Key Value instance has say what is meant (C61); a name says nothing.
            _ if KEY_VALUE_FIELDS.iter().any(|name| fields.entry(name).is_some()) => {
                DeclaredKind::Assumed(Kind::KeyValue)
            }
            _ => DeclaredKind::Stated(Kind::Postgres),
        },
        Declaration::Service => match written.map(read_kind) {
            Some(KindReading::Exact(Kind::Web)) if runtime == Some("static") => {
                DeclaredKind::Stated(Kind::Static)
            }
            Some(KindReading::Exact(kind) | KindReading::Deprecated(kind)) => {
                DeclaredKind::Stated(kind)
            }
            Some(KindReading::Likely(kind)) => DeclaredKind::Assumed(kind),
            Some(KindReading::Unknown) => DeclaredKind::Unknown,
            None => kind_from_keys(fields, runtime),
        },
    }
}

/// What a service without `type` most likely is: the key that only one kind has.
fn kind_from_keys(fields: &Fields<'_>, runtime: Option<&str>) -> DeclaredKind {
    let has = |name: &str| fields.entry(name).is_some();
    if has("schedule") {
        DeclaredKind::Assumed(Kind::Cron)
    } else if runtime == Some("static") || has("staticPublishPath") {
        DeclaredKind::Assumed(Kind::Static)
    } else if KEY_VALUE_FIELDS.iter().any(|name| has(name)) {
        DeclaredKind::Assumed(Kind::KeyValue)
    } else if has("postgresMajorVersion") || has("databaseName") {
        DeclaredKind::Assumed(Kind::Postgres)
    } else if has("healthCheckPath") || has("domains") || has("domain") {
        DeclaredKind::Assumed(Kind::Web)
    } else {
        DeclaredKind::Unknown
    }
}

fn ip_rules(node: &Node) -> Option<Vec<IpRule>> {
    Some(node.as_sequence()?.iter().map(ip_rule).collect())
}

/// An entry of an allow list. A plain string and the API's `cidrBlock`, which Render refuses, still name a range.
fn ip_rule(node: &Node) -> IpRule {
    let text = |node: &Node| {
        node.as_scalar().filter(|_| !node.is_null()).map(|s| (s.text.clone(), node.span))
    };
    let source = match Fields::of(node) {
        Some(fields) => ["source", "cidrBlock", "cidr", "ip"]
            .iter()
            .find_map(|key| text(&fields.entry(key)?.value)),
        None => text(node),
    };
    let range = source.as_ref().and_then(|(text, _)| read_range(text));
    IpRule { span: node.span, source, range }
}

fn domains(fields: &Fields<'_>) -> Field<Vec<(String, Span)>> {
    let texts = |nodes: &[Node]| {
        nodes
            .iter()
            .filter_map(|node| {
                Some((without_logins(&node.as_scalar()?.text).into_owned(), node.span))
            })
            .collect()
    };
    match fields.read("domains", |node| node.as_sequence().map(texts)) {
        Field::Absent => fields.read("domain", |node| {
            node.as_scalar().filter(|_| !node.is_null()).map(|_| texts(std::slice::from_ref(node)))
        }),
        field => field,
    }
}
