//! Files of Kubernetes that go by the name of a Blueprint.

use std::path::Path;

use blueprint_lens_core::platform::{SchemaNode, fields_of};

use crate::input;

/// Whether a file is one of Kubernetes by its shape: `apiVersion` and `kind` at its root, and nothing that a Blueprint has
/// there. A file that cannot be read is none.
pub(crate) fn is_kubernetes(path: &Path) -> bool {
    input::read(path).is_ok_and(|decoded| has_its_shape(&decoded.text))
}

fn has_its_shape(text: &str) -> bool {
    let keys = || text.lines().filter_map(|line| Some(line.split_once(':')?.0));
    let has = |wanted: &str| keys().any(|key| key == wanted);
    has("apiVersion") && has("kind") && !fields_of(SchemaNode::Root).any(|field| has(field.name))
}

#[cfg(test)]
mod tests {
    use super::has_its_shape;

    #[test]
    fn the_root_of_a_file_decides() {
        assert!(has_its_shape("apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"));
        assert!(has_its_shape("# a\n---\napiVersion: v1\nkind: List\nitems:\n  - services: 1\n"));
        assert!(!has_its_shape("services: []\n"));
        assert!(!has_its_shape("apiVersion: v1\nkind: a\nservices: []\n"));
        assert!(!has_its_shape("services:\n  - apiVersion: v1\n    kind: a\n"));
        assert!(!has_its_shape(""));
    }
}
