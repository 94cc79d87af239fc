//! The nodes of a Blueprint that have fields, and how strict they are.

use crate::platform::Kind;

/// A node of a Blueprint that has fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SchemaNode {
    /// The root of the file.
    Root,
    /// `ungrouped`
    Ungrouped,
    /// `previews` at the root.
    RootPreviews,
    /// An item of `projects`.
    Project,
    /// An item of a project's `environments`.
    Environment,
    /// `networking` of an environment.
    Networking,
    /// `permissions` of an environment.
    Permissions,
    /// A service of that kind.
    Service(Kind),
    /// `previews` of a web service, private service or worker.
    ServicePreviews,
    /// `previews` of a static site.
    StaticPreviews,
    /// `scaling`
    Scaling,
    /// `disk`
    Disk,
    /// `maintenanceMode`
    MaintenanceMode,
    /// An item of `headers`.
    Header,
    /// An item of `routes`.
    Route,
    /// An item of `ipAllowList`.
    IpRule,
    /// `buildFilter`
    BuildFilter,
    /// `image`
    Image,
    /// `registryCredential`, or `creds` of an image.
    Credential,
    /// `fromRegistryCreds`
    CredentialName,
    /// An item of `buildSources`.
    BuildSource,
    /// `git` of a build source.
    BuildGit,
    /// An item of `databases`.
    Database,
    /// `highAvailability`
    HighAvailability,
    /// An item of `readReplicas`.
    Replica,
    /// An item of `envVarGroups`.
    Group,
    /// An item of a service's `envVars`.
    Variable,
    /// An item of a group's `envVars`.
    GroupVariable,
    /// `fromService`
    FromService,
    /// `fromDatabase`
    FromDatabase,
}

/// Fields of a node of which some are required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The fields.
    pub among: &'static [&'static str],
    /// Whether exactly one is required.
    pub exclusive: bool,
}

impl SchemaNode {
    /// Every node, including each kind of service.
    pub fn all() -> impl Iterator<Item = Self> {
        let services = Kind::ALL.into_iter().filter(|kind| !kind.is_database()).map(Self::Service);
        [
            Self::Root,
            Self::Ungrouped,
            Self::RootPreviews,
            Self::Project,
            Self::Environment,
            Self::Networking,
            Self::Permissions,
            Self::ServicePreviews,
            Self::StaticPreviews,
            Self::Scaling,
            Self::Disk,
            Self::MaintenanceMode,
            Self::Header,
            Self::Route,
            Self::IpRule,
            Self::BuildFilter,
            Self::Image,
            Self::Credential,
            Self::CredentialName,
            Self::BuildSource,
            Self::BuildGit,
            Self::Database,
            Self::HighAvailability,
            Self::Replica,
            Self::Group,
            Self::Variable,
            Self::GroupVariable,
            Self::FromService,
            Self::FromDatabase,
        ]
        .into_iter()
        .chain(services)
    }

    /// Its name, for the middle of a sentence.
    pub fn a_words(self) -> &'static str {
        match self {
            Self::Root => "a Blueprint's root",
            Self::Ungrouped => "`ungrouped`",
            Self::RootPreviews | Self::ServicePreviews | Self::StaticPreviews => "`previews`",
            Self::Project => "a project",
            Self::Environment => "an environment",
            Self::Networking => "`networking`",
            Self::Permissions => "`permissions`",
            Self::Service(kind) => kind.a_words(),
            Self::Scaling => "`scaling`",
            Self::Disk => "`disk`",
            Self::MaintenanceMode => "`maintenanceMode`",
            Self::Header => "a header",
            Self::Route => "a route",
            Self::IpRule => "an entry of an allow list",
            Self::BuildFilter => "`buildFilter`",
            Self::Image => "`image`",
            Self::Credential => "a registry credential",
            Self::CredentialName => "`fromRegistryCreds`",
            Self::BuildSource => "a build source",
            Self::BuildGit => "a build source's `git`",
            Self::Database => "a database",
            Self::HighAvailability => "`highAvailability`",
            Self::Replica => "a read replica",
            Self::Group => "an environment group",
            Self::Variable | Self::GroupVariable => "an environment variable",
            Self::FromService => "`fromService`",
            Self::FromDatabase => "`fromDatabase`",
        }
    }

    /// Whether SCHEMA rejects unknown fields here.
    pub fn is_closed(self) -> bool {
        !matches!(
            self,
            Self::FromService
                | Self::FromDatabase
                | Self::Header
                | Self::Route
                | Self::IpRule
                | Self::Scaling
        )
    }

    /// Whether SCHEMA rejects anything but a mapping here. It does not say so for groups.
    pub fn must_be_mapping(self) -> bool {
        self != Self::Group
    }

    /// The fields of which at least one is required (SCHEMA).
    pub fn choice(self) -> Option<Choice> {
        match self {
            Self::BuildFilter => {
                Some(Choice { among: &["paths", "ignoredPaths"], exclusive: false })
            }
            Self::BuildSource => Some(Choice { among: &["git", "image"], exclusive: true }),
            _ => None,
        }
    }
}
