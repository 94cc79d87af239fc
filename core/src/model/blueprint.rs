//! The whole file: resources, groups, projects and environments.

use super::env::EnvVar;
use super::field::{Field, Key};
use super::resource::{Resource, ResourceId};
use super::scope::{EnvironmentId, GroupId, Scope};
use super::settings::Settings;
use super::shared_spans::{SharedSpans, TextUser};
use crate::text::Span;

/// What a Blueprint declares.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blueprint {
    /// Services, databases and read replicas, in source order (a replica follows its primary).
    pub resources: Vec<Resource>,
    /// Environment groups, in source order.
    pub groups: Vec<EnvironmentGroup>,
    /// Projects, in source order.
    pub projects: Vec<Project>,
    /// Environments of all projects, in source order.
    pub environments: Vec<Environment>,
    /// Names of build sources, wherever they are declared.
    pub build_sources: Vec<String>,
    /// `previews.generation` at the root, or what the former `previewsEnabled` meant, as written.
    pub previews_generation: Field<String>,
    /// What is in `previews` at the root.
    pub previews: Settings,
    /// Every root key as written.
    pub keys: Vec<Key>,
    /// Which pieces of the text several resources and groups use.
    pub(crate) shared_spans: SharedSpans,
}

/// A project.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// `name`
    pub name: Field<String>,
    /// The whole entry.
    pub span: Span,
    /// Its place in the file's structure.
    pub path: String,
    /// Every key as written.
    pub keys: Vec<Key>,
}

/// An environment of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Environment {
    /// Index of its project in [`Blueprint::projects`].
    pub project: usize,
    /// `name`
    pub name: Field<String>,
    /// How many environments before it have the same project and name: 0, but for a mistake.
    pub twin: usize,
    /// `networking.isolation`, as written.
    pub isolation: Field<String>,
    /// `permissions.protection`, as written.
    pub protection: Field<String>,
    /// The whole entry.
    pub span: Span,
    /// Its place in the file's structure.
    pub path: String,
    /// Every key as written.
    pub keys: Vec<Key>,
}

/// An environment group.
#[derive(Clone, Debug, PartialEq)]
pub struct EnvironmentGroup {
    /// `name`
    pub name: Field<String>,
    /// The scope it is in.
    pub scope: Scope,
    /// Its variables, in source order.
    pub env_vars: Vec<EnvVar>,
    /// The whole entry.
    pub span: Span,
    /// Its place in the file's structure.
    pub path: String,
    /// Every key as written.
    pub keys: Vec<Key>,
}

impl Blueprint {
    /// The resource behind an id.
    pub fn resource(&self, id: ResourceId) -> &Resource {
        &self.resources[id.0]
    }

    /// The environment behind an id.
    pub fn environment(&self, id: EnvironmentId) -> &Environment {
        &self.environments[id.0]
    }

    /// Whether a scope is an environment whose private network is closed to the rest (SPEC: `networking.isolation`).
    pub fn is_isolated(&self, scope: Scope) -> bool {
        match scope {
            Scope::Environment(id) => self.environment(id).isolation.text() == Some("enabled"),
            Scope::Root | Scope::Ungrouped => false,
        }
    }

    /// Whether nobody can tell if the environment of a scope is isolated: the switch is there, but says neither.
    pub fn is_isolation_unknown(&self, scope: Scope) -> bool {
        let Scope::Environment(id) = scope else { return false };
        let isolation = &self.environment(id).isolation;
        !isolation.is_absent() && !matches!(isolation.text(), Some("enabled" | "disabled"))
    }

    /// Whether anything in the text belongs to several resources.
    pub fn shares_text(&self) -> bool {
        !self.shared_spans.is_empty()
    }

    /// Everyone whom an edit of the text at `span` changes, in order, when anchors, aliases or merge keys make that more
    /// than one; otherwise nobody. A group that services link by its name is one user, whoever links it.
    pub fn shared_with(&self, span: Span) -> Vec<TextUser> {
        self.shared_spans.users(span)
    }

    /// `project/environment` for an environment; a missing name becomes its 1-based number.
    pub fn environment_label(&self, id: EnvironmentId) -> String {
        let environment = self.environment(id);
        let project = &self.projects[environment.project];
        let number = |n: usize| (n + 1).to_string();
        let project =
            project.name.text().map_or_else(|| number(environment.project), ToOwned::to_owned);
        let name = environment.name.text().map_or_else(|| number(id.0), ToOwned::to_owned);
        format!("{project}/{name}")
    }

    /// `root`, `ungrouped` or `project/environment`.
    pub fn scope_label(&self, scope: Scope) -> String {
        match scope {
            Scope::Root => "root".to_owned(),
            Scope::Ungrouped => "ungrouped".to_owned(),
            Scope::Environment(id) => self.environment_label(id),
        }
    }

    /// The group that `name` means for a consumer in `from`: same scope, then root and `ungrouped`, then any other.
    pub fn find_group(&self, name: &str, from: Scope) -> Option<GroupId> {
        let named = |test: &dyn Fn(Scope) -> bool| {
            self.groups
                .iter()
                .position(|group| group.name.text() == Some(name) && test(group.scope))
                .map(GroupId)
        };
        named(&|scope| scope == from)
            .or_else(|| named(&|scope| matches!(scope, Scope::Root | Scope::Ungrouped)))
            .or_else(|| named(&|_| true))
    }
}
