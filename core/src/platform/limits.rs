//! Numbers and short lists that Render sets (SPEC, DOC, validator reports; named at each).

/// Most instances of a service (SPEC).
pub const MAX_INSTANCES: i64 = 100;

/// Most read replicas of a database (SPEC).
pub const MAX_REPLICAS: usize = 5;

/// Storage of a database is 1 GB or a multiple of this (SPEC).
pub const STORAGE_STEP: i64 = 5;

/// Days after which a free database expires (DOC:free).
pub const FREE_DATABASE_DAYS: u32 = 30;

/// Minutes without a request after which a free web service sleeps (DOC:free).
pub const FREE_WEB_MINUTES: u32 = 15;

/// Ports that Render reserves (DOC:private-network). 10000 is listed there too, but official examples use it for
/// private traffic.
pub const RESERVED_PORTS: [u16; 3] = [18012, 18013, 19099];

/// The lowest port that every container may bind (SKILL private-services).
pub const LEAST_OPEN_PORT: u16 = 1024;

/// Mail ports that free web services cannot send to (DOC:free).
pub const BLOCKED_MAIL_PORTS: [u16; 3] = [25, 465, 587];

/// The oldest major version of Postgres with high availability (SPEC).
pub const LEAST_VERSION_FOR_STANDBY: u32 = 13;

/// The oldest major version of Postgres for new databases (older documentation).
pub const LEAST_NEW_VERSION: u32 = 13;

/// Paths at which no disk can be mounted; paths below them are fine (DOC disks).
pub const FORBIDDEN_MOUNT_PATHS: [&str; 9] = [
    "/",
    "/opt",
    "/opt/render",
    "/opt/render/project",
    "/opt/render/project/src",
    "/home",
    "/home/render",
    "/etc",
    "/etc/secrets",
];

/// Fields that a free web service cannot have, with their names in a sentence (DOC:free).
pub const NOT_ON_FREE_PLAN: [(&str, &str); 5] = [
    ("disk", "a disk is"),
    ("scaling", "autoscaling is"),
    ("numInstances", "more than one instance is"),
    ("preDeployCommand", "a pre-deploy command is"),
    ("maintenanceMode", "maintenance mode is"),
];

/// Fields that need a Pro workspace, with their names in a sentence (SPEC).
pub const NEEDS_PRO: [(&str, &str); 2] =
    [("scaling", "autoscaling needs"), ("highAvailability", "high availability needs")];

/// Lists that are sets: the order of their items has no meaning (SPEC). The order of `routes` does.
pub const UNORDERED_LISTS: [&str; 5] =
    ["domains", "ipAllowList", "paths", "ignoredPaths", "headers"];
