//! Services of every kind, and what stands inside them.

use super::root::GENERATIONS;
use super::row::{FieldFacts, Source, Takes, field};
use super::{Condition, Place};
use crate::platform::Kind::{self, Cron, KeyValue, PrivateService, Static, Web, Worker, Workflow};
use crate::platform::kinds::SERVICE_TYPES;
use crate::platform::plans;
use crate::platform::regions::{DEFAULT_REGION, REGION_IDS};

/// Kinds that SCHEMA describes by one shape.
const SERVERS: &[Kind] = &[Web, PrivateService, Worker];
const CONTAINERS: &[Kind] = &[Web, PrivateService, Worker, Cron];
const CODE: &[Kind] = &[Web, PrivateService, Worker, Cron, Static, Workflow];
const SITES: &[Kind] = &[Web, PrivateService, Worker, Static];
const ALL: &[Kind] = &[Web, PrivateService, Worker, Cron, Static, Workflow, KeyValue];

/// Kinds of the server shape that nobody reaches from the internet.
const INTERNAL: &[Kind] = &[PrivateService, Worker];

pub(super) const RUNTIMES: &[&str] =
    &["docker", "elixir", "go", "image", "node", "python", "ruby", "rust"];

const TRIGGERS: &[&str] = &["commit", "checksPass", "off"];

const IP_RULES: Takes = Takes::List(&Takes::Mapping(Place::IpRule));

const COUNT: Takes = Takes::Whole { min: 1, max: None };

const PERCENT: Takes = Takes::Whole { min: 1, max: Some(90) };

const RUNTIME: FieldFacts =
    field("runtime", Takes::OneOf(RUNTIMES), "What the code runs on.").lenient(&["static"]);

const REGION: FieldFacts = field(
    "region",
    Takes::OneOf(&REGION_IDS),
    "Where it runs, and so on which private network: services of two regions never meet privately.",
)
.immutable();

const PLAN: FieldFacts = field("plan", Takes::Text, "Size of the instance.");

const PREVIEW_PLAN: FieldFacts = field(
    "previewPlan",
    Takes::Text,
    "Size of the instance in preview environments; without it, as `plan`.",
);

const fn plan(row: FieldFacts, plans: &'static [&'static str]) -> FieldFacts {
    FieldFacts { takes: Takes::OneOf(plans), ..row }
}

pub(super) const SERVICE: &[FieldFacts] = &[
    field("type", Takes::OneOf(&SERVICE_TYPES), "What kind of service it is.")
        .on(ALL)
        .required()
        .immutable(),
    field("name", Takes::Text, "Name on Render, unique in the file. The name of an existing service takes that one over.")
        .on(ALL)
        .required(),
    RUNTIME.on(SERVERS).required_unless("buildSource"),
    RUNTIME.on(&[Cron]).required(),
    field("runtime", Takes::OneOf(&["static"]), "`static` makes a web service a static site.")
        .on(&[Static])
        .required()
        .immutable(),
    field("runtime", Takes::OneOf(&["node", "python"]), "What the code runs on.")
        .on(&[Workflow])
        .required()
        .source(Source::Workflows),
    plan(PLAN, plans::WEB).on(&[Web]).default("0.5c-512mb"),
    plan(PLAN, plans::SERVER).on(INTERNAL).default("0.5c-512mb").lenient(&["free"]),
    plan(PLAN, plans::CRON).on(&[Cron]).default("0.5c-512mb"),
    plan(PLAN, plans::KEY_VALUE).on(&[KeyValue]).default("256mb"),
    REGION.on(&[Web, PrivateService, Worker, Cron, KeyValue]).default(DEFAULT_REGION.id()),
    REGION.on(&[Workflow]).required().source(Source::Workflows),
    field("schedule", Takes::Text, "When it runs: a cron expression of five fields, in UTC.").on(&[Cron]).required(),
    field("repo", Takes::Text, "Address of the repository; without it, the one that holds the file.").on(CODE),
    field("branch", Takes::Text, "Branch to deploy; without it, the repository's default. It pins previews, too.").on(CODE),
    field("rootDir", Takes::Text, "Folder of the code; changes outside start no build.").on(CODE),
    field("buildFilter", Takes::Mapping(Place::BuildFilter), "Which changes start a build. Leaving it out empties existing filters.").on(CODE),
    field("image", Takes::Mapping(Place::Image), "The finished image to run, with `runtime: image`.")
        .on(CONTAINERS)
        .required_when(Condition::ImageRuntime),
    field("registryCredential", Takes::Mapping(Place::Credential), "Credential for private base images of the Dockerfile.").on(CONTAINERS),
    field("dockerfilePath", Takes::Text, "Path of the Dockerfile, from the root of the repository.")
        .on(CONTAINERS)
        .default("./Dockerfile"),
    field("dockerContext", Takes::Text, "Folder that the Docker build starts from, from the root of the repository.").on(CONTAINERS),
    field("dockerCommand", Takes::Text, "Command to run instead of the image's own.").on(CONTAINERS),
    field("buildCommand", Takes::Text, "Command that builds the code.").on(CONTAINERS).required_when(Condition::NativeRuntime),
    field("buildCommand", Takes::Text, "Command that builds the code.").on(&[Static, Workflow]),
    field("preDeployCommand", Takes::Text, "Command between build and start, for migrations. Needs a paid plan; sees no disk.").on(&[Web, PrivateService, Worker, Cron, Static]),
    field("startCommand", Takes::Text, "Command that starts the code.").on(CONTAINERS).required_when(Condition::NativeRuntime),
    field("startCommand", Takes::Text, "Command that starts the workflow's tasks.")
        .on(&[Workflow])
        .required()
        .source(Source::Workflows),
    field("initialDeployHook", Takes::Text, "Command that runs once, after the first good deploy.").on(SERVERS),
    field("staticPublishPath", Takes::Text, "Folder that is served, from the root of the repository.")
        .on(&[Static])
        .required_when(Condition::Always),
    field("headers", Takes::List(&Takes::Mapping(Place::Header)), "Response headers. Those not in the file are kept.").on(&[Static]),
    field("routes", Takes::List(&Takes::Mapping(Place::Route)), "Redirects and rewrites. Those not in the file are kept.").on(&[Static]),
    field("envVars", Takes::List(&Takes::Mapping(Place::Variable)), "Environment variables. Those not in the file are kept.").on(CODE),
    field("healthCheckPath", Takes::Text, "Path that must answer 2xx or 3xx before traffic is sent; starts with `/`.")
        .on(SERVERS)
        .idle_on(INTERNAL),
    field("numInstances", COUNT, "How many instances run. No effect beside `scaling`.").on(SERVERS).default("1"),
    field("scaling", Takes::Mapping(Place::Scaling), "Automatic number of instances. Needs a Pro workspace or higher.").on(SERVERS),
    field("disk", Takes::Mapping(Place::Disk), "A disk that survives deploys. Needs a paid plan, and exactly one instance.").on(SERVERS),
    field("maxShutdownDelaySeconds", Takes::Whole { min: 1, max: Some(300) }, "Seconds between the signal to stop and the kill.")
        .on(SERVERS)
        .default("30"),
    field("maintenanceMode", Takes::Mapping(Place::MaintenanceMode), "Answers every request with a maintenance page. Needs a paid plan.")
        .on(SERVERS)
        .idle_on(INTERNAL),
    field("domains", Takes::List(&Takes::Text), "Custom domains; the matching root or `www.` name is added.")
        .on(SITES)
        .idle_on(INTERNAL),
    field("renderSubdomainPolicy", Takes::OneOf(&["enabled", "disabled"]), "Whether the onrender.com address answers. Off needs a custom domain.")
        .on(SITES)
        .idle_on(INTERNAL)
        .default("enabled"),
    field("ipAllowList", IP_RULES, "Who may connect from the internet. Needs a Scale or Enterprise plan; private traffic always passes.")
        .on(SITES)
        .idle_on(INTERNAL),
    field("ipAllowList", IP_RULES, "Who may connect from the internet; `[]` is nobody. Private traffic always passes.")
        .on(&[KeyValue])
        .required(),
    field("maxmemoryPolicy", Takes::OneOf(MAXMEMORY_POLICIES), "What goes when memory is full. Queues want `noeviction`.")
        .on(&[KeyValue])
        .default("allkeys-lru"),
    field("persistenceMode", Takes::OneOf(&["journal-snapshot", "snapshot", "off"]), "What is written to disk. Free instances keep nothing.")
        .on(&[KeyValue])
        .default("journal-snapshot"),
    field("autoDeployTrigger", Takes::OneOf(TRIGGERS), "What starts a deploy. No effect with an image.").on(CODE).default("commit"),
    field("previews", Takes::Mapping(Place::ServicePreviews), "Previews of this service for pull requests.").on(SERVERS),
    field("previews", Takes::Mapping(Place::StaticPreviews), "Previews of this site for pull requests.").on(&[Static]),
    plan(PREVIEW_PLAN, plans::KEY_VALUE).on(&[KeyValue]),
    field("buildSource", Takes::Text, "A build source of the file that builds for this service.").on(SERVERS).source(Source::Schema),
    field("env", Takes::OneOf(RUNTIMES), "Former name of `runtime`.").on(CONTAINERS)
        .lenient(&["static"]).now("runtime").unknown_to_schema(),
    field("env", Takes::OneOf(&["static"]), "Former name of `runtime`.").on(&[Static]).now("runtime").unknown_to_schema(),
    field("autoDeploy", Takes::Boolean, "Former switch: true is `autoDeployTrigger: commit`, false is `off`.")
        .on(&[Web, PrivateService, Worker, Cron, Static])
        .now("autoDeployTrigger"),
    field("afterFirstDeployCommand", Takes::Text, "Former name of `initialDeployHook`.")
        .on(SERVERS)
        .now("initialDeployHook")
        .unknown_to_schema(),
    field("domain", Takes::Text, "Former field for a single custom domain.").on(SITES).idle_on(INTERNAL).now("domains").source(Source::Schema),
    plan(PREVIEW_PLAN, plans::WEB).on(SERVERS).now("previews.plan").source(Source::Schema),
    field("pullRequestPreviewsEnabled", Takes::Boolean, "Former switch: true is `previews.generation: automatic`.")
        .on(SITES)
        .now("previews.generation"),
];

/// SPEC lists six; SCHEMA adds the two `lfu` ones.
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
        Takes::OneOf(GENERATIONS),
        "Whether pull requests get a preview of this service alone.",
    ),
    plan(
        field("plan", Takes::Text, "Size of the instance in previews; without it, as `plan`."),
        plans::WEB,
    ),
    field("numInstances", COUNT, "How many instances run in previews."),
];

pub(super) const STATIC_PREVIEWS: &[FieldFacts] = &[field(
    "generation",
    Takes::OneOf(GENERATIONS),
    "Whether pull requests get a preview of this site alone.",
)];

pub(super) const SCALING: &[FieldFacts] = &[
    field("minInstances", COUNT, "Least number of instances.").required_when(Condition::Always),
    field("maxInstances", COUNT, "Greatest number of instances, at most 100.")
        .required_when(Condition::Always),
    field("targetCPUPercent", PERCENT, "CPU use to aim for, in percent.")
        .required_when(Condition::Without("targetMemoryPercent")),
    field("targetMemoryPercent", PERCENT, "Memory use to aim for, in percent.")
        .required_when(Condition::Without("targetCPUPercent")),
];

pub(super) const DISK: &[FieldFacts] = &[
    field("name", Takes::Text, "Name of the disk.").required(),
    field("mountPath", Takes::Text, "Absolute path at which the code sees it.").required(),
    field("sizeGB", COUNT, "Size in GB. It only grows.").default("10"),
];

pub(super) const MAINTENANCE_MODE: &[FieldFacts] = &[
    field("enabled", Takes::Boolean, "Whether the maintenance page is shown.").default("false"),
    field("uri", Takes::Text, "Address of a page of your own, on another service."),
];

pub(super) const HEADER: &[FieldFacts] = &[
    field("path", Takes::Text, "Paths it goes to; `*` stands for anything.").required(),
    field("name", Takes::Text, "Name of the header.").required(),
    field("value", Takes::Text, "Its value.").required(),
];

pub(super) const ROUTE: &[FieldFacts] = &[
    field(
        "type",
        Takes::OneOf(&["redirect", "rewrite"]),
        "`redirect` answers 301; `rewrite` serves another path.",
    )
    .required(),
    field("source", Takes::Text, "Path that matches.").required(),
    field("destination", Takes::Text, "Path or address it leads to. No variables here.").required(),
];

pub(super) const IP_RULE: &[FieldFacts] = &[
    field("source", Takes::Text, "An IPv4 address, or a range such as `203.0.113.4/30`.")
        .required(),
    field("description", Takes::Text, "Who that is, for people."),
];
