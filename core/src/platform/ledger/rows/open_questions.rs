//! Q: what the sources leave open, and how we read it.

use crate::platform::ledger::evidence::{FIRST_READING, SCHEMA, SKILLS, SPEC, TUTORIALS};
use crate::platform::ledger::fact::{Fact, inferred};

pub(super) const ROWS: &[Fact] = &[
    inferred(
        "Q03",
        &[&FIRST_READING],
        "How a name becomes a slug is not documented; names may hold blanks.",
    ),
    inferred(
        "Q07",
        &[&SPEC, &SKILLS],
        "What `port` gives when the app listens elsewhere is not documented: one page says the port of the HTTP server, another the main port.",
    ),
    inferred(
        "Q11",
        &[&FIRST_READING],
        "Whether isolation changes how references resolve is not documented; we take it for a matter of the network only.",
    ),
    inferred(
        "Q19",
        &[&SKILLS, &SCHEMA],
        "Render's skills give a cron job `previews.plan`; the schema refuses it.",
    ),
    inferred(
        "Q22",
        &[&FIRST_READING],
        "By CPU and memory, `pro plus` is `4c-8g`, `pro max` is `4c-16g` and `pro ultra` is `8c-32g`.",
    ),
    inferred(
        "Q26",
        &[&SCHEMA],
        "The schema takes `fromService.type` `dpg`, `job` and `static`; no page explains them.",
    ),
    inferred(
        "Q27",
        &[&FIRST_READING],
        "Whether built-in variables of workers, cron jobs, workflows and static sites can be copied is not documented.",
    ),
    inferred(
        "Q34",
        &[&TUTORIALS, &SPEC],
        "A tutorial puts resources without an environment into a project named after the repository; the reference page says that they keep their environment.",
    ),
    inferred(
        "Q35",
        &[&SPEC, &SKILLS],
        "Whether private services have health checks is doubtful: the reference page speaks of web services only.",
    ),
    inferred(
        "Q36",
        &[&SKILLS],
        "Pre-deploy commands run on a machine of their own, yet must reach the database to migrate it.",
    ),
    inferred(
        "Q37",
        &[&FIRST_READING],
        "Where a read replica runs, and how large, is not documented; most likely as its primary.",
    ),
    inferred(
        "Q38",
        &[&FIRST_READING],
        "In which order a sync creates resources is not documented.",
    ),
];
