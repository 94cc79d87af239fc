//! How large the plans of datastores are, to tell a step up from a step down (SPEC; DOC:key-value).

use super::Kind;
use super::plans::{FREE_PLAN, successor_of};

/// The size of a plan; more memory first, then more CPUs, of which some plans do not tell.
#[derive(Clone, Copy, Debug, PartialEq)]
struct PlanSize {
    megabytes: u32,
    cpus: Option<f32>,
}

/// Key Value plans by their former names, each with the present one: the same six sizes in the same order.
const KEY_VALUE_NAMES: [(&str, &str); 6] = [
    ("starter", "256mb"),
    ("standard", "1g"),
    ("pro", "5g"),
    ("pro plus", "10g"),
    ("pro max", "20g"),
    ("pro ultra", "40g"),
];

/// Whether `after` is a smaller plan of a datastore than `before`; `None` if one of them is unknown.
pub fn is_smaller_plan(kind: Kind, before: &str, after: &str) -> Option<bool> {
    let (before, after) = (size(kind, before)?, size(kind, after)?);
    let fewer_cpus = matches!((before.cpus, after.cpus), (Some(old), Some(new)) if new < old);
    Some(after.megabytes < before.megabytes || (after.megabytes == before.megabytes && fewer_cpus))
}

/// Case makes no difference: files name `Starter`, and are synced.
fn size(kind: Kind, plan: &str) -> Option<PlanSize> {
    let plan = plan.to_ascii_lowercase();
    let plan = plan.as_str();
    match kind {
        Kind::KeyValue if plan == FREE_PLAN => Some(PlanSize { megabytes: 25, cpus: None }),
        Kind::KeyValue => {
            let named = KEY_VALUE_NAMES.iter().find(|(name, _)| *name == plan);
            let plan = named.map_or(plan, |(_, present)| *present);
            Some(PlanSize { megabytes: megabytes(plan)?, cpus: None })
        }
        Kind::Postgres if plan == FREE_PLAN => Some(PlanSize { megabytes: 256, cpus: Some(0.1) }),
        Kind::Postgres => {
            let (family, memory) = successor_of(plan).unwrap_or(plan).rsplit_once('-')?;
            let cpus = family.strip_suffix('c').and_then(|cpus| cpus.parse().ok());
            Some(PlanSize { megabytes: megabytes(memory)?, cpus })
        }
        _ => None,
    }
}

/// `256mb`, `1g`, `4gb`.
fn megabytes(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number: u32 = digits.parse().ok()?;
    match &text[digits.len()..] {
        "mb" => Some(number),
        "g" | "gb" => number.checked_mul(1024),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::plans_of;

    #[test]
    fn every_plan_of_a_datastore_has_a_size() {
        for kind in [Kind::Postgres, Kind::KeyValue] {
            for plan in plans_of(kind) {
                assert_eq!(is_smaller_plan(kind, plan, plan), Some(false), "{plan}");
                let is_smallest =
                    matches!(*plan, "free" | "0.1c-256mb" | "basic-256mb" | "starter");
                let smaller = is_smaller_plan(kind, plan, "free");
                assert!(is_smallest || smaller == Some(true), "{plan}");
            }
        }
    }

    #[test]
    fn memory_counts_before_cpus() {
        let postgres = |before, after| is_smaller_plan(Kind::Postgres, before, after);
        assert_eq!(postgres("basic-4gb", "basic-1gb"), Some(true));
        assert_eq!(postgres("2c-4g", "1c-4g"), Some(true));
        assert_eq!(postgres("basic-4gb", "pro-4gb"), Some(false));
        assert_eq!(postgres("standard", "basic-256mb"), Some(true));
        assert_eq!(postgres("free", "basic-256mb"), Some(false));
        assert_eq!(postgres("Starter", "basic-256mb"), Some(false));
        assert_eq!(postgres("basic-4gb", "huge"), None);
        assert_eq!(is_smaller_plan(Kind::KeyValue, "pro", "1g"), Some(true));
        assert_eq!(is_smaller_plan(Kind::KeyValue, "starter", "256mb"), Some(false));
        assert_eq!(is_smaller_plan(Kind::Web, "starter", "free"), None);
    }
}
