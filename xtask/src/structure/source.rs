//! What one Rust file defines, imports and names.

use super::tokens::{Token, tokens};

/// A Rust file, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// The names of the items that it defines.
    pub(super) items: Vec<String>,
    /// What it imports.
    pub(super) imports: Vec<Import>,
    /// The paths of at least two words in its code.
    pub(super) paths: Vec<Path>,
    /// The words in its code outside of `use` lines.
    pub(super) words: Vec<String>,
    /// The modules that it declares for tests only.
    pub(super) test_modules: Vec<String>,
}

/// A path in a `use` line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Import {
    /// The path; without the `*` of a glob.
    pub(super) path: Path,
    /// The name that it brings in; `None` for a glob.
    pub(super) name: Option<String>,
    /// Whether others can import the name from here.
    pub(super) is_reexport: bool,
}

/// Words with `::` between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    /// The words.
    pub(super) words: Vec<String>,
    /// The line, from 1.
    pub(super) line: usize,
}

/// Keywords in front of the name of an item.
const ITEMS: [&str; 9] =
    ["const", "enum", "fn", "static", "struct", "trait", "type", "union", "macro_rules"];

impl Source {
    /// Whether its code or its imports say a word.
    pub(super) fn names(&self, word: &str) -> bool {
        let imported = self.imports.iter().flat_map(|import| &import.path.words);
        self.words.iter().chain(imported).any(|known| known == word)
    }

    /// Reads a file.
    pub(super) fn read(text: &str) -> Self {
        let (tokens, test_modules) = tokens(text);
        let mut source = Self {
            test_modules: test_modules.into_iter().map(str::to_owned).collect(),
            ..Self::default()
        };
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
            at += match token.text {
                // `use<'a>` names what a type captures.
                "use" if tokens.get(at + 1).is_some_and(|next| next.text != "<") => {
                    let end = tokens[at..].iter().position(|t| t.text == ";");
                    let length = end.unwrap_or(tokens.len() - at);
                    let is_reexport = matches!(before, "pub" | ")") && token.depth == 0;
                    source.import(&tokens[at + 1..at + length], is_reexport);
                    length
                }
                // The name of a module that is declared is no use of what goes by the same name.
                "mod" => 2,
                word if is_word(word) => {
                    if ITEMS.contains(&word) && token.depth == 0 {
                        source.item(&tokens[at + 1..]);
                    }
                    source.words.push(word.to_owned());
                    if before == "::" || before == "." { 1 } else { source.path(&tokens[at..]) }
                }
                _ => 1,
            };
        }
        source
    }

    /// Reads the name behind the keyword of an item.
    fn item(&mut self, rest: &[Token<'_>]) {
        let is_name = |token: &&Token<'_>| is_word(token.text) && token.text != "mut";
        let name = rest.iter().take(2).find(is_name).map(|token| token.text);
        self.items.extend(name.filter(|name| !ITEMS.contains(name)).map(str::to_owned));
    }

    /// Reads a path; how many tokens that takes.
    fn path(&mut self, tokens: &[Token<'_>]) -> usize {
        let mut words = vec![tokens[0].text.to_owned()];
        let mut at = 1;
        while let [Token { text: "::", .. }, word, ..] = &tokens[at..]
            && is_word(word.text)
        {
            words.push(word.text.to_owned());
            at += 2;
        }
        if words.len() > 1 {
            self.words.extend(words[1..].iter().cloned());
            self.paths.push(Path { words, line: tokens[0].line });
        }
        at
    }

    /// Reads what stands between `use` and `;`.
    fn import(&mut self, tree: &[Token<'_>], is_reexport: bool) {
        let mut prefixes: Vec<Vec<String>> = vec![Vec::new()];
        let mut words: Vec<String> = Vec::new();
        let mut alias = None;
        let mut line = tree.first().map_or(0, |token| token.line);
        for (at, token) in tree.iter().enumerate() {
            let before = at.checked_sub(1).map_or("", |before| tree[before].text);
            match token.text {
                "{" => prefixes.push(std::mem::take(&mut words)),
                "}" | "," => {
                    self.add(
                        &prefixes,
                        std::mem::take(&mut words),
                        alias.take(),
                        line,
                        is_reexport,
                    );
                    if token.text == "}" {
                        prefixes.pop();
                    }
                }
                "as" | "::" => {}
                word if before == "as" => alias = Some(word.to_owned()),
                word => {
                    line = token.line;
                    words.push(word.to_owned());
                }
            }
        }
        self.add(&prefixes, words, alias, line, is_reexport);
    }

    fn add(
        &mut self,
        prefixes: &[Vec<String>],
        words: Vec<String>,
        alias: Option<String>,
        line: usize,
        is_reexport: bool,
    ) {
        if words.is_empty() {
            return;
        }
        let mut words = [prefixes.concat(), words].concat();
        let is_glob = words.last().is_some_and(|word| word == "*");
        if is_glob || (words.len() > 1 && words.last().is_some_and(|word| word == "self")) {
            words.pop();
        }
        let name = alias.or_else(|| words.last().cloned()).filter(|_| !is_glob);
        self.imports.push(Import { path: Path { words, line }, name, is_reexport });
    }
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imports(text: &str) -> Vec<(String, Option<String>)> {
        let imports = Source::read(text).imports;
        imports.into_iter().map(|import| (import.path.words.join("::"), import.name)).collect()
    }

    #[test]
    fn trees_of_imports_are_spelt_out() {
        let named = |path: &str, name: &str| (path.to_owned(), Some(name.to_owned()));
        assert_eq!(
            imports("use crate::{a::{self, B as C}, d};\nuse super::e::*;"),
            [
                named("crate::a", "a"),
                named("crate::a::B", "C"),
                named("crate::d", "d"),
                ("super::e".to_owned(), None)
            ]
        );
    }

    #[test]
    fn a_reexport_is_told_from_an_import() {
        let source =
            Source::read("mod d;\npub(crate) use a::B;\npub use d::d;\nuse e::F;\nfn g() {}");
        assert!(!source.words.contains(&"d".to_owned()));
        let reexports: Vec<bool> = source.imports.iter().map(|import| import.is_reexport).collect();
        assert_eq!(reexports, [true, true, false]);
    }

    #[test]
    fn items_and_paths_of_the_code_are_found() {
        let source = Source::read(
            "pub const fn a() { crate::b::c(); self.d(); e::F::g }\nstatic mut H: u8 = 0;\nstruct I;\nimpl I { fn j() {} }",
        );
        assert_eq!(source.items, ["a", "H", "I"]);
        let paths: Vec<String> = source.paths.iter().map(|path| path.words.join("::")).collect();
        assert_eq!(paths, ["crate::b::c", "e::F::g"]);
    }
}
