//! Services: the node is chosen first, then the fields are checked against that node alone.

use super::violation::{Violation, ViolationKind};
use super::walk::{Fields, Holder, Walk};
use crate::platform::{
    BUILD_SOURCE_REPLACES, KEY_VALUE_FIELDS, Kind, KindReading, SchemaNode, read_kind,
};
use crate::syntax::{Node, Reading};

impl<'a> Walk<'a> {
    /// An item of `services`.
    pub(super) fn service(&mut self, node: &'a Node, holder: Holder<'a>) {
        let schema_node = SchemaNode::Service(kind(node).unwrap_or(Kind::Web));
        let Some(fields) = self.open(schema_node, node, holder) else { return };
        let Some(written) = fields.get("type") else {
            self.add(fields, "type", ViolationKind::Missing, fields.head);
            return;
        };
        if written.value.reading() != Some(Reading::Text) {
            self.fields(fields, &|name| name != "type");
            return;
        }
        let Some(kind) = kind(node) else {
            self.fields(fields, &|name| name != "type");
            return;
        };
        if kind.is_database() {
            self.add(fields, "type", ViolationKind::Misplaced(kind), written.value.span);
            return;
        }
        let before = self.findings.len();
        self.known_kind(fields);
        let text = written.value.as_scalar().map_or("", |scalar| scalar.text.as_str());
        if matches!(read_kind(text), KindReading::Likely(_)) {
            // The type comes first: what is missing and which words fit depends on it.
            let depends = |finding: &Violation| match finding.kind {
                ViolationKind::Missing => true,
                ViolationKind::NotInList { .. } => {
                    finding.node == fields.schema_node && finding.field != "type"
                }
                _ => false,
            };
            let found = self.findings.split_off(before);
            self.findings.extend(found.into_iter().filter(|(finding, _)| !depends(finding)));
        }
        if kind != Kind::Static {
            return;
        }
        // SCHEMA takes a web service of runtime static for a site or for a server, whichever fits.
        if self.findings[before..].iter().any(|(finding, _)| finding.refused) {
            let mut other = Walk::default();
            other.known_kind(Fields { schema_node: SchemaNode::Service(Kind::Web), ..fields });
            if !other.findings.iter().any(|(finding, _)| finding.refused) {
                for (finding, _) in &mut self.findings[before..] {
                    finding.refused = false;
                }
            }
        }
    }

    /// The fields of a service of known kind.
    fn known_kind(&mut self, fields: Fields<'a>) {
        self.fields(fields, &|_| false);
        let Some(source) = fields.get("buildSource") else { return };
        if !matches!(
            fields.schema_node,
            SchemaNode::Service(Kind::Web | Kind::PrivateService | Kind::Worker)
        ) {
            return;
        }
        for name in BUILD_SOURCE_REPLACES {
            if let Some(entry) = fields.get(name) {
                let kind = ViolationKind::Excluded { by: "buildSource", key: source.key.span };
                self.add(fields, name, kind, entry.key.span);
            }
        }
    }

    /// What a build source takes for Docker only.
    pub(super) fn docker_only(&mut self, fields: Fields<'a>) {
        let Some(runtime) = fields.get("runtime") else { return };
        if runtime.value.as_scalar().is_some_and(|scalar| scalar.text == "docker") {
            return;
        }
        for name in ["baseDir", "dockerfilePath", "registryCredential"] {
            if let Some(entry) = fields.get(name) {
                let kind = ViolationKind::Excluded { by: "runtime", key: runtime.key.span };
                self.add(fields, name, kind, entry.key.span);
            }
        }
    }

    /// An item of `databases` that says it is something else.
    pub(super) fn is_misplaced(&mut self, fields: Fields<'a>) -> bool {
        let Some(written) = fields.get("type") else {
            // Fields that only a Key Value instance has say it, too.
            let told = KEY_VALUE_FIELDS.iter().find_map(|name| Some((*name, fields.get(name)?)));
            let Some((name, told)) = told else { return false };
            self.add(fields, name, ViolationKind::Misplaced(Kind::KeyValue), told.key.span);
            return true;
        };
        let text = written.value.as_scalar().map_or("", |scalar| scalar.text.as_str());
        match read_kind(text).kind() {
            Some(kind) if kind != Kind::Postgres => {
                self.add(fields, "type", ViolationKind::Misplaced(kind), written.value.span);
                true
            }
            _ => false,
        }
    }
}

/// The kind that decides the node: what `type` says or plainly means, and for web services the runtime.
pub(crate) fn kind(node: &Node) -> Option<Kind> {
    let text = |name: &str| {
        let entry = node.as_mapping()?.iter().find(|entry| super::walk::is_named(entry, name))?;
        entry.value.as_scalar().map(|scalar| scalar.text.as_str())
    };
    let runtime = text("runtime").or_else(|| text("env"));
    match read_kind(text("type")?) {
        KindReading::Exact(Kind::Web) if runtime == Some("static") => Some(Kind::Static),
        reading => reading.kind(),
    }
}
