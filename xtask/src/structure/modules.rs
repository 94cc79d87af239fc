//! The modules of a crate, and which file uses which.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Import, Path, Source};

/// The files of a crate by the path of their module: the root is the empty path.
#[derive(Debug, Default)]
pub(super) struct Modules {
    files: BTreeMap<Vec<String>, File>,
}

#[derive(Debug)]
struct File {
    name: String,
    source: Source,
}

/// That one file uses something of another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    /// The file that uses.
    pub(super) from: String,
    /// The file that is used.
    pub(super) to: String,
    /// The line in the first of them.
    pub(super) line: usize,
}

/// Where a path leads.
enum Found {
    Module(Vec<String>),
    /// An item, and the module of its file.
    Item(Vec<String>),
}

impl Modules {
    /// Reads the files of a crate: their names below `src/`, and their texts.
    pub(super) fn new<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let files = files.map(|(name, text)| {
            (path_of(name), File { name: name.to_owned(), source: Source::read(text) })
        });
        let mut modules = Self { files: files.collect() };
        let parents = modules.files.iter();
        let tests: BTreeSet<Vec<String>> = parents
            .flat_map(|(path, file)| {
                let names = file.source.test_modules.iter();
                names.map(|name| [path.as_slice(), std::slice::from_ref(name)].concat())
            })
            .collect();
        modules.files.retain(|path, _| !tests.contains(path));
        modules
    }

    /// Which file uses which, in order, each pair once, with the first line that says so.
    ///
    /// A path leads to the file that defines what it names: a file that only passes names on is walked through, so that
    /// `use super::X` of what `mod.rs` re-exports leads to the sibling that defines `X`. A re-export is a use only where
    /// the file's own code says the name. An import of a module alone is none; the paths through it are.
    pub(super) fn uses(&self) -> Vec<Use> {
        let mut uses: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (module, file) in &self.files {
            let Source { imports, paths, words, .. } = &file.source;
            let says = |name: &String| words.contains(name);
            let imports = imports
                .iter()
                .filter(|import| !import.is_reexport || import.name.as_ref().is_some_and(says));
            let imported =
                imports.filter_map(|import| match self.resolve(module, &import.path)? {
                    Found::Item(target) => Some((target, import.path.line)),
                    Found::Module(target) => {
                        import.name.is_none().then_some((target, import.path.line))
                    }
                });
            let named = paths.iter().filter_map(|path| match self.resolve(module, path)? {
                Found::Item(target) | Found::Module(target) => Some((target, path.line)),
            });
            for (target, line) in imported.chain(named) {
                let Some(File { name: to, .. }) = self.files.get(&target) else { continue };
                if *to != file.name {
                    let first = uses.entry((&file.name, to)).or_insert(line);
                    *first = line.min(*first);
                }
            }
        }
        let owned = |((from, to), line): ((&str, &str), usize)| Use {
            from: from.to_owned(),
            to: to.to_owned(),
            line,
        };
        uses.into_iter().map(owned).collect()
    }

    /// Where a path leads that stands in `module`; `None` when that is outside of this crate.
    fn resolve(&self, module: &[String], path: &Path) -> Option<Found> {
        self.walk(module, &path.words, &mut BTreeSet::new())
    }

    fn walk(
        &self,
        module: &[String],
        words: &[String],
        visited: &mut BTreeSet<(Vec<String>, String)>,
    ) -> Option<Found> {
        let (first, mut rest) = words.split_first()?;
        let mut here = match first.as_str() {
            "crate" => Vec::new(),
            "self" => module.to_vec(),
            "super" => module[..module.len().checked_sub(1)?].to_vec(),
            name => match self.name(module, name, visited)? {
                Found::Module(module) => module,
                item @ Found::Item(_) => return Some(item),
            },
        };
        while let Some((word, further)) = rest.split_first() {
            rest = further;
            if word == "super" {
                here.pop()?;
                continue;
            }
            match self.name(&here, word, visited) {
                Some(Found::Module(module)) => here = module,
                Some(item) => return Some(item),
                // A macro has made it, most likely.
                None => return Some(Found::Item(here)),
            }
        }
        Some(Found::Module(here))
    }

    /// What a name stands for in a module.
    fn name(
        &self,
        module: &[String],
        name: &str,
        visited: &mut BTreeSet<(Vec<String>, String)>,
    ) -> Option<Found> {
        if !visited.insert((module.to_vec(), name.to_owned())) {
            return None;
        }
        let source = &self.files.get(module)?.source;
        let child = [module, &[name.to_owned()]].concat();
        if self.files.contains_key(&child) {
            return Some(Found::Module(child));
        }
        if source.items.iter().any(|item| item == name) {
            return Some(Found::Item(module.to_vec()));
        }
        let is_named = |import: &&Import| import.name.as_deref() == Some(name);
        if let Some(import) = source.imports.iter().find(is_named) {
            return self.walk(module, &import.path.words, visited);
        }
        source.imports.iter().filter(|import| import.name.is_none()).find_map(|glob| {
            match self.walk(module, &glob.path.words, visited)? {
                Found::Module(target) => self.name(&target, name, visited),
                Found::Item(_) => None,
            }
        })
    }
}

/// The path of the module of a file: `a/b.rs` and `a/b/mod.rs` are `a::b`.
fn path_of(name: &str) -> Vec<String> {
    let stem = name.strip_suffix(".rs").unwrap_or(name);
    let mut path: Vec<String> = stem.split('/').map(str::to_owned).collect();
    if path.last().is_some_and(|word| matches!(word.as_str(), "mod" | "lib" | "main")) {
        path.pop();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(files: &[(&str, &str)]) -> Vec<String> {
        let uses = Modules::new(files.iter().copied()).uses();
        uses.into_iter().map(|one| format!("{} > {}", one.from, one.to)).collect()
    }

    #[test]
    fn a_path_through_a_folder_leads_to_the_file_that_defines() {
        let files = [
            ("main.rs", "mod a;\nmod b;\nfn main() { a::run(b::LIMIT) }"),
            ("a/mod.rs", "mod c;\nmod d;\npub(crate) use c::{C, run};"),
            ("a/c.rs", "pub struct C;\npub fn run(_: u8) {}"),
            ("a/d.rs", "use super::C;\nfn d(_: C) {}"),
            ("b.rs", "use crate::a::C;\npub const LIMIT: u8 = 1;"),
        ];
        assert_eq!(
            uses(&files),
            ["a/d.rs > a/c.rs", "b.rs > a/c.rs", "main.rs > a/c.rs", "main.rs > b.rs"]
        );
    }

    #[test]
    fn a_folder_that_uses_what_it_passes_on_depends_on_it() {
        let files = [
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod b;\npub use b::B;\npub struct A(B);"),
            ("a/b.rs", "use super::A;\npub struct B;\nfn f(_: A) {}"),
        ];
        assert_eq!(uses(&files), ["a/b.rs > a/mod.rs", "a/mod.rs > a/b.rs"]);
    }

    #[test]
    fn an_imported_module_is_walked_through_and_no_use_by_itself() {
        let files = [
            ("lib.rs", "mod a;\nmod b;"),
            ("a/mod.rs", "pub mod c;\npub const A: u8 = 1;"),
            ("a/c.rs", "pub fn c() {}"),
            ("b.rs", "use crate::a;\nfn b() { a::c::c(); std::mem::drop(1) }"),
        ];
        assert_eq!(uses(&files), ["b.rs > a/c.rs"]);
    }

    #[test]
    fn what_a_macro_makes_belongs_to_the_file_of_its_module() {
        let files = [
            ("lib.rs", "mod a;\nmod b;"),
            ("a.rs", "ids! { pub enum Kind {} }"),
            ("b.rs", "use crate::a::Kind;"),
        ];
        assert_eq!(uses(&files), ["b.rs > a.rs"]);
    }

    #[test]
    fn globs_of_code_are_uses_and_those_of_tests_are_none() {
        let files = [
            ("lib.rs", "mod a;\nmod b;\n#[cfg(test)]\nmod tests;"),
            ("a.rs", "pub struct A;"),
            ("b.rs", "use crate::a::*;\n#[cfg(test)]\nmod tests { use crate::c::C; }"),
            ("tests.rs", "use crate::a::A;"),
        ];
        assert_eq!(uses(&files), ["b.rs > a.rs"]);
    }
}
