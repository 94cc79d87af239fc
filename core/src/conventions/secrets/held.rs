//! The secrets of a value, by the name that it stands under and by its own form.

use std::ops::Range;

use super::apart::apart;
use super::logins;
use super::names::{looks_secret, names_secret};
use super::placeholders::is_stand_in;
use super::values::is_secret_text;
use super::within::secrets_within;

/// What is secret of a value and the name that it stands under, in order and apart: all of it when the name says so, of an
/// address what makes it one, and else what looks like a secret inside. The one answer for whatever is shown to others.
pub fn secrets_in(name: &str, value: &str) -> Vec<Range<usize>> {
    let address = value.split_once("://");
    if address.is_none() && names_secret(name) {
        let is_secret = is_secret_text(value.trim());
        return std::iter::once(0..value.len()).filter(|_| is_secret).collect();
    }
    let mut found = secrets_within(value);
    match address {
        None => found.extend(logins::of_name(name, value)),
        // `DATABASE_URL` names a database, and the name is no secret; a secret web address is one by its path.
        Some((scheme, rest)) if looks_secret(name) && scheme.starts_with("http") => {
            found.extend(path(rest, scheme.len() + "://".len()));
        }
        Some(_) => {}
    }
    apart(found)
}

/// The path of a web address, without its slash.
fn path(rest: &str, start: usize) -> Option<Range<usize>> {
    let from = rest.find('/')? + 1;
    let to = from + rest[from..].find(char::is_whitespace).unwrap_or(rest.len() - from);
    (from < to && !is_stand_in(&rest[from..to])).then_some(start + from..start + to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within<'a>(name: &str, value: &'a str) -> Vec<&'a str> {
        secrets_in(name, value).into_iter().map(|range| &value[range]).collect()
    }

    #[test]
    fn a_secret_name_hides_all_but_the_rest_of_an_address() {
        for (name, value, secret) in [
            ("DB_PASS", "hunter2 x", "hunter2 x"),
            ("REDIS_AUTH", "hunter2", "hunter2"),
            ("DATABASE_URL", "postgres://app:hunter2@db.example.com/x", "hunter2"),
            ("HOOK_TOKEN", "https://hooks.example.com/hunter2", "hunter2"),
            ("BASIC_LOGIN", "shop:hunter2", "hunter2"),
            ("ANY", "admin:hunter2", "hunter2"),
        ] {
            assert_eq!(within(name, value), [secret], "{name}: {value}");
        }
    }

    #[test]
    fn other_values_stay() {
        for (name, value) in [
            ("SMTP_AUTH", "plain"),
            ("DB_PASS", "${PASS}"),
            ("DB_PASS", "changeme"),
            ("APP", "main:app"),
            ("REDIS", "cache:6379"),
            ("IMAGE", "redis:7-alpine"),
            ("IMAGE", "postgres:16-alpine"),
            ("DATABASE_URL", "sqlite:///data/shop.db"),
        ] {
            assert_eq!(within(name, value), Vec::<&str>::new(), "{name}: {value}");
        }
    }
}
