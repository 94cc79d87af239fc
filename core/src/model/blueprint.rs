//! Everything that is declared: resources, groups, projects and environments, of one file or of several.

use std::iter;

use super::field::Field;
use super::group::EnvironmentGroup;
use super::names::Names;
use super::project::{Environment, Project};
use super::resource::{Resource, ResourceId};
use super::root::Root;
use super::scope::{EnvironmentId, GroupId, Scope};
use super::shared_spans::{SharedSpans, TextUser};
use crate::text::{FileId, Span};

/// What a Blueprint declares, or several that are read together: those of one file stand together, in the order of the
/// files.
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
    /// What each file says at its root; at least one.
    pub roots: Vec<Root>,
    /// Which pieces of the text several resources and groups use.
    pub(crate) shared_spans: SharedSpans,
    /// What is called what, once all of it is there.
    pub(crate) names: Names,
}

impl Blueprint {
    /// The resource behind an id.
    pub fn resource(&self, id: ResourceId) -> &Resource {
        &self.resources[id.0]
    }

    /// The resources of a name, in source order.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Resource> {
        self.names.resources().all(name).iter().map(|index| &self.resources[*index])
    }

    /// Of the resources of a name, those that may be the nearest, seen from a scope.
    pub(crate) fn named_near(&self, name: &str, from: Scope) -> impl Iterator<Item = &Resource> {
        let near = self.names.resources().near(name, from, &self.environments);
        near.into_iter().map(|index| &self.resources[index])
    }

    /// The resources whose name makes that label of a host, in source order.
    pub fn labelled(&self, label: &str) -> impl Iterator<Item = &Resource> {
        self.names.labels().all(label).iter().map(|index| &self.resources[*index])
    }

    /// Of those, the ones that may be the nearest, seen from a scope.
    pub(crate) fn labelled_near(
        &self,
        label: &str,
        from: Scope,
    ) -> impl Iterator<Item = &Resource> {
        let near = self.names.labels().near(label, from, &self.environments);
        near.into_iter().map(|index| &self.resources[index])
    }

    /// Adds a resource, whose id is that of the next one.
    pub(crate) fn add_resource(&mut self, resource: Resource) {
        self.resources.push(resource);
        if let Some(resource) = self.resources.last() {
            self.names.add(resource, &self.resources, &self.environments);
        }
    }

    /// The environment behind an id.
    pub fn environment(&self, id: EnvironmentId) -> &Environment {
        &self.environments[id.0]
    }

    /// Takes over an environment of another Blueprint with its project, as one that no other file declares.
    pub(crate) fn adopt_environment(&mut self, other: &Self, id: EnvironmentId) -> EnvironmentId {
        let mut environment = other.environment(id).clone();
        self.projects.push(other.projects[environment.project].clone());
        environment.project = self.projects.len() - 1;
        let adopted = EnvironmentId(self.environments.len());
        environment.first = adopted;
        environment.further.clear();
        self.environments.push(environment);
        adopted
    }

    /// The root of a file.
    pub fn root(&self, file: FileId) -> &Root {
        &self.roots[file.0]
    }

    /// The file that declares what is in a scope.
    pub fn file_of(&self, scope: Scope) -> FileId {
        match scope {
            Scope::Root(file) | Scope::Ungrouped(file) => file,
            Scope::Environment(id) => self.environment(id).file,
        }
    }

    /// Whether two scopes are one place on Render: outside every environment in the same way, or one environment, which
    /// several files may declare.
    pub fn is_one_place(&self, one: Scope, other: Scope) -> bool {
        match (one, other) {
            (Scope::Root(_), Scope::Root(_)) | (Scope::Ungrouped(_), Scope::Ungrouped(_)) => true,
            (Scope::Environment(one), Scope::Environment(other)) => {
                self.environment(one).first == self.environment(other).first
            }
            _ => false,
        }
    }

    /// How far a scope is from another one that looks for a name: another file is further than anything in one file (our
    /// reading: a Blueprint that declares a name means its own), then the scope itself, what is outside of every
    /// environment, and other environments.
    pub fn distance(&self, from: Scope, to: Scope) -> Distance {
        let scopes = match to {
            _ if self.is_one_place(from, to) => 0,
            Scope::Root(_) | Scope::Ungrouped(_) => 1,
            Scope::Environment(_) => 2,
        };
        Distance { other_file: self.file_of(from) != self.file_of(to), scopes }
    }

    /// Whether a scope is an environment whose private network is closed to the rest (SPEC: `networking.isolation`).
    pub fn is_isolated(&self, scope: Scope) -> bool {
        let Scope::Environment(id) = scope else { return false };
        self.isolation(id).any(|word| word == Some("enabled")) && !self.is_isolation_unknown(scope)
    }

    /// Whether nobody can tell if the environment of a scope is isolated: the switch is there, but says neither, or two
    /// files contradict each other.
    pub fn is_isolation_unknown(&self, scope: Scope) -> bool {
        let Scope::Environment(id) = scope else { return false };
        let says = |wanted: &str| self.isolation(id).any(|word| word == Some(wanted));
        (says("enabled") && says("disabled"))
            || self.isolation(id).any(|word| !matches!(word, Some("enabled" | "disabled")))
    }

    /// What every file that declares an environment says of its isolation, if anything; `None` for what is no word.
    fn isolation(&self, id: EnvironmentId) -> impl Iterator<Item = Option<&str>> {
        let first = self.environment(self.environment(id).first);
        let same = iter::once(first).chain(first.further.iter().map(|id| self.environment(*id)));
        same.map(|one| &one.isolation).filter(|field| !field.is_absent()).map(Field::text)
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
            Scope::Root(_) => "root".to_owned(),
            Scope::Ungrouped(_) => "ungrouped".to_owned(),
            Scope::Environment(id) => self.environment_label(id),
        }
    }

    /// The group that `name` means for a consumer in `from`: the nearest one.
    pub fn find_group(&self, name: &str, from: Scope) -> Option<GroupId> {
        let named = self.names.groups().near(name, from, &self.environments).into_iter();
        let nearest =
            named.min_by_key(|index| (self.distance(from, self.groups[*index].scope), *index));
        nearest.map(GroupId)
    }
}

/// How far something is from who looks for it by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Distance {
    /// Whether another file declares it.
    pub other_file: bool,
    /// 0 in the same scope, 1 outside of every environment, 2 in another environment.
    pub scopes: usize,
}
