//! Files of Kubernetes that are called `render.yaml`.

use crate::folder::folder;
use crate::program::program;

const CONFIG_MAP: &str = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";

#[test]
fn one_that_is_found_is_skipped_and_one_that_is_named_is_checked() {
    let files = [("k8s/render.yaml", CONFIG_MAP), ("render.yaml", "services: []\n")];
    let folder = folder(&files);
    let found = program().current_dir(&folder).args(["check", "."]).output().expect("it runs");
    let said = String::from_utf8_lossy(&found.stderr).into_owned();
    assert_eq!(said, "blueprint-lens: k8s/render.yaml is a file of Kubernetes and is skipped\n");
    assert!(found.status.success());
    let named = program().current_dir(&folder).args(["check", "k8s/render.yaml"]).output();
    assert_eq!(named.expect("it runs").status.code(), Some(1));
}
