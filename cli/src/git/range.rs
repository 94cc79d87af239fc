//! Which part of a history is meant: `REV..REV`, or a revision for all up to it.

use anyhow::bail;

/// A part of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// The revision that it starts after; `None` for the first version.
    pub(crate) after: Option<String>,
    /// The last revision.
    pub(crate) until: String,
}

impl Range {
    /// Reads an argument. What is missing beside the dots is `HEAD`.
    ///
    /// # Errors
    /// If it has three dots, which mean two branches.
    pub(crate) fn read(argument: &str) -> anyhow::Result<Self> {
        if argument.contains("...") {
            bail!("`{argument}` means two branches, and a history is one: write REV..REV");
        }
        let or_head = |revision: &str| {
            if revision.is_empty() { "HEAD".to_owned() } else { revision.to_owned() }
        };
        Ok(match argument.split_once("..") {
            Some((after, until)) => Self { after: Some(or_head(after)), until: or_head(until) },
            None => Self { after: None, until: or_head(argument) },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_git_reads() {
        let read = |argument| {
            let range = Range::read(argument).ok()?;
            Some((range.after, range.until))
        };
        let head = || "HEAD".to_owned();
        assert_eq!(read("a..b"), Some((Some("a".to_owned()), "b".to_owned())));
        assert_eq!(read("a.."), Some((Some("a".to_owned()), head())));
        assert_eq!(read("..b"), Some((Some(head()), "b".to_owned())));
        assert_eq!(read("v1.2"), Some((None, "v1.2".to_owned())));
        assert_eq!(read(""), Some((None, head())));
        assert_eq!(read("a...b"), None);
    }
}
