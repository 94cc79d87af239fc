//! C, second part: what the values of fields may be.

use crate::platform::ledger::evidence::{
    DOC_DISKS, OLDER_DOCS, SCHEMA, SKILLS, SPEC, THREAD_NOUN_NYMS_57, TUTORIALS, VALIDATOR,
};
use crate::platform::ledger::fact::{Fact, documented, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("C23", &[&SPEC], "A disk belongs to one instance: it excludes `scaling` and `numInstances` above 1.")
        .remedy("Run one instance."),
    documented("C24", &[&DOC_DISKS, &SKILLS], "Render refuses to mount a disk at `/`, `/opt`, `/opt/render`, `/opt/render/project`, `/opt/render/project/src`, `/home`, `/home/render`, `/etc` and `/etc/secrets`, or at a relative path. Paths below these are fine.")
        .remedy("Mount it at a folder below."),
    documented("C25", &[&SPEC], "`scaling` needs `minInstances`, `maxInstances` and at least one target. A target is 1 to 90 percent; there are at most 100 instances.")
        .remedy("Complete it."),
    documented("C26", &[&SPEC], "`numInstances` has no effect beside `scaling`.")
        .remedy("Drop it."),
    documented("C27", &[&SPEC], "The storage of a database is 1 GB or a multiple of 5.")
        .remedy("Round it up."),
    documented("C28", &[&SPEC], "The storage of a database never shrinks."),
    observed("C29", &[&SCHEMA, &THREAD_NOUN_NYMS_57], "`postgresMajorVersion` is one of the offered versions, in quotes. The schema refuses a plain number, but Render has synced files with `15` and `16`; other versions are refused.")
        .remedy("Put the version in quotes."),
    observed("C30", &[&OLDER_DOCS], "Postgres 10 to 12 exist only for databases that already run them.")
        .remedy("Use version 13 or newer."),
    documented("C31", &[&SPEC], "`highAvailability` is a mapping with `enabled`. It needs at least 1 CPU and Postgres 13.")
        .remedy("Write the mapping, or choose a bigger plan or a newer version."),
    documented("C32", &[&SPEC, &SCHEMA], "A database has at most five read replicas, each a mapping with `name`.")
        .remedy("Write `- name:`, and no more than five."),
    documented("C33", &[&SPEC], "`readReplicas: []` destroys every replica, and a replica that is renamed or left out is destroyed, too.")
        .remedy("Leave the field out to keep them."),
    documented("C34", &[&SPEC], "`healthCheckPath` starts with `/`.")
        .remedy("Add the slash."),
    documented("C35", &[&SPEC], "`healthCheckPath` has no effect on workers and private services.")
        .remedy("Remove it."),
    documented("C36", &[&SPEC], "`maxShutdownDelaySeconds` is 1 to 300.")
        .remedy("Write a number in that range."),
    documented("C37", &[&SPEC, &VALIDATOR], "Maintenance mode is for paid web services. Its `uri` is a full address on another service.")
        .remedy("Remove it, or correct the address.")
        .messages(&["maintenance mode can only be configured for non-free tier services"]),
    documented("C38", &[&SCHEMA], "`buildFilter` holds `paths`, `ignoredPaths` or both.")
        .remedy("Add one of them."),
    documented("C39", &[&SKILLS], "A sync replaces the whole build filter, so a list that is left out is emptied.")
        .remedy("Write both lists."),
    observed("C40", &[&SPEC], "The globs of a build filter count from the root of the repository, not from `rootDir`.")
        .remedy("Put `rootDir` in front."),
    documented("C41", &[&SPEC], "`autoDeployTrigger` has no effect on a service that runs a finished image.")
        .remedy("Remove it."),
    documented("C42", &[&SCHEMA], "`networking.isolation` and `permissions.protection` are `enabled` or `disabled`; an environment takes no `networkIsolation` and no `ipAllowList`.")
        .remedy("Write the word, in its place."),
    documented("C43", &[&SCHEMA], "`ungrouped` is a mapping, and `version` is the text `\"1\"`.")
        .remedy("Write it so."),
    documented("C44", &[&SCHEMA, &TUTORIALS], "The schema refuses `envVarGroups` in a project, although a tutorial writes them there.")
        .remedy("Move the group into an environment or to the root."),
    documented("C45", &[&SPEC], "A project needs at least one environment; the schema accepts it without any, and then nothing is created.")
        .remedy("Add an environment."),
];
