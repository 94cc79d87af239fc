//! Globs of build filters: `*` and `?` inside one part of a path, `**` for any number of parts, `[…]` and `{…}` for
//! alternatives. What cannot be read matches everything, so that nobody is told that it matches nothing.

/// What stands before the first wildcard; `None` for a pattern without one.
pub(super) fn literal_start(pattern: &str) -> Option<&str> {
    let at = pattern.find(['*', '?', '[', '{', '!'])?;
    Some(&pattern[..at])
}

/// Whether a pattern matches a path.
pub(super) fn matches(pattern: &str, path: &str) -> bool {
    if pattern.contains(['[', '{', '!']) {
        return true;
    }
    let (pattern, path): (Vec<&str>, Vec<&str>) =
        (pattern.split('/').collect(), path.split('/').collect());
    parts(&pattern, &path)
}

/// Whether a list of parts is matched: each `**` takes as few as it can, and more when the rest does not fit.
fn parts(pattern: &[&str], path: &[&str]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut again: Option<(usize, usize)> = None;
    while t < path.len() {
        if pattern.get(p) == Some(&"**") {
            again = Some((p, t));
            p += 1;
        } else if pattern.get(p).is_some_and(|part| part_matches(part, path[t])) {
            p += 1;
            t += 1;
        } else if let Some((star, from)) = again {
            again = Some((star, from + 1));
            (p, t) = (star + 1, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|part| *part == "**")
}

/// The same inside one part, letter by letter.
fn part_matches(pattern: &str, part: &str) -> bool {
    let (pattern, part): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), part.chars().collect());
    let (mut p, mut t) = (0, 0);
    let mut again: Option<(usize, usize)> = None;
    while t < part.len() {
        match pattern.get(p) {
            Some('*') => {
                again = Some((p, t));
                p += 1;
            }
            Some(c) if *c == '?' || *c == part[t] => {
                p += 1;
                t += 1;
            }
            _ => {
                let Some((star, from)) = again else { return false };
                again = Some((star, from + 1));
                (p, t) = (star + 1, from + 1);
            }
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stay_inside_their_part_but_for_two_stars() {
        for (pattern, path) in [
            ("**", "a/b"),
            ("a/**", "a/b/c"),
            ("**/b/*.ts", "a/x/b/c.ts"),
            ("**/c.ts", "c.ts"),
            ("a/*/c", "a/b/c"),
            ("a?c*e", "abcde"),
            ("[ab]/c", "a/c"),
        ] {
            assert!(matches(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in
            [("*", "a/b"), ("a/*", "a/b/c"), ("**/b", "a/c"), ("a?", "a"), ("*.ts", "a.tsx")]
        {
            assert!(!matches(pattern, path), "{pattern} {path}");
        }
    }

    #[test]
    fn the_start_ends_at_the_first_wildcard() {
        assert_eq!(literal_start("src/**/*.ts"), Some("src/"));
        assert_eq!(literal_start("src"), None);
    }
}
