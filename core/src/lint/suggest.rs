//! Near-miss names: what somebody most likely meant.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use strsim::osa_distance;

/// Most slips of the pen in a name that is still taken for another.
const MOST_SLIPS: usize = 3;

/// The candidate nearest to `written`: equal but for case and separators, else at most a third of the letters apart.
/// Ties go to the earlier candidate.
pub(crate) fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let limit = most_slips(written.chars().count());
    let folded = fold(written);
    candidates
        .into_iter()
        .filter(|candidate| *candidate != written)
        .map(|candidate| {
            let distance =
                if is_folded(candidate, &folded) { 0 } else { distance(written, candidate) };
            (distance, candidate)
        })
        .filter(|(distance, candidate)| {
            *distance <= limit && *distance * 2 < candidate.chars().count().max(2)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many slips of the pen a name of so many letters may have.
fn most_slips(letters: usize) -> usize {
    (letters / 3).clamp(1, MOST_SLIPS)
}

/// How many names a rule may still compare with names that nothing has. Equal but for case and separators are looked up;
/// what else may be a slip of the pen is compared one by one.
pub(crate) struct Effort(Cell<usize>);

/// Enough for five hundred wrong names among as many right ones.
const MOST_COMPARED: usize = 250_000;

impl Default for Effort {
    fn default() -> Self {
        Self(Cell::new(MOST_COMPARED))
    }
}

impl Effort {
    /// Whether that many names may still be compared; they then count as compared.
    fn spend(&self, names: usize) -> bool {
        let left = self.0.get().checked_sub(names);
        self.0.set(left.unwrap_or_default());
        left.is_some()
    }
}

/// The names that there are, to look for what somebody meant by others.
pub(crate) struct Candidates<'a> {
    all: Vec<&'a str>,
    /// Made when somebody first asks: most Blueprints have nothing wrong.
    index: OnceCell<NameIndex<'a>>,
    /// What was found before.
    nearest: RefCell<BTreeMap<String, Option<&'a str>>>,
    effort: Rc<Effort>,
}

/// Names, ready to be looked through.
#[derive(Default)]
struct NameIndex<'a> {
    /// Each once, in order, with its number of letters.
    names: Vec<(&'a str, usize)>,
    known: BTreeSet<&'a str>,
    /// Those that are equal but for case and separators, in order.
    folded: BTreeMap<String, Vec<&'a str>>,
}

impl<'a> Candidates<'a> {
    /// These names; looking for slips of the pen takes from an effort that a rule shares among all that it looks through.
    pub(crate) fn new(names: impl IntoIterator<Item = &'a str>, effort: &Rc<Effort>) -> Self {
        Self {
            all: names.into_iter().collect(),
            index: OnceCell::new(),
            nearest: RefCell::default(),
            effort: Rc::clone(effort),
        }
    }

    fn index(&self) -> &NameIndex<'a> {
        self.index.get_or_init(|| {
            let mut out = NameIndex::default();
            for name in &self.all {
                if out.known.insert(name) {
                    out.names.push((name, name.chars().count()));
                    out.folded.entry(fold(name)).or_default().push(name);
                }
            }
            out
        })
    }

    /// Whether the name is among them.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.index().known.contains(name)
    }

    /// The name nearest to `written`, as [`nearest`] says.
    pub(crate) fn nearest(&self, written: &str) -> Option<&'a str> {
        if let Some(found) = self.nearest.borrow().get(written) {
            return *found;
        }
        let compared = || {
            let may = self.effort.spend(self.index().names.len());
            may.then(|| self.fewest_slips(written)).flatten()
        };
        let found = self.alike(written).find(|name| *name != written).or_else(compared);
        self.nearest.borrow_mut().insert(written.to_owned(), found);
        found
    }

    /// The first name that is nearly equal to `written`, as [`nearly_equal`] says.
    pub(crate) fn nearly_equal(&self, written: &str) -> Option<&'a str> {
        let names = &self.index().names;
        if self.effort.spend(names.len()) {
            names.iter().map(|(name, _)| *name).find(|name| nearly_equal(name, written))
        } else {
            self.alike(written).next()
        }
    }

    /// The name that differs from `written` by the fewest letters, if these are few enough.
    fn fewest_slips(&self, written: &str) -> Option<&'a str> {
        let length = written.chars().count();
        let limit = most_slips(length);
        let near = self
            .index()
            .names
            .iter()
            .filter(|(name, letters)| letters.abs_diff(length) <= limit && *name != written);
        let near = near.filter_map(|&(name, letters)| {
            let distance = osa_distance(written, name);
            (distance <= limit && distance * 2 < letters.max(2)).then_some((distance, name))
        });
        near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
    }

    /// Those that are equal to `written` but for case and separators.
    fn alike(&self, written: &str) -> impl Iterator<Item = &'a str> {
        self.index().folded.get(&fold(written)).into_iter().flatten().copied()
    }
}

/// Whether two names differ only by case, separators or one slip of the pen. Names that differ by a digit are two names.
pub(crate) fn nearly_equal(a: &str, b: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    is_folded(a, &fold(b))
        || (a.chars().count() >= 4 && distance(a, b) == 1 && digits(a) == digits(b))
}

fn fold(text: &str) -> String {
    letters(text).collect()
}

/// Whether a text is `folded` but for case and separators.
fn is_folded(text: &str, folded: &str) -> bool {
    letters(text).eq(folded.chars())
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// How many slips of the pen lie between two texts: letters that are missing, too many, wrong, or swapped with their
/// neighbour. Lengths that differ by more than any limit need no counting.
fn distance(a: &str, b: &str) -> usize {
    let lengths = a.chars().count().abs_diff(b.chars().count());
    if lengths > MOST_SLIPS { lengths } else { osa_distance(a, b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        assert_eq!(nearest("cahce", ["cache", "db"]), Some("cache"));
        assert_eq!(nearest("my_db", ["my-db"]), Some("my-db"));
        assert_eq!(nearest("redis", ["api", "worker"]), None);
        assert_eq!(nearest("a", ["b"]), None);
        assert!(nearly_equal("cache", "cahce") && nearly_equal("my_db", "My-DB"));
        assert!(!nearly_equal("api-1", "api-2") && !nearly_equal("api", "app"));
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn candidates_answer_as_one_by_one_until_the_effort_is_spent() {
        let names = ["cache", "my-db", "My_DB", "api", "cache"];
        let candidates = Candidates::new(names, &Rc::default());
        for written in ["cahce", "my_db", "My_DB", "redis", "cache", "apii", "a"] {
            assert_eq!(candidates.nearest(written), nearest(written, names), "{written}");
            let first = names.into_iter().find(|name| nearly_equal(name, written));
            assert_eq!(candidates.nearly_equal(written), first, "{written}");
        }
        let effort = Rc::new(Effort(Cell::new(4)));
        let candidates = Candidates::new(names, &effort);
        assert_eq!(candidates.nearest("cachr"), Some("cache"));
        assert_eq!(candidates.nearest("cachr"), Some("cache"), "it was found before");
        assert_eq!(candidates.nearest("cach"), None);
        assert_eq!(candidates.nearest("MYDB"), Some("my-db"));
        assert_eq!(candidates.nearly_equal("CACHE"), Some("cache"));
        assert!(candidates.has("api") && !candidates.has("apii"));
    }
}
