//! Z: what a sync does with a change between two versions of the file.

use crate::platform::ledger::evidence::{
    DOC_DISKS, DOC_INFRASTRUCTURE_AS_CODE, DOC_KEY_VALUE, SECOND_READING, SKILLS, SPEC,
    THREAD_CODIMD_1929, THREAD_CONDUCTAI_2077, THREAD_CONDUCTAI_2079, THREAD_YONDERBOOK_1325,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("Z01", &[&SPEC], "A new resource is created, and costs from then on."),
    documented("Z02", &[&DOC_INFRASTRUCTURE_AS_CODE], "A resource that leaves the file is not deleted: it runs and bills on, and the Blueprint no longer manages it.")
        .remedy("Delete it in the Dashboard."),
    documented("Z03", &[&DOC_INFRASTRUCTURE_AS_CODE], "A datastore that leaves the file is not deleted: it keeps its data and bills on.")
        .remedy("Delete it in the Dashboard."),
    inferred("Z04", &[&SECOND_READING], "A service under a new name is created anew; the one under the former name stays.")
        .remedy("Delete the former one in the Dashboard."),
    inferred("Z05", &[&SECOND_READING], "A datastore under a new name is created empty. The one under the former name keeps the data and bills on, and every reference now gives the empty one.")
        .remedy("Keep the name, or move the data first."),
    documented("Z06", &[&SPEC], "`region`, `type`, a `runtime` to or from `static`, and a database's `databaseName`, `user` and `postgresMajorVersion` cannot change on an existing resource; `region: oregon` where none was is no change. That the sync is refused is inferred.")
        .remedy("Create a new resource."),
    observed("Z07", &[&THREAD_CONDUCTAI_2077, &SKILLS], "Render refuses to move a database from a paid plan to the free one, or from a current plan to a legacy one.")
        .remedy("Keep the plan, or create a new database.")
        .messages(&["cannot downgrade database from Basic-256mb to Free"]),
    inferred("Z07b", &[&SECOND_READING], "A database moves to a smaller current plan in place, as far as is known."),
    documented("Z08", &[&SPEC], "A variable that leaves the file stays on the service with its last value.")
        .remedy("Delete it in the Dashboard."),
    documented("Z09", &[&SPEC], "Entries of `headers` and `routes` that leave the file stay.")
        .remedy("Delete them in the Dashboard."),
    documented("Z10", &[&SPEC], "Without `buildFilter`, the existing filters are emptied, and every commit starts a build.")
        .remedy("Keep the filter in the file."),
    documented("Z11", &[&SPEC], "Read replicas are compared by name: one that leaves the list is destroyed, `[]` destroys all, and without the field they stay.")
        .remedy("Leave the field out to keep them."),
    documented("Z12", &[&SPEC, &THREAD_YONDERBOOK_1325], "Most other fields that leave the file keep their current value. When a Blueprint first takes over a resource, they get their default.")
        .remedy("Write the value that is meant."),
    documented("Z13", &[&SPEC, &THREAD_CODIMD_1929], "A variable with `sync: false` that is added to an existing service is not asked for; it stays empty until someone sets it.")
        .remedy("Set it in the Dashboard."),
    documented("Z14", &[&SPEC], "A variable with `sync: false` on a new service is asked for during the sync."),
    documented("Z15", &[&SPEC, &SECOND_READING], "A variable that changes from a value to `sync: false` keeps its former value. This follows from two documented rules.")
        .remedy("Change the value in the Dashboard."),
    documented("Z16", &[&SPEC, &SECOND_READING], "A `generateValue` variable under a new name gets a new secret; the variable under the former name stays. This follows from documented rules.")
        .remedy("Keep the name, or expect a new secret."),
    documented("Z17", &[&SPEC], "`plan` and `numInstances` change in place; the service restarts, and the price changes."),
    documented("Z18", &[&DOC_DISKS], "A disk never shrinks: a lower `sizeGB` is refused. That a removed block keeps the disk is inferred.")
        .remedy("Keep the size."),
    documented("Z19", &[&DOC_DISKS], "A service with several instances cannot get a disk; with a disk, each deploy interrupts the service.")
        .remedy("Run one instance."),
    documented("Z20", &[&SPEC], "A change of `ipAllowList` takes effect at once. Without the field, an existing resource keeps its list, a new one is open, and a Key Value is refused.")
        .remedy("Keep the list in the file."),
    inferred("Z21", &[&SECOND_READING], "A group that leaves the file or gets a new name stays under the former one; links to the new name need a group that has it.")
        .remedy("Delete the former one in the Dashboard."),
    inferred("Z22", &[&SECOND_READING], "A resource moves in place into or between environments, and network isolation moves with it. Back in a list at the root, it keeps its environment."),
    observed("Z23", &[&THREAD_CONDUCTAI_2079], "Render refuses `envVarKey` of a variable that the same sync first adds to an existing service. A service that the same sync creates is fine.")
        .remedy("Sync twice: first the variable, then the reference.")
        .messages(&["environment variable used but not defined"]),
    documented("Z24", &[&SPEC], "Branch, repository, runtime, commands and Dockerfile paths change in place; the next deploy uses them."),
    documented("Z25", &[&SPEC], "A new resource with the name of one outside the file takes that one over and configures it.")
        .remedy("Choose another name if this is not meant."),
    documented("Z26", &[&SPEC], "A variable that is added, or gets another value or reference, and a new group link take effect with the next deploy."),
    inferred("Z27", &[&SECOND_READING], "A variable that changes from `generateValue` to a value loses its secret.")
        .remedy("Keep `generateValue`, or expect a new secret."),
    documented("Z28", &[&SPEC], "A variable that changes from a value to `generateValue` keeps its former value.")
        .remedy("Remove the value in the Dashboard first."),
    documented("Z29", &[&SPEC, &SKILLS], "A variable that moves into a linked group stays on the service, too, and the service's own former value wins.")
        .remedy("Delete it on the service in the Dashboard."),
    observed("Z30", &[&SKILLS], "Render refuses a smaller plan for a Key Value.")
        .remedy("Create a new one."),
    observed("Z31", &[&SKILLS, &DOC_KEY_VALUE], "A Key Value loses its contents when it moves from the free plan to a paid one, or `persistenceMode` changes to or from `off`.")
        .remedy("Save the contents first."),
    documented("Z32", &[&SPEC], "Render refuses a lower `diskSizeGB`.")
        .remedy("Keep the size."),
    documented("Z34", &[&SPEC], "`initialDeployHook` has run once; a changed one never runs.")
        .remedy("Run the command by hand."),
    documented("Z35", &[&SPEC], "Any other field that is added or changed takes effect in place."),
    documented("Z38", &[&SPEC], "When the new version holds an error that Render refuses, nothing of the change happens.")
        .remedy("Correct the error."),
];
