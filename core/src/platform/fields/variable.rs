//! Environment variables in all their forms, and environment groups.

use super::row::{FieldFacts, FieldType, field};
use super::{Condition, SchemaNode};
use crate::platform::kinds::REFERENCE_TYPES;
use crate::platform::properties::{DATABASE_PROPERTIES, SERVICE_PROPERTIES};

const KEY: FieldFacts = field("key", FieldType::Text, "Name of the variable.");

const VALUE: FieldFacts = field(
    "value",
    FieldType::TextOrNumber,
    "The value itself. Every sync writes it again, and everybody who reads the file can see it.",
);

const GENERATE_VALUE: FieldFacts = field(
    "generateValue",
    FieldType::Boolean,
    "With `true`, Render generates a random value (base64 of 256 bits) unless there already is one.",
);

const SYNC: FieldFacts = field(
    "sync",
    FieldType::Boolean,
    "With `false`, Render asks for the value in the Dashboard when you first create the Blueprint.",
);

const PREVIEW_VALUE: FieldFacts =
    field("previewValue", FieldType::TextOrNumber, "The value in preview environments.");

pub(super) const VARIABLE: &[FieldFacts] = &[
    KEY.required_unless("fromGroup"),
    VALUE,
    field(
        "fromService",
        FieldType::Mapping(SchemaNode::FromService),
        "A value read from another service.",
    ),
    field(
        "fromDatabase",
        FieldType::Mapping(SchemaNode::FromDatabase),
        "A value read from a Postgres database or a read replica.",
    ),
    field(
        "fromGroup",
        FieldType::Text,
        "Name of an environment group, all of whose variables are added; used alone, without `key`.",
    ),
    GENERATE_VALUE,
    SYNC,
    PREVIEW_VALUE,
];

pub(super) const GROUP_VARIABLE: &[FieldFacts] =
    &[KEY.required(), VALUE, GENERATE_VALUE, SYNC, PREVIEW_VALUE];

pub(super) const FROM_SERVICE: &[FieldFacts] = &[
    field("name", FieldType::Text, "Name of the service.").required(),
    field("type", FieldType::OneOf(REFERENCE_TYPES), "Type of that service.").required(),
    field(
        "property",
        FieldType::OneOf(&SERVICE_PROPERTIES),
        "What to read: its internal address or a part of it.",
    )
    .required_when(Condition::Without("envVarKey")),
    field(
        "envVarKey",
        FieldType::Text,
        "A variable of that service to copy, instead of a property.",
    )
    .required_when(Condition::Without("property")),
];

pub(super) const FROM_DATABASE: &[FieldFacts] = &[
    field("name", FieldType::Text, "Name of the database or read replica.").required(),
    field(
        "property",
        FieldType::OneOf(&DATABASE_PROPERTIES),
        "What to read; every property is part of the internal address or the login.",
    )
    .required(),
];

pub(super) const GROUP: &[FieldFacts] = &[
    field("name", FieldType::Text, "Name of the group, unique in the workspace.").required(),
    field(
        "envVars",
        FieldType::List(&FieldType::Mapping(SchemaNode::GroupVariable)),
        "Its variables: only values, no references.",
    )
    .required(),
];
