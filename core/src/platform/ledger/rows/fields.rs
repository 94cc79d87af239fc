//! C, first part: which fields a place has, and what a service needs to run.

use crate::platform::ledger::evidence::{SCHEMA, SKILLS, SPEC, TWINGATE_TEMPLATE, VALIDATOR};
use crate::platform::ledger::fact::{Fact, documented, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("C01", &[&VALIDATOR, &SCHEMA, &TWINGATE_TEMPLATE], "The root of a Blueprint takes a closed list of fields; Render refuses any other. Whether it compares names without case is open: an official template works with `dockerFilePath`.")
        .remedy("Write one of the known fields.")
        .messages(&["field crons not found in type file.Spec"]),
    documented("C02", &[&VALIDATOR, &SCHEMA], "A service takes a closed list of fields; Render refuses any other, such as `nodeVersion`, `rootDirectory` or `customDomains`.")
        .remedy("Rename the field, or remove it.")
        .messages(&["field nodeVersion not found in type file.Service"]),
    documented("C03", &[&VALIDATOR], "A database takes a closed list of fields; Render refuses any other, such as `type`, `version` or `maxmemoryPolicy`.")
        .remedy("Rename the field, or remove it.")
        .messages(&["field version not found in type file.Database"]),
    documented("C04", &[&VALIDATOR], "The types of services are `web`, `pserv`, `worker`, `cron`, `keyvalue`, `workflow` and the former `redis`. Static sites are `web` with `runtime: static`; databases stand under `databases`.")
        .remedy("Write one of these types.")
        .messages(&["unknown type \"static\""]),
    documented("C05", &[&VALIDATOR], "The runtimes are `docker`, `elixir`, `go`, `image`, `node`, `python`, `ruby`, `rust` and `static`.")
        .remedy("Write one of these; for any other language, use Docker.")
        .messages(&["invalid runtime php"]),
    documented("C06", &[&SCHEMA], "A service that runs code needs `runtime`, unless a build source gives it.")
        .remedy("Add `runtime`."),
    observed("C07", &[&VALIDATOR], "A native runtime needs `startCommand`.")
        .remedy("Add it.")
        .messages(&["non-docker, non-static, non-image runtime node must have startCommand"]),
    documented("C08", &[&SPEC], "A native runtime needs `buildCommand`.")
        .remedy("Add it."),
    observed("C09", &[&VALIDATOR], "The Docker runtime takes no `startCommand`.")
        .remedy("Use `dockerCommand`.")
        .messages(&["docker runtime must not have startCommand"]),
    observed("C10", &[&VALIDATOR], "Only the Docker runtime takes `dockerfilePath` and `dockerContext`.")
        .remedy("Remove them, or set `runtime: docker`.")
        .messages(&["non-docker runtime python cannot have dockerfilePath", "non-docker runtime python cannot have dockerContext"]),
    documented("C11", &[&SPEC], "`runtime: image` runs the image of `image.url`, so it needs one.")
        .remedy("Add `image.url`."),
    documented("C12", &[&SPEC], "A service has one source: an image or a repository. `image` goes with `runtime: image`, and not with `repo`.")
        .remedy("Keep one of them."),
    documented("C13", &[&SCHEMA], "`image` is a mapping with `url`.")
        .remedy("Write `image: {url: …}`."),
    documented("C14", &[&SPEC], "A static site needs `staticPublishPath`, the folder that it serves.")
        .remedy("Add it."),
    observed("C15", &[&VALIDATOR, &SCHEMA], "A static site has no plan.")
        .remedy("Remove `plan`.")
        .messages(&["no such plan free for service type web"]),
    documented("C16", &[&VALIDATOR, &SCHEMA], "Only static sites take `headers` and `routes`.")
        .remedy("Do it in the app.")
        .messages(&["headers only supported for static web services"]),
    documented("C17", &[&SPEC], "A cron job needs `schedule`, and nothing else takes it.")
        .remedy("Add it to the cron job, or remove it elsewhere."),
    observed("C18", &[&SKILLS], "`schedule` is a cron expression of five fields in UTC; words such as `@daily` are not among them.")
        .remedy("Write five fields."),
    documented("C19", &[&SCHEMA], "`envVars` is a list of entries. A Key Value and a database take none.")
        .remedy("Write a list, or remove it."),
    documented("C20", &[&SPEC, &VALIDATOR], "Postgres databases stand under `databases`, every other resource under `services`.")
        .remedy("Move it."),
    documented("C21", &[&SCHEMA, &SKILLS], "Only web services, private services and workers take a `disk`.")
        .remedy("Remove it, or use another kind."),
    documented("C22", &[&SCHEMA], "Cron jobs and static sites take neither `scaling` nor `numInstances`.")
        .remedy("Remove them."),
];
