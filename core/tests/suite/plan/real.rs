//! Real changes of real Blueprints, read from the folder that `BLUEPRINT_LENS_HISTORY` names: pairs of `NAME.base.yaml` and
//! `NAME.head.yaml`. They are not part of this repository; without them these tests pass.

use std::collections::BTreeSet;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::diff::diff;
use blueprint_lens_core::plan::{Class, Consequence, Mode, headline, plan};
use blueprint_lens_core::platform::Certainty;
use blueprint_lens_core::text::decode;

use crate::real::changes;

#[test]
fn no_severe_consequence_hides_behind_a_mild_first_line() {
    let Some(changes) = changes() else { return };
    let mut severe = 0;
    for (name, base, head) in &changes {
        let (base, head) = (Analysis::new(&decode(base).text), Analysis::new(&decode(head).text));
        let difference = diff(&base, &head);
        let plan = plan(&base, &head, &difference, Mode::Later);
        let line = headline(&plan).unwrap_or_default();
        let is_severe = plan.consequences.iter().any(|one| {
            matches!(one.class, Class::Refused | Class::DataLoss | Class::Destroy)
                || one.class == Class::Orphan && matches!(one.part.kind, "postgres" | "keyvalue")
        });
        assert_eq!(is_severe, plan.severity() == Some(Severity::Error), "{name}");
        assert_eq!(is_severe, line.starts_with('\u{1f6d1}'), "{name}: {line}");
        severe += usize::from(is_severe);
        if plan.base_refused {
            assert!(line.contains("perhaps never synced"), "{name}: {line}");
            let is_inferred = |one: &Consequence| one.certainty == Certainty::Inferred;
            assert!(plan.consequences.iter().all(is_inferred), "{name}");
        }
        if plan.has(Class::Refused) && plan.consequences.len() == 1 {
            continue;
        }
        let named: BTreeSet<&str> =
            plan.consequences.iter().map(|one| one.part.id.as_str()).collect();
        for part in &difference.parts {
            assert!(named.contains(part.part.id.as_str()), "{name}: {}", part.part.id);
        }
    }
    assert!(severe > 100, "only {severe} changes are severe");
}

#[test]
fn no_secret_of_a_real_change_is_in_its_plan() {
    let Some(changes) = changes() else { return };
    let mut known = 0;
    for (name, base, head) in &changes {
        let (base, head) = (Analysis::new(&decode(base).text), Analysis::new(&decode(head).text));
        let plan = plan(&base, &head, &diff(&base, &head), Mode::Later);
        let told = format!("{plan:?}{:?}", headline(&plan));
        for side in [&base, &head] {
            for secret in side.secret_values() {
                let secret = secret.span.slice(side.text());
                // Short ones are words of other things, too.
                if secret.len() >= 12 {
                    known += 1;
                    assert!(!told.contains(secret), "{name}: {secret}");
                }
            }
        }
    }
    assert!(known > 50, "only {known} secrets were to be found");
}
