//! Plans by kind (SCHEMA 2026-09-26; SPEC lists only the CPU-RAM ids).

use super::kinds::Kind;

/// The plan that costs nothing.
pub const FREE_PLAN: &str = "free";

/// Plans that older Blueprints name and that no present list contains (CLI knows them as API names). Whether Render
/// still accepts them for services that have them is not documented.
pub const RETIRED_PLANS: [&str; 2] = ["starter plus", "standard plus"];

pub(super) const SERVER: &[&str] = &[
    "starter",
    "standard",
    "pro",
    "pro plus",
    "pro max",
    "pro ultra",
    "0.5c-512mb",
    "1c-2g",
    "2c-4g",
    "2c-8g",
    "2c-16g",
    "4c-8g",
    "4c-16g",
    "4c-32g",
    "8c-16g",
    "8c-32g",
    "8c-64g",
    "12c-24g",
    "12c-48g",
    "12c-96g",
];

pub(super) const WEB: &[&str] = &[
    "free",
    "starter",
    "standard",
    "pro",
    "pro plus",
    "pro max",
    "pro ultra",
    "0.5c-512mb",
    "1c-2g",
    "2c-4g",
    "2c-8g",
    "2c-16g",
    "4c-8g",
    "4c-16g",
    "4c-32g",
    "8c-16g",
    "8c-32g",
    "8c-64g",
    "12c-24g",
    "12c-48g",
    "12c-96g",
];

pub(super) const CRON: &[&str] = &[
    "starter",
    "standard",
    "pro",
    "pro plus",
    "0.5c-512mb",
    "1c-2g",
    "2c-4g",
    "2c-8g",
    "2c-16g",
    "4c-8g",
    "4c-16g",
    "4c-32g",
    "8c-16g",
    "8c-32g",
    "8c-64g",
];

pub(super) const KEY_VALUE: &[&str] = &[
    "free",
    "starter",
    "standard",
    "pro",
    "pro plus",
    "pro max",
    "pro ultra",
    "256mb",
    "1g",
    "5g",
    "10g",
    "20g",
    "40g",
];

pub(super) const POSTGRES: &[&str] = &[
    "free",
    "basic-256mb",
    "basic-1gb",
    "basic-4gb",
    "pro-4gb",
    "pro-8gb",
    "pro-16gb",
    "pro-32gb",
    "pro-64gb",
    "pro-128gb",
    "pro-192gb",
    "pro-256gb",
    "pro-384gb",
    "pro-512gb",
    "accelerated-16gb",
    "accelerated-32gb",
    "accelerated-64gb",
    "accelerated-128gb",
    "accelerated-256gb",
    "accelerated-384gb",
    "accelerated-512gb",
    "accelerated-768gb",
    "accelerated-1024gb",
    "0.1c-256mb",
    "0.5c-1g",
    "1c-2g",
    "1c-4g",
    "2c-4g",
    "2c-8g",
    "2c-16g",
    "4c-16g",
    "4c-32g",
    "8c-32g",
    "8c-64g",
    "16c-64g",
    "16c-128g",
    "32c-128g",
    "32c-256g",
    "48c-192g",
    "48c-384g",
    "64c-256g",
    "64c-512g",
    "96c-384g",
    "96c-768g",
    "128c-512g",
    "128c-1024g",
    "starter",
    "standard",
    "pro",
    "pro plus",
];

/// Database plans that new databases cannot use, each with the present plan of its size; SCHEMA still accepts them
/// (validator reports; sizes: Render's plug-in and a report of 2026).
const LEGACY_DATABASE_PLANS: [(&str, &str); 4] = [
    ("starter", "basic-256mb"),
    ("standard", "basic-1gb"),
    ("pro", "basic-4gb"),
    ("pro plus", "pro-8gb"),
];

/// The present plan of the same size as a legacy database plan; `None` for any other plan.
pub fn successor_of(plan: &str) -> Option<&'static str> {
    LEGACY_DATABASE_PLANS.iter().find(|(legacy, _)| *legacy == plan).map(|(_, present)| *present)
}

/// Old names of plans that SPEC equates with present ones.
pub const NAMED_PLANS: [(&str, &str); 3] =
    [("starter", "0.5c-512mb"), ("standard", "1c-2g"), ("pro", "2c-4g")];

/// Whether a Postgres plan has less than one CPU (SPEC: no high availability there).
pub fn is_under_one_cpu(plan: &str) -> bool {
    matches!(plan, "free" | "basic-256mb" | "basic-1gb" | "0.1c-256mb" | "0.5c-1g")
}

/// The plans of a kind; empty for kinds that take no `plan` key.
pub fn plans_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Web => WEB,
        Kind::PrivateService | Kind::Worker => SERVER,
        Kind::Cron => CRON,
        Kind::KeyValue => KEY_VALUE,
        Kind::Postgres => POSTGRES,
        Kind::Static | Kind::Workflow | Kind::Replica => &[],
    }
}

impl Kind {
    /// Whether it takes a `plan` (SCHEMA).
    pub fn has_plan(self) -> bool {
        !plans_of(self).is_empty()
    }
}

/// The plan of a new resource of that kind if the file names none: the smallest paid one (SPEC); `None` for kinds that
/// take no `plan` key.
pub fn cheapest_paid_plan(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Web | Kind::PrivateService | Kind::Worker | Kind::Cron => Some("0.5c-512mb"),
        Kind::KeyValue => Some("256mb"),
        Kind::Postgres => Some("0.1c-256mb"),
        Kind::Static | Kind::Workflow | Kind::Replica => None,
    }
}

/// Whether it is the smallest plan of a kind: the free plan, the smallest paid one, or its old name (SPEC).
pub fn is_smallest_plan(kind: Kind, plan: &str) -> bool {
    matches!(plan, FREE_PLAN | "starter" | "basic-256mb") || cheapest_paid_plan(kind) == Some(plan)
}
