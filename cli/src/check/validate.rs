//! `check --format render`: the format of `render blueprints validate -o json`.

use blueprint_lens_core::diagnostics::{Category, Severity};
use blueprint_lens_core::model::Declaration;
use blueprint_lens_core::platform::Kind;
use serde::Serialize;

use super::checked::Checked;

/// The answer for several files together: valid if Render would reject none.
#[derive(Debug, Serialize)]
pub(super) struct Validation {
    valid: bool,
    errors: Vec<ValidationError>,
    plan: Plan,
}

#[derive(Debug, Serialize)]
struct ValidationError {
    path: String,
    line: usize,
    column: usize,
    error: String,
}

/// The resources that a sync would act on, by name.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Plan {
    services: Vec<String>,
    databases: Vec<String>,
    key_value: Vec<String>,
    env_groups: Vec<String>,
    total_actions: usize,
}

impl Default for Validation {
    fn default() -> Self {
        Self { valid: true, errors: Vec::new(), plan: Plan::default() }
    }
}

impl Validation {
    /// Both together.
    pub(super) fn and(mut self, more: Self) -> Self {
        self.valid &= more.valid;
        self.errors.extend(more.errors);
        self.plan.services.extend(more.plan.services);
        self.plan.databases.extend(more.plan.databases);
        self.plan.key_value.extend(more.plan.key_value);
        self.plan.env_groups.extend(more.plan.env_groups);
        self.plan.total_actions += more.plan.total_actions;
        self
    }
}

/// The answer for one file.
pub(super) fn result(file: &Checked<'_>) -> Validation {
    let errors: Vec<ValidationError> = errors(file).collect();
    Validation { valid: errors.is_empty(), errors, plan: plan(file) }
}

fn errors(file: &Checked<'_>) -> impl Iterator<Item = ValidationError> {
    let refused =
        |category| matches!(category, Category::Syntax | Category::Schema | Category::Validator);
    file.view
        .diagnostics
        .iter()
        .filter(move |found| found.severity == Severity::Error && refused(found.category))
        .map(|found| {
            let place = file.view.source.position(found.span.start());
            ValidationError {
                path: found.path.clone(),
                line: place.line,
                column: place.column,
                error: found.message.clone(),
            }
        })
}

fn plan(file: &Checked<'_>) -> Plan {
    let mut plan = Plan::default();
    let blueprint = file.analysis.blueprint();
    let own = |scope| blueprint.file_of(scope) == file.file;
    for resource in blueprint.resources.iter().filter(|resource| own(resource.scope)) {
        let list = match (resource.declaration, resource.kind.kind()) {
            (Declaration::Replica { .. }, _) => continue,
            (_, Some(Kind::Postgres)) => &mut plan.databases,
            (_, Some(Kind::KeyValue)) => &mut plan.key_value,
            _ => &mut plan.services,
        };
        list.push(resource.label().to_owned());
    }
    let groups = blueprint.groups.iter().filter(|group| own(group.scope));
    plan.env_groups.extend(groups.filter_map(|group| group.name.text().map(ToOwned::to_owned)));
    plan.total_actions =
        plan.services.len() + plan.databases.len() + plan.key_value.len() + plan.env_groups.len();
    plan
}
