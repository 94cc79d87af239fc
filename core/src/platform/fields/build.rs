//! What is built: filters, images, credentials, build sources.

use super::Place;
use super::row::{FieldFacts, Source, Takes, field};
use crate::platform::regions::{DEFAULT_REGION, REGION_IDS};

/// Fields that a service with `buildSource` must not carry: the build source says what they would (SCHEMA).
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
        Takes::List(&Takes::Text),
        "Globs, from the root of the repository: a commit that touches none of them starts no build.",
    ),
    field(
        "ignoredPaths",
        Takes::List(&Takes::Text),
        "Globs, from the root of the repository: changes there start no build.",
    ),
];

pub(super) const IMAGE: &[FieldFacts] = &[
    field("url", Takes::Text, "Address of the image, for linux/amd64.").required(),
    field("creds", Takes::Mapping(Place::Credential), "Credential for a private image."),
];

pub(super) const CREDENTIAL: &[FieldFacts] = &[field(
    "fromRegistryCreds",
    Takes::Mapping(Place::CredentialName),
    "A credential that the workspace holds.",
)
.required()];

pub(super) const CREDENTIAL_NAME: &[FieldFacts] =
    &[field("name", Takes::Text, "Name of the credential in the workspace.").required()];

pub(super) const BUILD_SOURCE: &[FieldFacts] = &[
    field("name", Takes::Text, "Name of the build source, unique in the workspace.")
        .required()
        .source(Source::Schema),
    field("git", Takes::Mapping(Place::BuildGit), "Builds from a repository.")
        .source(Source::Schema),
    field("image", Takes::Mapping(Place::Image), "Takes a finished image.").source(Source::Schema),
];

pub(super) const BUILD_GIT: &[FieldFacts] = &[
    field("repo", Takes::Text, "Address of the repository.").required().source(Source::Schema),
    field(
        "runtime",
        Takes::OneOf(&["docker", "elixir", "go", "node", "python", "ruby", "rust"]),
        "What the code is built with.",
    )
    .required()
    .source(Source::Schema),
    field("branch", Takes::Text, "Branch to build.").source(Source::Schema),
    field("buildCommand", Takes::Text, "Command that builds the code.").source(Source::Schema),
    field("buildFilter", Takes::Mapping(Place::BuildFilter), "Which changes start a build.")
        .source(Source::Schema),
    field("envVars", Takes::List(&Takes::Mapping(Place::Variable)), "Variables of the build.")
        .source(Source::Schema),
    field("rootDir", Takes::Text, "Folder whose changes start a build.").source(Source::Schema),
    field("region", Takes::OneOf(&REGION_IDS), "Where builds run; fixed after the first one.")
        .default(DEFAULT_REGION.id())
        .immutable()
        .source(Source::Schema),
    field("baseDir", Takes::Text, "Folder that the Docker build starts from.")
        .default(".")
        .source(Source::Schema),
    field("dockerfilePath", Takes::Text, "Path of the Dockerfile.")
        .default("./Dockerfile")
        .source(Source::Schema),
    field(
        "registryCredential",
        Takes::Mapping(Place::Credential),
        "Credential for private base images of the Dockerfile.",
    )
    .source(Source::Schema),
];
