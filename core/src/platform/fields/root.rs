//! The root of the file, `ungrouped`, projects and environments.

use super::row::{FieldFacts, FieldType, Source, field};
use super::{Condition, SchemaNode};

/// When Render creates previews (SCHEMA; SPEC lists the first two for services).
pub(super) const GENERATIONS: &[&str] = &["manual", "automatic", "off"];

/// Whether a value of `previews.generation` creates previews; `true` is the value of the old `previewsEnabled` (SPEC).
pub fn makes_previews(generation: &str) -> bool {
    matches!(generation, "automatic" | "manual" | "true")
}

const SWITCH: FieldType = FieldType::OneOf(&["enabled", "disabled"]);

const SERVICES: FieldFacts = field(
    "services",
    FieldType::List(&FieldType::Service),
    "Every resource but Postgres: web services, private services, workers, cron jobs, static sites, workflows, Key Value.",
);

const DATABASES: FieldFacts = field(
    "databases",
    FieldType::List(&FieldType::Mapping(SchemaNode::Database)),
    "Postgres databases.",
);

const GROUPS: FieldFacts = field(
    "envVarGroups",
    FieldType::List(&FieldType::Mapping(SchemaNode::Group)),
    "Environment groups: variables that several services share.",
);

const BUILD_SOURCES: FieldFacts = field(
    "buildSources",
    FieldType::List(&FieldType::Mapping(SchemaNode::BuildSource)),
    "Builds that several services share. Only the official schema has it.",
)
.source(Source::Schema);

pub(super) const ROOT: &[FieldFacts] = &[
    SERVICES,
    DATABASES,
    GROUPS,
    field(
        "projects",
        FieldType::List(&FieldType::Mapping(SchemaNode::Project)),
        "Projects, each with environments that hold resources.",
    ),
    field(
        "ungrouped",
        FieldType::Mapping(SchemaNode::Ungrouped),
        "Resources outside any environment; a sync moves them out of the environment they are in.",
    ),
    field(
        "previews",
        FieldType::Mapping(SchemaNode::RootPreviews),
        "Preview environments: a copy of every resource for each pull request.",
    ),
    BUILD_SOURCES,
    field("version", FieldType::OneOf(&["1"]), "Version of the Blueprint language.")
        .source(Source::Schema),
    field("previewsEnabled", FieldType::Boolean, "Old switch for preview environments.")
        .now("previews.generation"),
    field(
        "previewsExpireAfterDays",
        FieldType::Whole { min: 1, max: None },
        "Days after which Render deletes an inactive preview environment, under the old name.",
    )
    .now("previews.expireAfterDays")
    .source(Source::Schema),
];

pub(super) const UNGROUPED: &[FieldFacts] = &[SERVICES, DATABASES, GROUPS, BUILD_SOURCES];

pub(super) const PREVIEWS: &[FieldFacts] = &[
    field(
        "generation",
        FieldType::OneOf(GENERATIONS),
        "Whether pull requests get a preview environment: every one, on request, or none.",
    )
    .default("off"),
    field(
        "expireAfterDays",
        FieldType::Whole { min: 1, max: None },
        "Days without a change after which Render deletes a preview environment. Without it, the environment stays until the pull request closes.",
    ),
];

pub(super) const PROJECT: &[FieldFacts] = &[
    field("name", FieldType::Text, "Name of the project, unique in the file.").required(),
    field(
        "environments",
        FieldType::List(&FieldType::Mapping(SchemaNode::Environment)),
        "The environments of the project.",
    )
    .required_when(Condition::Always),
    BUILD_SOURCES,
];

pub(super) const ENVIRONMENT: &[FieldFacts] = &[
    field("name", FieldType::Text, "Name of the environment.").required(),
    SERVICES,
    DATABASES,
    GROUPS,
    field(
        "networking",
        FieldType::Mapping(SchemaNode::Networking),
        "Network settings of the environment.",
    ),
    field(
        "permissions",
        FieldType::Mapping(SchemaNode::Permissions),
        "Permissions in the environment.",
    ),
];

pub(super) const NETWORKING: &[FieldFacts] = &[field(
    "isolation",
    SWITCH,
    "Whether private traffic into and out of the environment is blocked. Needs a Pro workspace or higher.",
)
.default("disabled")];

pub(super) const PERMISSIONS: &[FieldFacts] = &[field(
    "protection",
    SWITCH,
    "Whether only admins can delete or change the resources in the environment.",
)
.default("disabled")];
