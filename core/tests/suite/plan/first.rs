//! The first sync, which takes over what exists.

use blueprint_lens_core::plan::{Class, Mode};

use super::{SHOP, lines, planned, shop};

#[test]
fn what_exists_is_taken_over_and_what_is_left_out_goes_back_to_its_default() {
    let head = shop(&[
        ("    healthCheckPath: /health\n", ""),
        ("    user: app\n", ""),
        ("name: jobs", "name: tasks"),
    ]);
    let plan = planned(SHOP, &head, Mode::First);
    assert_eq!(
        lines(&plan),
        [
            "Z25 adopt web:api -",
            "Z12 reset web:api healthCheckPath",
            "Z04 replace worker:tasks -",
            "Z25 adopt static:site -",
            "Z25 adopt keyvalue:cache -",
            "Z25 adopt postgres:orders -",
            "Z12 kept postgres:orders user",
            "Z25 adopt replica:orders-copy -",
            "Z25 adopt replica:orders-report -",
            "Z02 orphan worker:jobs -",
        ]
    );
    assert_eq!(plan.worst(), Some(Class::Orphan));
}

#[test]
fn a_list_that_is_left_out_opens_the_database() {
    let head = shop(&[("    ipAllowList: []\n    readReplicas", "    readReplicas")]);
    let plan = planned(SHOP, &head, Mode::First);
    assert!(lines(&plan).contains(&"Z20 reset postgres:orders ipAllowList".to_owned()));
}
