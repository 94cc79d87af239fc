//! Postgres databases and their read replicas.

use super::SchemaNode;
use super::row::{FieldFacts, FieldType, field};
use crate::platform::plans::POSTGRES;
use crate::platform::regions::{DEFAULT_REGION, REGION_IDS};

/// Major versions of Postgres (SCHEMA).
const VERSIONS: &[&str] = &["18", "17", "16", "15", "14", "13", "12", "11", "10"];

pub(super) const DATABASE: &[FieldFacts] = &[
    field("name", FieldType::Text, "Name of the database on Render, unique in the file.")
        .required()
        .immutable(),
    field("plan", FieldType::OneOf(POSTGRES), "Size of the instance.").default("0.1c-256mb"),
    field("region", FieldType::OneOf(&REGION_IDS), "Region, which decides the private network.")
        .default(DEFAULT_REGION.id())
        .immutable(),
    field(
        "ipAllowList",
        FieldType::List(&FieldType::Mapping(SchemaNode::IpRule)),
        "Ranges that may connect from the internet: `[]` is nobody, no list is everybody. Private traffic is always allowed.",
    ),
    field(
        "postgresMajorVersion",
        FieldType::OneOf(VERSIONS),
        "Major version of Postgres, in quotes.",
    )
    .default("18")
    .immutable(),
    field(
        "databaseName",
        FieldType::Text,
        "Name of the database inside Postgres; by default derived from `name`.",
    )
    .immutable(),
    field("user", FieldType::Text, "Name of the database user; by default derived from `name`.")
        .immutable(),
    field(
        "diskSizeGB",
        FieldType::Whole { min: 1, max: None },
        "Storage in GB: 1, or a multiple of 5. It can only grow.",
    ),
    field(
        "storageAutoscalingEnabled",
        FieldType::Boolean,
        "Whether storage grows automatically when it is nearly full.",
    )
    .default("false"),
    field(
        "connectionPool",
        FieldType::OneOf(&["pgbouncer", "none"]),
        "A connection pool for the database. Needs a paid plan.",
    )
    .default("none"),
    field(
        "highAvailability",
        FieldType::Mapping(SchemaNode::HighAvailability),
        "A standby that takes over when the primary fails. Needs a Pro workspace or higher.",
    ),
    field(
        "readReplicas",
        FieldType::List(&FieldType::Mapping(SchemaNode::Replica)),
        "At most five read-only copies. Without the field Render keeps existing ones; `[]` destroys all.",
    ),
    field(
        "previewPlan",
        FieldType::OneOf(POSTGRES),
        "Size of the instance in preview environments; by default the same as `plan`.",
    ),
    field(
        "previewDiskSizeGB",
        FieldType::Whole { min: 1, max: None },
        "Storage in GB in preview environments; by default the same as `diskSizeGB`.",
    ),
];

pub(super) const HIGH_AVAILABILITY: &[FieldFacts] =
    &[field("enabled", FieldType::Boolean, "Whether there is a standby.").required()];

pub(super) const REPLICA: &[FieldFacts] = &[field(
    "name",
    FieldType::Text,
    "Name of the replica; references can use it like a database's name. It has all other settings of the primary.",
)
.required()];
