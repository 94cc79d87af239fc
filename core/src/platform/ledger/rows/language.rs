//! F: the file, its places and its words.

use crate::platform::ledger::evidence::{
    CHANGELOG, CLI, DOC_INFRASTRUCTURE_AS_CODE, DOC_KEY_VALUE, INVENTORY, SCHEMA, SECOND_READING,
    SKILLS, SPEC, WORKFLOW_TRIAL,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented(
        "F01",
        &[&SPEC, &DOC_INFRASTRUCTURE_AS_CODE],
        "The file is `render.yaml` at the root of the repository; another path can be chosen when the Blueprint is set up.",
    ),
    documented("F02", &[&SCHEMA], "An empty file passes the schema."),
    documented(
        "F03",
        &[&SPEC],
        "Resources in a list at the root keep the environment that they have; those under `ungrouped` are taken out of any.",
    ),
    documented(
        "F04",
        &[&SPEC],
        "Preview environments are off unless `previews.generation` of the root says otherwise.",
    ),
    documented(
        "F05",
        &[&SCHEMA],
        "`buildSources` and `version` stand in the schema; the reference page does not mention them.",
    ),
    documented(
        "F06",
        &[&SPEC],
        "The service type is fixed when the service is created; a database's name, region, user and version are, too.",
    ),
    documented(
        "F07",
        &[&SPEC],
        "`runtime` may change later, except to or from `static`. Older pages call it fixed.",
    ),
    documented(
        "F08",
        &[&SPEC],
        "Without `repo`, a service uses the repository that holds the file.",
    ),
    documented("F09", &[&SPEC], "A cron job never runs twice at the same time."),
    documented(
        "F10",
        &[&SPEC],
        "A custom domain brings its root or `www.` twin along, with a redirect.",
    ),
    documented("F11", &[&SPEC], "Without `autoDeployTrigger`, a new service deploys each commit."),
    documented("F12", &[&SPEC], "Without `maxmemoryPolicy`, a Key Value uses `allkeys-lru`."),
    documented(
        "F13",
        &[&SPEC],
        "A new paid Key Value writes journal and snapshots to disk; a free one writes nothing.",
    ),
    documented(
        "F14",
        &[&SCHEMA, &SKILLS],
        "`maxmemoryPolicy` has eight values. The reference page lists six, without `allkeys-lfu` and `volatile-lfu`.",
    ),
    documented("F15", &[&SPEC], "A new database runs the newest Postgres, now 18."),
    documented(
        "F16",
        &[&SPEC],
        "A new database gets 1 GB on the free plan, 15 on Basic, 100 on Pro and 250 on Accelerated.",
    ),
    documented(
        "F17",
        &[&SPEC, &SKILLS],
        "Storage autoscaling grows a database by half at 90 percent of use, in steps of 5 GB, and never shrinks it.",
    ),
    documented(
        "F18",
        &[&SPEC, &SKILLS],
        "The connection pool of a database shares connections by transaction: no `LISTEN`, no session locks, no temporary tables.",
    ),
    documented("F19", &[&SPEC], "A database leaves a legacy plan for good."),
    observed("F20", &[&SKILLS], "New Key Values run Valkey 8."),
    documented(
        "F21",
        &[&DOC_KEY_VALUE],
        "Internal authentication of a Key Value is a switch of the Dashboard, not a field.",
    ),
    documented(
        "F22",
        &[&SPEC],
        "`initialDeployHook` runs once after the first good deploy, in previews, too.",
    ),
    documented(
        "F23",
        &[&SPEC],
        "`preDeployCommand` of a static site runs after the build and before the deploy; a static site has no plan.",
    ),
    documented(
        "F24",
        &[&CHANGELOG],
        "Blueprints declare workflows; the sizes of their tasks are set in the code. Older skills say that Blueprints cannot.",
    ),
    observed(
        "F25",
        &[&WORKFLOW_TRIAL],
        "Render accepts `runtime: docker` on a workflow, though the schema refuses it.",
    ),
    documented(
        "F26",
        &[&DOC_INFRASTRUCTURE_AS_CODE],
        "A Blueprint that is replicated adds suffixes to its names.",
    ),
    observed(
        "F27",
        &[&CLI],
        "The spellings of Render's API, such as `web_service`, `pro_plus` and `cidrBlock`, are not those of a Blueprint.",
    ),
    documented(
        "F28",
        &[&SPEC, &CLI],
        "`render blueprints validate` asks Render about a file; its answer names path, line and column of each error.",
    ),
    inferred("F29", &[&INVENTORY], "`starter plus` was dropped at the end of 2023."),
    inferred(
        "F30",
        &[&SECOND_READING],
        "Sandboxes, in public beta in Oregon, have no field in a Blueprint.",
    ),
    inferred(
        "F31",
        &[&SECOND_READING],
        "Edge caching is for paid web services, and has no field in a Blueprint.",
    ),
];
