//! What a sync treats in its own way (SPEC). The rows of the ledger's family Z say it in sentences.

/// Fields of a database that are set once.
pub const SET_ONCE: [&str; 3] = ["databaseName", "user", "postgresMajorVersion"];

/// Fields of a service that the next deploy uses.
pub const USED_BY_NEXT_DEPLOY: [&str; 13] = [
    "branch",
    "repo",
    "rootDir",
    "runtime",
    "buildCommand",
    "startCommand",
    "preDeployCommand",
    "dockerCommand",
    "dockerfilePath",
    "dockerContext",
    "staticPublishPath",
    "schedule",
    "image.url",
];

/// Those of them that say how a program is run rather than which one it is.
pub const BESIDE_THE_PROGRAM: [&str; 3] = ["branch", "runtime", "preDeployCommand"];

/// Lists of which no entry goes when it leaves the file, each with the fields that tell its entries apart.
pub const ADDITIVE_LISTS: [(&str, &[&str]); 2] =
    [("headers", &["path", "name"]), ("routes", &["source"])];
