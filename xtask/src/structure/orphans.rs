//! Files that no module declares: the compiler does not read them, so neither their code nor their tests count.

use super::files::SourceFile;

/// A sentence for every file that no other file declares.
pub(super) fn broken(files: &[SourceFile]) -> Vec<String> {
    let orphan = |file: &&SourceFile| !is_root(&file.path) && !is_declared(files, &file.path);
    files
        .iter()
        .filter(orphan)
        .map(|file| format!("{} is declared by no module, so nobody compiles it", file.path))
        .collect()
}

fn is_root(path: &str) -> bool {
    path.ends_with("/src/lib.rs") || path.ends_with("/src/main.rs")
}

fn is_declared(files: &[SourceFile], path: &str) -> bool {
    let module = path.strip_suffix("/mod.rs").or_else(|| path.strip_suffix(".rs"));
    let Some((folder, name)) = module.and_then(|module| module.rsplit_once('/')) else {
        return false;
    };
    let parents =
        ["/mod.rs", "/lib.rs", "/main.rs", ".rs"].map(|ending| format!("{folder}{ending}"));
    let declaration = format!("mod {name};");
    let declares = |line: &str| {
        let line = line.trim();
        line == declaration
            || (line.starts_with("pub") && line.ends_with(&format!(" {declaration}")))
    };
    files
        .iter()
        .filter(|file| parents.contains(&file.path))
        .any(|file| file.text.lines().any(declares))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_no_module_declares_is_found() {
        let file = |path: &str, text: &str| SourceFile::new(path.to_owned(), text.to_owned());
        let files = [
            file("core/src/lib.rs", "pub mod a;\nmod b;\n// mod lost;\n"),
            file("core/src/a/mod.rs", "pub(crate) mod c;\n"),
            file("core/src/a/c.rs", ""),
            file("core/src/b.rs", "#[cfg(test)]\nmod tests;\n"),
            file("core/src/b/tests.rs", ""),
            file("core/src/lost.rs", ""),
            file("core/src/a/b.rs", ""),
        ];
        let found = broken(&files);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[0].starts_with("core/src/lost.rs") && found[1].starts_with("core/src/a/b.rs")
        );
    }
}
