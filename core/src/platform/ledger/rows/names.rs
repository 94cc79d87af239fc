//! U: names and duplicates.

use crate::platform::ledger::evidence::{
    CHANGELOG, DOC_PROJECTS_AGAIN, FIRST_READING, SCHEMA, SPEC, TEMPLATES, TUTORIALS,
};
use crate::platform::ledger::fact::{Fact, documented, inferred};

pub(super) const ROWS: &[Fact] = &[
    documented("U01", &[&SPEC, &SCHEMA], "Names are unique in a Blueprint: those of services, of databases with their replicas, of groups, of projects and of a project's environments.")
        .remedy("Rename one of them."),
    documented("U02", &[&SPEC], "A resource is defined in one place: at the root, under `ungrouped`, or in one environment.")
        .remedy("Keep one."),
    documented("U03", &[&TUTORIALS, &DOC_PROJECTS_AGAIN], "The projects page says that names are unique in a workspace; a tutorial repeats them in two environments on purpose.")
        .remedy("Give one of them a suffix."),
    documented("U04", &[&TEMPLATES], "A service and a database may share a name."),
    documented("U05", &[&SPEC], "A resource with the name of one that exists takes that one over.")
        .remedy("Check the name in the Dashboard."),
    documented("U06", &[&SCHEMA], "A resource needs a name.")
        .remedy("Add it."),
    inferred("U07", &[&FIRST_READING], "Capitals, blanks and underscores in a name do not appear in its host name, so that differs from the name.")
        .remedy("Use lower case and hyphens."),
    inferred("U08", &[&FIRST_READING], "A renamed resource is created anew; the former one stays and bills on.")
        .remedy("Delete the former one by hand."),
    inferred("U09", &[&FIRST_READING], "A group, database or Key Value that nothing refers to may be left over.")
        .remedy("Make sure that it is meant."),
    documented("U10", &[&CHANGELOG], "A workflow cannot take the name of one that another Blueprint manages.")
        .remedy("Rename it."),
];
