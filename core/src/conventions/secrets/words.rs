//! Names taken apart into words.

/// The words of a name in capitals, with an underscore before, between and behind: `_DB_PASS_` for `DB_PASS`, `db-pass` and
/// `dbPass`.
pub(super) fn words(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 2);
    out.push('_');
    let mut small = false;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() {
            small = false;
            push_gap(&mut out);
            continue;
        }
        if small && c.is_ascii_uppercase() {
            push_gap(&mut out);
        }
        small = c.is_ascii_lowercase();
        out.push(c.to_ascii_uppercase());
    }
    push_gap(&mut out);
    out
}

fn push_gap(out: &mut String) {
    if !out.ends_with('_') {
        out.push('_');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_has_the_same_words() {
        for name in ["DB_PASS", "db-pass", "dbPass", "--db.pass"] {
            assert_eq!(words(name), "_DB_PASS_", "{name}");
        }
        assert_eq!(words("DBPass"), "_DBPASS_");
        assert_eq!(words(""), "_");
    }
}
