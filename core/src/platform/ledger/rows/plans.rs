//! P: plans.

use crate::platform::ledger::evidence::{
    DOC_FREE, DOC_FREE_AGAIN, SCHEMA, SKILLS, SPEC, TEMPLATES, VALIDATOR,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("P01", &[&VALIDATOR, &SPEC], "Private services, workers and cron jobs have no free plan.")
        .remedy("Choose the smallest paid plan.")
        .messages(&["free not a valid plan for service type cron"]),
    documented("P02", &[&SCHEMA], "Each kind of resource has its own list of plans.")
        .remedy("Choose one from the list of its kind."),
    observed("P03", &[&SCHEMA, &TEMPLATES], "The schema matches plans exactly: lower case, hyphens, a space in `pro plus`. Official templates write `Starter` and `basic_256mb`, so Render may be less strict.")
        .remedy("Write the exact form."),
    documented("P04", &[&VALIDATOR, &DOC_FREE], "The free plan has no disk, no scaling, no second instance, no pre-deploy command and no maintenance mode.")
        .remedy("Choose a paid plan.")
        .messages(&["disks are not supported for free tier services", "pre-deploy command is not supported for free tier services"]),
    observed("P05", &[&VALIDATOR], "A workspace has at most one active free Postgres database.")
        .remedy("Keep one.")
        .messages(&["cannot have more than one active free tier database"]),
    documented("P06", &[&DOC_FREE], "A workspace has at most one free Key Value.")
        .remedy("Keep one."),
    documented("P07", &[&DOC_FREE_AGAIN], "A free Postgres database is unusable after 30 days, and deleted 14 days later.")
        .remedy("Choose a paid plan for anything real."),
    documented("P08", &[&SPEC], "A free Key Value keeps nothing on disk: a restart empties it, and `persistenceMode` can only be `off`.")
        .remedy("Choose a paid plan."),
    documented("P09", &[&SKILLS], "A free database has no connection pool.")
        .remedy("Choose a paid plan."),
    documented("P10", &[&SPEC], "A database on a legacy plan takes neither `diskSizeGB` nor `storageAutoscalingEnabled`.")
        .remedy("Choose a flexible plan."),
    documented("P11", &[&SPEC], "A new service without `plan` gets `0.5c-512mb`, which is paid.")
        .remedy("Write the plan."),
    documented("P12", &[&DOC_FREE], "A free web service sleeps after 15 minutes without a request; the next caller waits until it is awake.")
        .remedy("Choose a paid plan."),
    observed("P13", &[&SKILLS], "A Key Value that evicts keys drops queued jobs; without `maxmemoryPolicy` it evicts.")
        .remedy("Set `maxmemoryPolicy: noeviction`."),
    observed("P14", &[&SKILLS], "A Key Value with `noeviction` refuses writes when it is full.")
        .remedy("Set `maxmemoryPolicy: allkeys-lru` for a cache.")
        .messages(&["OOM command not allowed"]),
    documented("P15", &[&SPEC], "`scaling` needs a Pro workspace or higher.")
        .remedy("Upgrade the workspace, or set `numInstances`."),
    inferred("P16", &[&SKILLS], "A database accepts a number of connections that depends on its memory: 100 below 8 GB, 200 with 8 GB, 400 with 16 GB, 500 from 32 GB on."),
    documented("P17", &[&SCHEMA], "Cron jobs have a shorter list of plans than other services: no `pro max`, no `pro ultra`, no `12c-…`.")
        .remedy("Choose one from that list."),
];
