//! What facts rest on: pages, programs, messages and reports, each with its date.

/// Where a fact is stated, or was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its name.
    pub name: &'static str,
    /// Its address, where it has a public one that lasts.
    pub url: Option<&'static str>,
    /// When it was published, or read where it carries no date; ISO 8601.
    pub date: &'static str,
}

/// When pages without a date were read first.
const FIRST: &str = "2026-09-28";

/// When they were read again, together with newer sources.
const SECOND: &str = "2026-11-28";

const fn at(name: &'static str, url: &'static str, date: &'static str) -> Evidence {
    Evidence { name, url: Some(url), date }
}

const fn without_address(name: &'static str, date: &'static str) -> Evidence {
    Evidence { name, url: None, date }
}

// What Render publishes.

pub(crate) const SPEC: Evidence =
    at("Blueprint YAML Reference", "https://render.com/docs/blueprint-spec", "2026-09-12");
pub(crate) const SCHEMA: Evidence = at(
    "JSON schema of render.yaml",
    "https://render.com/schema/render.yaml.json",
    crate::platform::SCHEMA_DATE,
);
pub(super) const SEED: Evidence = at(
    "How Render handles private networking",
    "https://render.com/articles/how-render-handles-private-networking",
    "2026-04-01",
);
pub(crate) const CHANGELOG: Evidence = at(
    "Changelog: Added Blueprint support for Render Workflows",
    "https://render.com/changelog",
    "2026-09-16",
);
pub(super) const TUTORIALS: Evidence =
    without_address("Render Tutorials: Advanced render.yaml Blueprint patterns", FIRST);
pub(super) const OLDER_DOCS: Evidence =
    without_address("Older pages of Render's documentation", FIRST);
pub(super) const SKILLS: Evidence =
    at("Render's agent skills", "https://github.com/render-oss/skills", "2026-08-18");
pub(super) const PLUGIN: Evidence = at(
    "Render's plug-in for Claude Code",
    "https://github.com/render-oss/render-plugin-claude-code",
    "2026-10-08",
);
pub(super) const CLI: Evidence =
    at("Render CLI", "https://github.com/render-oss/cli", "2026-08-21");
pub(super) const TEMPLATES: Evidence =
    at("Render's example repositories", "https://github.com/render-examples", FIRST);
pub(super) const TWINGATE_TEMPLATE: Evidence =
    without_address("Render's template twingate-example", SECOND);

// Pages of its documentation.

pub(super) const DOC_DISKS: Evidence =
    at("Persistent Disks", "https://render.com/docs/disks", FIRST);
pub(super) const DOC_ENVIRONMENT_VARIABLES: Evidence =
    at("Environment Variables", "https://render.com/docs/environment-variables", FIRST);
pub(super) const DOC_FREE: Evidence = at("Deploy for Free", "https://render.com/docs/free", FIRST);
pub(super) const DOC_FREE_AGAIN: Evidence = Evidence { date: SECOND, ..DOC_FREE };
pub(super) const DOC_INBOUND_IP_RULES: Evidence =
    at("Inbound IP Rules", "https://render.com/docs/inbound-ip-rules", FIRST);
pub(super) const DOC_INFRASTRUCTURE_AS_CODE: Evidence =
    at("Infrastructure as Code", "https://render.com/docs/infrastructure-as-code", FIRST);
pub(super) const DOC_KEY_VALUE: Evidence =
    at("Key Value", "https://render.com/docs/key-value", FIRST);
pub(super) const DOC_KEY_VALUE_AGAIN: Evidence = Evidence { date: SECOND, ..DOC_KEY_VALUE };
pub(super) const DOC_MAINTENANCE_MODE: Evidence = without_address("Maintenance Mode", SECOND);
pub(super) const DOC_MONOREPO: Evidence = without_address("Monorepo Support", SECOND);
pub(super) const DOC_OUTBOUND_BANDWIDTH: Evidence =
    at("Outbound Bandwidth", "https://render.com/docs/outbound-bandwidth", FIRST);
pub(super) const DOC_POSTGRES: Evidence = at(
    "Create and connect to a database",
    "https://render.com/docs/postgresql-creating-connecting",
    FIRST,
);
pub(super) const DOC_PREVIEW_ENVIRONMENTS: Evidence =
    at("Preview Environments", "https://render.com/docs/preview-environments", FIRST);
pub(super) const DOC_PREVIEW_ENVIRONMENTS_AGAIN: Evidence =
    Evidence { date: SECOND, ..DOC_PREVIEW_ENVIRONMENTS };
pub(super) const DOC_PRIVATE_NETWORK: Evidence =
    at("Private Network", "https://render.com/docs/private-network", FIRST);
pub(super) const DOC_PRIVATE_SERVICES: Evidence =
    at("Private Services", "https://render.com/docs/private-services", FIRST);
pub(super) const DOC_PROJECTS: Evidence =
    at("Projects and Environments", "https://render.com/docs/projects", FIRST);
pub(super) const DOC_PROJECTS_AGAIN: Evidence = Evidence { date: SECOND, ..DOC_PROJECTS };
pub(super) const DOC_SERVICE_PREVIEWS: Evidence =
    at("Service Previews", "https://render.com/docs/service-previews", FIRST);
pub(super) const DOC_SERVICE_PREVIEWS_AGAIN: Evidence =
    Evidence { date: SECOND, ..DOC_SERVICE_PREVIEWS };
pub(super) const DOC_WEB_SERVICES: Evidence =
    at("Web Services", "https://render.com/docs/web-services", FIRST);

// What users report.

pub(super) const VALIDATOR: Evidence =
    without_address("Messages of Render's validator that users report", FIRST);
pub(super) const REPORTS: Evidence = without_address("Failures that users report", FIRST);
pub(super) const REPORTS_AGAIN: Evidence = without_address("Failures that users report", SECOND);
pub(super) const WORKFLOW_TRIAL: Evidence = at(
    "Render's agent skills, pull request 15, tried against the live service",
    "https://github.com/render-oss/skills/pull/15",
    "2026-09-18",
);
pub(super) const VARIABLE_TRIAL: Evidence =
    without_address("A user's trial of `envVarKey` on built-in variables", FIRST);
pub(super) const INVENTORY: Evidence = at(
    "An inventory of Blueprint fields by a user",
    "https://github.com/felipeva/render-blueprint",
    FIRST,
);
pub(super) const THREAD_APICURIO_7606: Evidence =
    without_address("A user's thread, apicurio 7606", SECOND);
pub(super) const THREAD_CEDAR_2307: Evidence =
    without_address("A user's thread, cedar 2307", FIRST);
pub(super) const THREAD_CHIEFONBOARDING_278: Evidence =
    without_address("A user's thread, ChiefOnboarding 278", FIRST);
pub(super) const THREAD_CODIMD_1929: Evidence =
    without_address("A user's thread, codimd 1929", SECOND);
pub(super) const THREAD_CONDUCTAI_2077: Evidence =
    without_address("A user's thread, conductai 2077", SECOND);
pub(super) const THREAD_CONDUCTAI_2078: Evidence =
    without_address("A user's thread, conductai 2078", SECOND);
pub(super) const THREAD_CONDUCTAI_2079: Evidence =
    without_address("A user's thread, conductai 2079", SECOND);
pub(super) const THREAD_LEOPARDO_3616: Evidence =
    without_address("A user's thread, leopardo 3616", SECOND);
pub(super) const THREAD_NOUN_NYMS_57: Evidence =
    without_address("A user's thread, noun-nyms 57", SECOND);
pub(super) const THREAD_SIM_6800: Evidence = without_address("A user's thread, sim 6800", SECOND);
pub(super) const THREAD_YONDERBOOK_1325: Evidence =
    without_address("A user's thread, yonderbook 1325", SECOND);
pub(super) const REVIEW_N8N_HOSTING_187: Evidence =
    without_address("An automated review, n8n-hosting 187", SECOND);

// What other standards say, and what follows from the rest.

pub(super) const YAML: Evidence = at("YAML 1.2.2", "https://yaml.org/spec/1.2.2/", "2021-10-01");
pub(super) const YAML_1_1: Evidence = at("YAML 1.1", "https://yaml.org/spec/1.1/", "2005-01-18");
pub(super) const TCP: Evidence =
    at("TCP, RFC 9293", "https://www.rfc-editor.org/rfc/rfc9293", "2022-08-18");
pub(super) const FIRST_READING: Evidence = without_address("Our reading of the sources", FIRST);
pub(super) const SECOND_READING: Evidence = without_address("Our reading of the sources", SECOND);
