//! Names are looked up in an index, which says what a search over everything says.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::model::{GroupId, ResourceId, Scope};
use blueprint_lens_core::platform::slug;
use blueprint_lens_core::text::FileId;

use crate::random::{seeded, text};

#[test]
fn the_index_of_names_finds_what_a_search_finds() {
    let mut found = 0;
    for seed in 0..300 {
        let analysis = Analysis::new(&text(&seeded(seed, 220)));
        let blueprint = analysis.blueprint();
        for name in ["api", "jobs", "store", "cache-1", "api-v2", "common", "mail", "none"] {
            let named: Vec<ResourceId> = blueprint.named(name).map(|one| one.id).collect();
            let all = blueprint.resources.iter();
            let searched: Vec<ResourceId> =
                all.filter(|one| one.name.text() == Some(name)).map(|one| one.id).collect();
            assert_eq!(named, searched, "seed {seed}: {name}");
            let labelled: Vec<ResourceId> = blueprint.labelled(name).map(|one| one.id).collect();
            let all = blueprint.resources.iter();
            let searched: Vec<ResourceId> = all
                .filter(|one| one.name.text().is_some_and(|one| slug(one) == name))
                .map(|one| one.id)
                .collect();
            assert_eq!(labelled, searched, "seed {seed}: {name}");
            let scopes = blueprint.resources.iter().map(|one| one.scope);
            for scope in scopes.chain([Scope::Root(FileId::default())]) {
                let groups = blueprint.groups.iter().enumerate();
                let nearest = groups
                    .filter(|(_, group)| group.name.text() == Some(name))
                    .min_by_key(|(at, group)| (blueprint.distance(scope, group.scope), *at))
                    .map(|(at, _)| GroupId(at));
                assert_eq!(blueprint.find_group(name, scope), nearest, "seed {seed}: {name}");
            }
            found += named.len();
        }
    }
    assert!(found > 300, "only {found} names were found");
}

#[test]
fn a_slip_is_found_behind_many_references_to_one_other_name() {
    let reference = |at: usize, name: &str| {
        format!("      - {{key: K{at}, fromDatabase: {{name: {name}, property: host}}}}\n")
    };
    let many: String = (0..300).map(|at| reference(at, "ghost")).collect();
    let text = format!(
        "services:\n  - type: worker\n    name: jobs\n    runtime: docker\n    envVars:\n{many}{}databases:\n  - {{name: main-db}}\n",
        reference(300, "main-bd")
    );
    let analysis = Analysis::new(&text);
    let unused = analysis.diagnostics().iter().filter(|found| found.rule == "unused-resource");
    assert_eq!(unused.count(), 0);
}
