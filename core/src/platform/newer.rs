//! Values that are merely newer than the tables. A list of plans or versions ages; a value that fits its grammar and that
//! the list does not hold may exist by now, so it is never called wrong.

use super::kinds::Kind;
use super::plans::plans_of;

/// Whether `written` is a whole number above the last of `known`, a list of whole numbers such as versions.
pub fn is_newer_number(known: &[&str], written: &str) -> bool {
    let last = known.iter().map(|one| one.parse::<u32>()).collect::<Result<Vec<_>, _>>();
    let last = last.ok().and_then(|numbers| numbers.into_iter().max());
    match (last, written.parse::<u32>()) {
        (Some(last), Ok(number)) => number > last,
        _ => false,
    }
}

/// Whether `written` fits the grammar of the plan ids of a kind and is in no list of its family: `3c-6g` for what runs
/// code, `2g` for Key Value, `basic-2gb` or `3c-12g` for Postgres. A cron job's plan that other services have is not
/// newer: Render leaves it out.
pub fn is_newer_plan(kind: Kind, written: &str) -> bool {
    let (family, fits) = match kind {
        Kind::Web | Kind::PrivateService | Kind::Worker | Kind::Cron => {
            (Kind::Web, is_compute(written))
        }
        Kind::KeyValue => (Kind::KeyValue, is_size(written, &["mb", "g"])),
        Kind::Postgres => (Kind::Postgres, is_compute(written) || is_named_size(written)),
        Kind::Static | Kind::Workflow | Kind::Replica => return false,
    };
    fits && !plans_of(family).contains(&written)
}

/// CPUs and memory: `0.5c-512mb`, `3c-6g`.
fn is_compute(text: &str) -> bool {
    text.split_once("c-")
        .is_some_and(|(cpus, memory)| is_amount(cpus) && is_size(memory, &["mb", "g"]))
}

/// A family of databases and its memory: `basic-2gb`.
fn is_named_size(text: &str) -> bool {
    text.split_once('-').is_some_and(|(family, memory)| {
        matches!(family, "basic" | "pro" | "accelerated") && is_size(memory, &["mb", "gb"])
    })
}

fn is_size(text: &str, units: &[&str]) -> bool {
    let amount = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    units.contains(&&text[amount.len()..]) && is_amount(amount)
}

/// A number as plan ids write it: `3`, `0.5`.
fn is_amount(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole) && digits(fraction) && (whole == "0") == text.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_fits_the_grammar_and_is_in_no_list_is_newer() {
        for (kind, plan) in [
            (Kind::Web, "3c-6g"),
            (Kind::Worker, "24c-48g"),
            (Kind::Cron, "0.25c-256mb"),
            (Kind::KeyValue, "80g"),
            (Kind::Postgres, "basic-2gb"),
            (Kind::Postgres, "accelerated-2048gb"),
            (Kind::Postgres, "3c-12g"),
        ] {
            assert!(is_newer_plan(kind, plan), "{plan} of {kind:?}");
        }
        for (kind, plan) in [
            (Kind::Web, "1c-2g"),
            (Kind::Web, "1c-2gb"),
            (Kind::Web, "basic-2gb"),
            (Kind::Web, "c-2g"),
            (Kind::Web, "02c-2g"),
            (Kind::Web, "2.c-2g"),
            (Kind::Web, "free"),
            (Kind::Cron, "12c-24g"),
            (Kind::KeyValue, "1c-2g"),
            (Kind::KeyValue, "2gb"),
            (Kind::Postgres, "basic_256mb"),
            (Kind::Postgres, "hobby"),
            (Kind::Static, "3c-6g"),
        ] {
            assert!(!is_newer_plan(kind, plan), "{plan} of {kind:?}");
        }
    }

    #[test]
    fn a_newer_number_is_whole_and_above_the_last() {
        assert!(is_newer_number(&["18", "9"], "19"));
        for text in ["18", "5", "19.1", "-19", "nineteen", ""] {
            assert!(!is_newer_number(&["18", "9"], text), "{text}");
        }
        assert!(!is_newer_number(&["pgbouncer", "none"], "19"));
        assert!(!is_newer_number(&[], "19"));
    }
}
