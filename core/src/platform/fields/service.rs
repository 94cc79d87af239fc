//! Services of every kind, and the fields inside them.

use super::root::GENERATIONS;
use super::row::{FieldFacts, FieldType, Source, field};
use super::runtime::RUNTIMES;
use super::{Condition, SchemaNode};
use crate::platform::Kind::{self, Cron, KeyValue, PrivateService, Static, Web, Worker, Workflow};
use crate::platform::kinds::SERVICE_TYPES;
use crate::platform::plans;
use crate::platform::regions::{DEFAULT_REGION, REGION_IDS};

/// Kinds that SCHEMA describes with one definition.
const SERVERS: &[Kind] = &[Web, PrivateService, Worker];
const CONTAINERS: &[Kind] = &[Web, PrivateService, Worker, Cron];
const CODE: &[Kind] = &[Web, PrivateService, Worker, Cron, Static, Workflow];
const SITES: &[Kind] = &[Web, PrivateService, Worker, Static];
const ALL: &[Kind] = &[Web, PrivateService, Worker, Cron, Static, Workflow, KeyValue];

/// Kinds with that definition that are not open to the internet.
const INTERNAL: &[Kind] = &[PrivateService, Worker];

const TRIGGERS: &[&str] = &["commit", "checksPass", "off"];

const IP_RULES: FieldType = FieldType::List(&FieldType::Mapping(SchemaNode::IpRule));

const COUNT: FieldType = FieldType::Whole { min: 1, max: None };

const PERCENT: FieldType = FieldType::Whole { min: 1, max: Some(90) };

const RUNTIME: FieldFacts =
    field("runtime", FieldType::OneOf(RUNTIMES), "The language or tool that runs the code.")
        .lenient(&["static"]);

const REGION: FieldFacts = field(
    "region",
    FieldType::OneOf(&REGION_IDS),
    "Region, which decides the private network: services in two regions cannot connect privately.",
)
.immutable();

const PLAN: FieldFacts = field("plan", FieldType::Text, "Size of the instance.");

const PREVIEW_PLAN: FieldFacts = field(
    "previewPlan",
    FieldType::Text,
    "Size of the instance in preview environments; by default the same as `plan`.",
);

const fn plan(row: FieldFacts, plans: &'static [&'static str]) -> FieldFacts {
    FieldFacts { takes: FieldType::OneOf(plans), ..row }
}

pub(super) const SERVICE: &[FieldFacts] = &[
    field("type", FieldType::OneOf(&SERVICE_TYPES), "Type of the service.")
        .on(ALL)
        .required()
        .immutable(),
    field("name", FieldType::Text, "Name on Render, unique in the file. The name of an existing service takes that service over.")
        .on(ALL)
        .required(),
    RUNTIME.on(SERVERS).required_unless("buildSource"),
    RUNTIME.on(&[Cron]).required(),
    field("runtime", FieldType::OneOf(&["static"]), "`static` makes a web service a static site.")
        .on(&[Static])
        .required()
        .immutable(),
    field("runtime", FieldType::OneOf(&["node", "python"]), "The language or tool that runs the code.")
        .on(&[Workflow])
        .required()
        .source(Source::Workflows),
    plan(PLAN, plans::WEB).on(&[Web]).default("0.5c-512mb"),
    plan(PLAN, plans::SERVER).on(INTERNAL).default("0.5c-512mb").lenient(&["free"]),
    plan(PLAN, plans::CRON).on(&[Cron]).default("0.5c-512mb"),
    plan(PLAN, plans::KEY_VALUE).on(&[KeyValue]).default("256mb"),
    REGION.on(&[Web, PrivateService, Worker, Cron, KeyValue]).default(DEFAULT_REGION.id()),
    REGION.on(&[Workflow]).required().source(Source::Workflows),
    field("schedule", FieldType::Text, "When it runs: a cron expression of five fields, in UTC.").on(&[Cron]).required(),
    field("repo", FieldType::Text, "Address of the repository; by default the one that contains the file.").on(CODE),
    field("branch", FieldType::Text, "Branch to deploy; by default the repository's default branch. Previews deploy it, too.").on(CODE),
    field("rootDir", FieldType::Text, "Directory of the code; changes outside it start no build.").on(CODE),
    field("buildFilter", FieldType::Mapping(SchemaNode::BuildFilter), "Which changes start a build. Without the field, a sync empties existing filters.").on(CODE),
    field("image", FieldType::Mapping(SchemaNode::Image), "The prebuilt image to run, with `runtime: image`.")
        .on(CONTAINERS)
        .required_when(Condition::ImageRuntime),
    field("registryCredential", FieldType::Mapping(SchemaNode::Credential), "Credential for private base images of the Dockerfile.").on(CONTAINERS),
    field("dockerfilePath", FieldType::Text, "Path of the Dockerfile, relative to the root of the repository.")
        .on(CONTAINERS)
        .default("./Dockerfile"),
    field("dockerContext", FieldType::Text, "Directory in which the Docker build starts, relative to the root of the repository.").on(CONTAINERS),
    field("dockerCommand", FieldType::Text, "Command to run instead of the image's own.").on(CONTAINERS),
    field("buildCommand", FieldType::Text, "Command that builds the code.").on(CONTAINERS).required_when(Condition::NativeRuntime),
    field("buildCommand", FieldType::Text, "Command that builds the code.").on(&[Static, Workflow]),
    field("preDeployCommand", FieldType::Text, "Command between build and start, for migrations. Needs a paid plan; runs without the disk.").on(&[Web, PrivateService, Worker, Cron, Static]),
    field("startCommand", FieldType::Text, "Command that starts the code.").on(CONTAINERS).required_when(Condition::NativeRuntime),
    field("startCommand", FieldType::Text, "Command that starts the workflow's tasks.")
        .on(&[Workflow])
        .required()
        .source(Source::Workflows),
    field("initialDeployHook", FieldType::Text, "Command that runs once, after the first successful deploy.").on(SERVERS),
    field("staticPublishPath", FieldType::Text, "Directory to serve, relative to the root of the repository.")
        .on(&[Static])
        .required_when(Condition::Always),
    field("headers", FieldType::List(&FieldType::Mapping(SchemaNode::Header)), "Response headers. A sync keeps those that are not in the file.").on(&[Static]),
    field("routes", FieldType::List(&FieldType::Mapping(SchemaNode::Route)), "Redirects and rewrites. A sync keeps those that are not in the file.").on(&[Static]),
    field("envVars", FieldType::List(&FieldType::Mapping(SchemaNode::Variable)), "Environment variables. A sync keeps those that are not in the file.").on(CODE),
    field("healthCheckPath", FieldType::Text, "Path that must answer 2xx or 3xx before the instance gets traffic; starts with `/`.")
        .on(SERVERS)
        .no_effect_on(INTERNAL),
    field("numInstances", COUNT, "Number of instances, at most 100. No effect together with `scaling`.").on(SERVERS).default("1"),
    field("scaling", FieldType::Mapping(SchemaNode::Scaling), "Autoscaling. Needs a Pro workspace or higher.").on(SERVERS),
    field("disk", FieldType::Mapping(SchemaNode::Disk), "A disk that survives deploys. Needs a paid plan, and exactly one instance.").on(SERVERS),
    field("maxShutdownDelaySeconds", FieldType::Whole { min: 1, max: Some(300) }, "Seconds between the signal to stop and the kill.")
        .on(SERVERS)
        .default("30"),
    field("maintenanceMode", FieldType::Mapping(SchemaNode::MaintenanceMode), "Answers every request with a maintenance page. Needs a paid plan.")
        .on(SERVERS)
        .no_effect_on(INTERNAL),
    field("domains", FieldType::List(&FieldType::Text), "Custom domains; Render also adds the matching root or `www.` name.")
        .on(SITES)
        .no_effect_on(INTERNAL),
    field("renderSubdomainPolicy", FieldType::OneOf(&["enabled", "disabled"]), "Whether the onrender.com address answers. Disabling it needs a custom domain.")
        .on(SITES)
        .no_effect_on(INTERNAL)
        .default("enabled"),
    field("ipAllowList", IP_RULES, "Ranges that may connect from the internet. Needs a Scale or Enterprise workspace; private traffic is always allowed.")
        .on(SITES)
        .no_effect_on(INTERNAL),
    field("ipAllowList", IP_RULES, "Ranges that may connect from the internet; `[]` is nobody. Private traffic is always allowed.")
        .on(&[KeyValue])
        .required(),
    field("maxmemoryPolicy", FieldType::OneOf(MAXMEMORY_POLICIES), "Which keys are evicted when memory is full. Use `noeviction` for queues.")
        .on(&[KeyValue])
        .default("allkeys-lru"),
    field("persistenceMode", FieldType::OneOf(&["journal-snapshot", "snapshot", "off"]), "What is written to disk. Free instances do not keep data.")
        .on(&[KeyValue])
        .default("journal-snapshot"),
    field("autoDeployTrigger", FieldType::OneOf(TRIGGERS), "What starts a deploy. No effect with an image.").on(CODE).default("commit"),
    field("previews", FieldType::Mapping(SchemaNode::ServicePreviews), "Previews of this service for pull requests.").on(SERVERS),
    field("previews", FieldType::Mapping(SchemaNode::StaticPreviews), "Previews of this site for pull requests.").on(&[Static]),
    plan(PREVIEW_PLAN, plans::KEY_VALUE).on(&[KeyValue]),
    field("buildSource", FieldType::Text, "A build source of the file that builds for this service.").on(SERVERS).source(Source::Schema),
    field("env", FieldType::OneOf(RUNTIMES), "Old name of `runtime`.").on(CONTAINERS)
        .lenient(&["static"]).now("runtime").unknown_to_schema(),
    field("env", FieldType::OneOf(&["static"]), "Old name of `runtime`.").on(&[Static]).now("runtime").unknown_to_schema(),
    field("autoDeploy", FieldType::Boolean, "Old switch: true is `autoDeployTrigger: commit`, false is `off`.")
        .on(&[Web, PrivateService, Worker, Cron, Static])
        .now("autoDeployTrigger"),
    field("afterFirstDeployCommand", FieldType::Text, "Old name of `initialDeployHook`.")
        .on(SERVERS)
        .now("initialDeployHook")
        .unknown_to_schema(),
    field("domain", FieldType::Text, "Old field for a single custom domain.").on(SITES).no_effect_on(INTERNAL).now("domains").source(Source::Schema),
    plan(PREVIEW_PLAN, plans::WEB).on(SERVERS).now("previews.plan").source(Source::Schema),
    field("pullRequestPreviewsEnabled", FieldType::Boolean, "Old switch: true is `previews.generation: automatic`.")
        .on(SITES)
        .now("previews.generation"),
];

/// SPEC lists six; SCHEMA adds the two `lfu` values.
const MAXMEMORY_POLICIES: &[&str] = &[
    "allkeys-lru",
    "volatile-lru",
    "allkeys-lfu",
    "volatile-lfu",
    "allkeys-random",
    "volatile-random",
    "volatile-ttl",
    "noeviction",
];

pub(super) const PREVIEWS: &[FieldFacts] = &[
    field(
        "generation",
        FieldType::OneOf(GENERATIONS),
        "Whether pull requests get a preview of only this service.",
    ),
    plan(
        field(
            "plan",
            FieldType::Text,
            "Size of the instance in previews; by default the same as `plan`.",
        ),
        plans::WEB,
    ),
    field("numInstances", COUNT, "Number of instances in previews."),
];

pub(super) const STATIC_PREVIEWS: &[FieldFacts] = &[field(
    "generation",
    FieldType::OneOf(GENERATIONS),
    "Whether pull requests get a preview of only this site.",
)];

pub(super) const SCALING: &[FieldFacts] = &[
    field("minInstances", COUNT, "Minimum number of instances.").required_when(Condition::Always),
    field("maxInstances", COUNT, "Maximum number of instances, at most 100.")
        .required_when(Condition::Always),
    field("targetCPUPercent", PERCENT, "Target CPU use in percent.")
        .required_when(Condition::Without("targetMemoryPercent")),
    field("targetMemoryPercent", PERCENT, "Target memory use in percent.")
        .required_when(Condition::Without("targetCPUPercent")),
];

pub(super) const DISK: &[FieldFacts] = &[
    field("name", FieldType::Text, "Name of the disk.").required(),
    field("mountPath", FieldType::Text, "Absolute path of the disk in the service's file system.")
        .required(),
    field("sizeGB", COUNT, "Size in GB. It can only grow.").default("10"),
];

pub(super) const MAINTENANCE_MODE: &[FieldFacts] = &[
    field("enabled", FieldType::Boolean, "Whether maintenance mode is on.").default("false"),
    field("uri", FieldType::Text, "Address of your own maintenance page, on another service."),
];

pub(super) const HEADER: &[FieldFacts] = &[
    field("path", FieldType::Text, "Paths that get the header; `*` stands for anything.")
        .required(),
    field("name", FieldType::Text, "Name of the header.").required(),
    field("value", FieldType::Text, "Its value.").required(),
];

pub(super) const ROUTE: &[FieldFacts] = &[
    field(
        "type",
        FieldType::OneOf(&["redirect", "rewrite"]),
        "`redirect` answers 301; `rewrite` serves another path.",
    )
    .required(),
    field("source", FieldType::Text, "Path that matches.").required(),
    field("destination", FieldType::Text, "Path or address of the target. No variables here.")
        .required(),
];

pub(super) const IP_RULE: &[FieldFacts] = &[
    field("source", FieldType::Text, "An IPv4 address, or a range such as `203.0.113.4/30`.")
        .required(),
    field("description", FieldType::Text, "A description of the range, for human readers."),
];
