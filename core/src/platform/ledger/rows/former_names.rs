//! D: former names that files still carry.

use crate::platform::ledger::evidence::{PLUGIN, SCHEMA, SKILLS, SPEC, THREAD_SIM_6800, VALIDATOR};
use crate::platform::ledger::fact::{Fact, documented, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("D01", &[&SPEC], "`env` is the former name of `runtime`; Render still reads it, the schema refuses it.")
        .remedy("Write `runtime`."),
    documented("D02", &[&SPEC], "`type: redis` is the former name of `type: keyvalue`.")
        .remedy("Write `keyvalue`."),
    documented("D03", &[&SPEC], "`autoDeploy: true` and `autoDeploy: false` are the former forms of `autoDeployTrigger: commit` and `off`.")
        .remedy("Write `autoDeployTrigger`."),
    documented("D04", &[&SPEC], "`autoDeployTrigger` wins over `autoDeploy`.")
        .remedy("Keep `autoDeployTrigger`."),
    documented("D05", &[&SPEC], "`previewsEnabled: true` is the former form of `previews.generation: automatic`.")
        .remedy("Write `previews.generation`."),
    documented("D06", &[&SCHEMA], "`previewsExpireAfterDays` is the former form of `previews.expireAfterDays`.")
        .remedy("Write `previews.expireAfterDays`."),
    documented("D07", &[&SPEC], "`pullRequestPreviewsEnabled: true` is the former form of `previews.generation: automatic` on a service.")
        .remedy("Write `previews.generation`."),
    documented("D08", &[&SCHEMA], "`previewPlan` on a web service, private service or worker is the former form of `previews.plan`.")
        .remedy("Write `previews.plan`."),
    documented("D09", &[&SCHEMA], "`domain` is the former field for a single custom domain.")
        .remedy("Write `domains`."),
    documented("D10", &[&SPEC], "`afterFirstDeployCommand` is the former name of `initialDeployHook`; the schema refuses it.")
        .remedy("Write `initialDeployHook`."),
    documented("D11", &[&SPEC, &SCHEMA, &PLUGIN], "Plans such as `starter` are the former names of compute plans; they are still valid.")
        .remedy("Write the current id, such as `0.5c-512mb`."),
    observed("D12", &[&VALIDATOR, &THREAD_SIM_6800], "Render refuses the legacy plans for a new database: `starter`, `standard`, `pro` and `pro plus`.")
        .remedy("Choose the flexible plan of the same size: for `standard`, `basic-1gb`; for `pro`, a plan with 4 GB.")
        .messages(&["Legacy Postgres plans, including 'starter', are no longer supported for new databases"]),
    documented("D13", &[&SPEC], "`fromService.type: redis` is the former form of `keyvalue`.")
        .remedy("Write `keyvalue`."),
    documented("D14", &[&SCHEMA], "`env` beside `runtime` is refused by the schema; `runtime` says it all.")
        .remedy("Drop `env`."),
    observed("D15", &[&SKILLS], "`*.render-internal.com` is no address on Render: only older copies of its skills had it, and it was removed as wrong.")
        .remedy("Use a reference."),
];
