//! Builds: filters, images, credentials, build sources.

use super::SchemaNode;
use super::row::{FieldFacts, FieldType, Source, field};
use crate::platform::regions::{DEFAULT_REGION, REGION_IDS};

/// Fields that a service with `buildSource` must not have: the build source sets them (SCHEMA).
pub const BUILD_SOURCE_REPLACES: [&str; 12] = [
    "runtime",
    "repo",
    "branch",
    "image",
    "registryCredential",
    "buildCommand",
    "buildFilter",
    "dockerContext",
    "dockerfilePath",
    "previews",
    "pullRequestPreviewsEnabled",
    "previewPlan",
];

pub(super) const BUILD_FILTER: &[FieldFacts] = &[
    field(
        "paths",
        FieldType::List(&FieldType::Text),
        "Globs, relative to the root of the repository: only commits that change a matching file start a build.",
    ),
    field(
        "ignoredPaths",
        FieldType::List(&FieldType::Text),
        "Globs, relative to the root of the repository: changes to matching files start no build.",
    ),
];

pub(super) const IMAGE: &[FieldFacts] = &[
    field("url", FieldType::Text, "Address of the image, for linux/amd64.").required(),
    field("creds", FieldType::Mapping(SchemaNode::Credential), "Credential for a private image."),
];

pub(super) const CREDENTIAL: &[FieldFacts] = &[field(
    "fromRegistryCreds",
    FieldType::Mapping(SchemaNode::CredentialName),
    "A credential that is stored in the workspace.",
)
.required()];

pub(super) const CREDENTIAL_NAME: &[FieldFacts] =
    &[field("name", FieldType::Text, "Name of the credential in the workspace.").required()];

pub(super) const BUILD_SOURCE: &[FieldFacts] = &[
    field("name", FieldType::Text, "Name of the build source, unique in the workspace.")
        .required()
        .source(Source::Schema),
    field("git", FieldType::Mapping(SchemaNode::BuildGit), "Builds from a repository.")
        .source(Source::Schema),
    field("image", FieldType::Mapping(SchemaNode::Image), "Uses a prebuilt image.")
        .source(Source::Schema),
];

pub(super) const BUILD_GIT: &[FieldFacts] = &[
    field("repo", FieldType::Text, "Address of the repository.").required().source(Source::Schema),
    field(
        "runtime",
        FieldType::OneOf(&["docker", "elixir", "go", "node", "python", "ruby", "rust"]),
        "The language or tool that builds the code.",
    )
    .required()
    .source(Source::Schema),
    field("branch", FieldType::Text, "Branch to build.").source(Source::Schema),
    field("buildCommand", FieldType::Text, "Command that builds the code.").source(Source::Schema),
    field(
        "buildFilter",
        FieldType::Mapping(SchemaNode::BuildFilter),
        "Which changes start a build.",
    )
    .source(Source::Schema),
    field(
        "envVars",
        FieldType::List(&FieldType::Mapping(SchemaNode::Variable)),
        "Environment variables of the build.",
    )
    .source(Source::Schema),
    field("rootDir", FieldType::Text, "Directory whose changes start a build.")
        .source(Source::Schema),
    field(
        "region",
        FieldType::OneOf(&REGION_IDS),
        "Region in which builds run; fixed after the first one.",
    )
    .default(DEFAULT_REGION.id())
    .immutable()
    .source(Source::Schema),
    field("baseDir", FieldType::Text, "Directory in which the Docker build starts.")
        .default(".")
        .source(Source::Schema),
    field("dockerfilePath", FieldType::Text, "Path of the Dockerfile.")
        .default("./Dockerfile")
        .source(Source::Schema),
    field(
        "registryCredential",
        FieldType::Mapping(SchemaNode::Credential),
        "Credential for private base images of the Dockerfile.",
    )
    .source(Source::Schema),
];
