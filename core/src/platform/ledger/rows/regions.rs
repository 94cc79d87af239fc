//! R: regions.

use crate::platform::ledger::evidence::{SCHEMA, SEED, SPEC};
use crate::platform::ledger::fact::{Fact, documented};

pub(super) const ROWS: &[Fact] = &[
    documented("R01", &[&SCHEMA], "The regions are `oregon`, `ohio`, `virginia`, `frankfurt` and `singapore`. Render refuses any other word.")
        .remedy("Write one of the five."),
    documented("R02", &[&SCHEMA], "A static site has no region.")
        .remedy("Remove `region`."),
    documented("R03", &[&SPEC], "A region is fixed when the resource is created.")
        .remedy("Create a new resource in the other region."),
    documented("R04", &[&SPEC], "A resource without `region` is created in `oregon`, whatever region its neighbours name.")
        .remedy("Name the region everywhere."),
    documented("R05", &[&SCHEMA], "A workflow must name its region.")
        .remedy("Add `region`."),
    documented("R06", &[&SEED], "Each region is a private network of its own, so a file with two regions describes two networks.")
        .remedy("Make sure that this is meant."),
    documented("R07", &[&SCHEMA], "A read replica takes only `name`. That its region and size follow the primary is inferred.")
        .remedy("Remove the other fields."),
];
