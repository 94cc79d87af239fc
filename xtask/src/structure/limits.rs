//! How large things may grow, and where the browser is.

use super::files::SourceFile;

/// Most lines of a file.
const MOST_LINES: usize = 350;

/// Folders that are divided into folders, and the most files that they hold beside those.
const FEW_FILES: [(&str, usize); 2] = [("core/src/layout", 8), ("core/src/rules", 3)];

/// Crates that call the browser, and the one folder of the page that names them.
const BROWSER: [&str; 5] = ["gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"];
/// Calls of the browser that need no such crate, because Leptos hands out elements and wraps the window.
const BROWSER_CALLS: [&str; 10] = [
    "dyn_into",
    "get_attribute",
    "query_selector",
    "request_animation_frame",
    "set_attribute",
    "set_inner_html",
    "set_pointer_capture",
    "set_timeout",
    "set_timeout_with_handle",
    "window_event_listener",
];
const BROWSER_FOLDER: &str = "app/src/platform/";

/// A sentence for everything that is over its limit.
pub(super) fn broken(files: &[SourceFile]) -> Vec<String> {
    let mut broken: Vec<String> = files.iter().filter_map(too_long).collect();
    broken.extend(FEW_FILES.iter().filter_map(|limit| too_many(files, limit)));
    broken.extend(files.iter().filter_map(browser_call));
    broken
}

fn too_long(file: &SourceFile) -> Option<String> {
    let lines = file.text.lines().count();
    (lines > MOST_LINES)
        .then(|| format!("{} has {lines} lines; at most {MOST_LINES} are allowed", file.path))
}

fn too_many(files: &[SourceFile], (folder, most): &(&str, usize)) -> Option<String> {
    let is_inside = |file: &&SourceFile| {
        let inside = file.path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
        inside.is_some_and(|rest| !rest.contains('/'))
    };
    let count = files.iter().filter(is_inside).count();
    (count > *most).then(|| format!("{folder} holds {count} files; at most {most} are allowed"))
}

fn browser_call(file: &SourceFile) -> Option<String> {
    if !file.path.starts_with("app/src/") || file.path.starts_with(BROWSER_FOLDER) {
        return None;
    }
    let found = BROWSER.iter().chain(&BROWSER_CALLS).find(|name| file.source.names(name))?;
    Some(format!("{} names `{found}`; only {BROWSER_FOLDER} calls the browser", file.path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile::new(path.to_owned(), text.to_owned())
    }

    #[test]
    fn long_files_are_found() {
        let long = "\n".repeat(MOST_LINES + 1);
        assert_eq!(broken(&[file("core/src/a.rs", &long)]).len(), 1);
        assert!(broken(&[file("core/src/a.rs", &long[1..])]).is_empty());
    }

    #[test]
    fn crowded_folders_are_found() {
        let (folder, most) = FEW_FILES[0];
        let mut files: Vec<SourceFile> =
            (0..most).map(|at| file(&format!("{folder}/f{at}.rs"), "")).collect();
        files.push(file(&format!("{folder}/deeper/f.rs"), ""));
        assert!(broken(&files).is_empty());
        files.push(file(&format!("{folder}/more.rs"), ""));
        assert_eq!(broken(&files).len(), 1);
    }

    #[test]
    fn browser_calls_belong_to_one_folder() {
        assert!(broken(&[file("app/src/platform/dom.rs", "use web_sys::Element;")]).is_empty());
        assert!(broken(&[file("app/src/ui/menu.rs", "// web_sys\nuse leptos::html;")]).is_empty());
        assert_eq!(broken(&[file("app/src/ui/menu.rs", "use leptos::web_sys::Element;")]).len(), 1);
        assert_eq!(broken(&[file("app/src/ui/menu.rs", "fn f() { js_sys::eval() }")]).len(), 1);
        assert_eq!(
            broken(&[file("app/src/ui/menu.rs", "fn f() { a.set_inner_html(b) }")]).len(),
            1
        );
    }
}
