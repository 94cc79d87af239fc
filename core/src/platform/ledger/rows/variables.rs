//! E: environment variables.

use crate::platform::ledger::evidence::{
    CHANGELOG, DOC_ENVIRONMENT_VARIABLES, DOC_PREVIEW_ENVIRONMENTS_AGAIN, FIRST_READING, SCHEMA,
    SEED, SKILLS, SPEC, TEMPLATES, TUTORIALS,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("E01", &[&SPEC], "A literal value is written at every sync."),
    documented("E02", &[&SPEC], "`generateValue: true` makes 256 random bits in base64, once."),
    documented(
        "E03",
        &[&SPEC],
        "References to a database give its internal address, never the external one.",
    ),
    documented(
        "E04",
        &[&SPEC],
        "`host`, `port`, `connectionString` and `connectionPoolString` of a database are addresses; `user`, `password` and `database` are text, which no region and no isolation blocks.",
    ),
    documented("E05", &[&SPEC], "`fromDatabase` may name a read replica."),
    documented(
        "E06",
        &[&SPEC, &TEMPLATES],
        "`host` and `port` of a Key Value work: the reference page uses them in an example, though its list leaves them out.",
    ),
    observed(
        "E07",
        &[&TEMPLATES],
        "Templates build `https://<host>.onrender.com` from the `host` of a web service, which works across regions and isolation.",
    ),
    documented(
        "E08",
        &[&SPEC, &SEED],
        "`hostport` is the internal host and the port, with a colon between.",
    ),
    documented(
        "E09",
        &[&SCHEMA, &CHANGELOG],
        "`slug` of a workflow is the name that Render's API knows it by.",
    ),
    documented(
        "E10",
        &[&SPEC],
        "`envVarKey` copies any variable that the service defines, one with `generateValue` included.",
    ),
    documented("E11", &[&SPEC], "A service may refer to itself."),
    documented("E12", &[&DOC_ENVIRONMENT_VARIABLES], "Every value reaches the app as text."),
    documented("E13", &[&SCHEMA], "The variables of a static site serve its build only."),
    inferred(
        "E14",
        &[&FIRST_READING],
        "Variables with a prefix such as `VITE_`, `NEXT_PUBLIC_` or `REACT_APP_` are baked into browser code.",
    ),
    observed(
        "E15",
        &[&SKILLS],
        "Secret files are no field of a Blueprint; they lie under `/etc/secrets/`.",
    ),
    observed(
        "E16",
        &[&SKILLS],
        "Versions of languages are set by variables such as `NODE_VERSION` and `PYTHON_VERSION`, not by fields.",
    ),
    inferred(
        "E17",
        &[&DOC_ENVIRONMENT_VARIABLES, &FIRST_READING],
        "Names that start with `RENDER`, and `IS_PULL_REQUEST`, belong to Render; `PORT` may be set.",
    ),
    observed(
        "E18",
        &[&TUTORIALS, &SKILLS],
        "References resolve among the resources of their own environment, or among those at the root.",
    ),
    observed("E19", &[&SKILLS], "Native Node sets `NODE_ENV=production` at run time."),
    documented(
        "E20",
        &[&DOC_PREVIEW_ENVIRONMENTS_AGAIN],
        "No page describes `previewValue` beside `sync: false`. A group that fills previews is made in the Dashboard, outside the file.",
    ),
];
