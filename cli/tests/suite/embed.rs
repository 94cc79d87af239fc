//! `embed`, from a Markdown text to a page.

use crate::folder::folder;
use crate::program::program;

const GUIDE: &str = "# Guide\n\nThe network:\n```render-blueprint\nservices:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    buildCommand: npm ci\n    startCommand: npm start\n    envVars:\n      - key: API\n        fromService: {type: pserv, name: api, property: hostport}\n```\nand again:\n\n```render-blueprint\nservices: [\n```\n";

fn embedded(arguments: &[&str], text: &str) -> (String, String) {
    let mut command = program();
    let output = command.arg("embed").args(arguments).write_stdin(text).output().expect("it runs");
    assert!(output.status.success(), "{arguments:?}");
    let word = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is text");
    (word(output.stdout), word(output.stderr))
}

#[test]
fn fences_become_pictures_with_ids_of_their_own_and_errors_keep_their_lines() {
    let (out, notes) = embedded(&[], GUIDE);
    assert!(
        out.starts_with("# Guide\n\nThe network:\n\n<figure class=\"render-blueprint\"><svg "),
        "{out}"
    );
    assert!(out.contains("</svg></figure>\n\nand again:\n\n<figure"), "{out}");
    for number in 1..=2 {
        assert_eq!(out.matches(&format!(" id=\"render-blueprint-{number}-title\"")).count(), 1);
    }
    assert!(out.contains("data-node=\"web:shop\""), "{out}");
    assert!(notes.contains("standard input:19: error[invalid-yaml]"), "{notes}");
    let mut page = String::new();
    pulldown_cmark::html::push_html(&mut page, pulldown_cmark::Parser::new(&out));
    assert_eq!(page.matches("</svg></figure>").count(), 2, "no blank line ends a picture: {page}");
}

#[test]
fn images_hold_the_picture_and_tell_it_in_words() {
    let (out, _) = embedded(&["--as", "image", "--theme", "dark"], GUIDE);
    let images: Vec<&str> = out.lines().filter(|line| line.starts_with("<img ")).collect();
    assert_eq!(images.len(), 2, "{out}");
    assert!(images[0].contains("alt=\"1 resource in Oregon"), "{}", images[0]);
    assert!(images[0].contains("src=\"data:image/svg+xml;base64,PHN2Zy"), "{}", images[0]);
    assert!(images[0].ends_with("\" />") && !images[0].contains('{'), "{}", images[0]);
}

#[test]
fn an_mdbook_is_filled() {
    let supports = |renderer: &str| {
        let mut command = program();
        let output = command.args(["embed", "--mdbook", "supports", renderer]).output();
        output.expect("it runs").status.code()
    };
    assert_eq!((supports("html"), supports("epub")), (Some(0), Some(1)));
    let book = serde_json::json!([
        {"root": "/", "renderer": "html", "mdbook_version": "0.4.52"},
        {"sections": [{"Chapter": {"name": "Guide", "content": GUIDE, "path": "guide.md", "sub_items": []}}]},
    ]);
    let (out, notes) = embedded(&["--mdbook"], &book.to_string());
    let book: serde_json::Value = serde_json::from_str(&out).expect("a book comes out");
    let chapter = book["sections"][0]["Chapter"]["content"].as_str().expect("it has a text");
    assert_eq!(chapter.matches("<svg ").count(), 2);
    assert!(notes.contains("guide.md:19: error[invalid-yaml]"), "{notes}");
}

/// Texts that Markdown would read something into, each in the places where a fence can stand.
#[test]
fn elements_arrive_whole_wherever_their_fence_stands() {
    let texts = [
        "services:\n  - type: web\n    name: a_b_c\n",
        "\n# first\n\n\nservices:\n  - {name: \"*x* <b> &amp; `c` [d](e)\"}\n\n    indented: |\n      </pre></blueprint-lens>\n\n",
        "<!--\nenvVars: [A_B, 'http://example.com/~x', {y: \\\\}]\n---\n- 1) z\n===\n",
    ];
    let places = ["", "> ", "- ", "1. ", "> - ", "- > "];
    for text in texts {
        for place in places {
            let rest: String = place.chars().map(|c| if c == '>' { c } else { ' ' }).collect();
            let fence = format!("before\n```render-blueprint\n{text}```\nafter\n");
            let lines: Vec<String> = fence
                .lines()
                .enumerate()
                .map(|(at, line)| format!("{}{line}", if at == 0 { place } else { &rest }))
                .collect();
            let (out, _) = embedded(&["--as", "element"], &(lines.join("\n") + "\n"));
            let mut page = String::new();
            pulldown_cmark::html::push_html(&mut page, pulldown_cmark::Parser::new(&out));
            let inside =
                page.split_once("<figure class=\"render-blueprint\"><blueprint-lens><pre>");
            let (above, inside) = inside.expect(&page);
            let (inside, below) =
                inside.split_once("</pre></blueprint-lens></figure>").expect(&page);
            assert_eq!(read(inside), text, "in {place:?}");
            assert!(above.ends_with("<p>before</p>\n") || above.ends_with("before\n"), "{page}");
            assert!(below.starts_with("\n<p>after</p>"), "it stays where it was: {page}");
        }
    }
}

/// The text of a `<pre>` whose content is `html`, as HTML reads it.
fn read(html: &str) -> String {
    let html = html.replace("<span>", "").replace("</span>", "");
    let mut pieces = html.split("&#");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, more) = piece.split_once(';').expect("a reference ends");
        text.push(number.parse().ok().and_then(char::from_u32).expect("it names a character"));
        text.push_str(more);
    }
    assert!(!html.contains(['<', '{', '*', '_', '`', '\n']), "{html}");
    text.strip_prefix('\n').map_or(text.clone(), str::to_owned)
}

#[test]
fn a_page_gets_the_script_of_its_elements_once() {
    let script = ["--as", "element", "--script", "https://lens.example/blueprint-lens.js"];
    let (out, notes) = embedded(&script, GUIDE);
    let tag =
        "<script type=\"module\" src=\"https://lens.example/blueprint-lens.js\"></script></figure>";
    assert_eq!(
        (out.matches("<blueprint-lens>").count(), out.matches(tag).count()),
        (2, 1),
        "{out}"
    );
    assert!(notes.contains("standard input:19: error[invalid-yaml]"), "{notes}");
    let (out, _) = embedded(&["--as", "element", "--theme", "dark"], "no fence\n");
    assert_eq!(out, "no fence\n");
    let mut command = program();
    command.args(["embed", "--script", "x.js"]).write_stdin("");
    assert_eq!(command.output().expect("it runs").status.code(), Some(2), "nothing would use it");
}

#[test]
fn a_fence_may_name_a_file_below_the_current_folder() {
    let files = [
        ("docs/render.yaml", "services:\n  - {type: pserv, name: auth, runtime: node}\n"),
        ("outside.yaml", "services: []\n"),
    ];
    let made = folder(&files);
    let run = |cwd: &str, text: &str| {
        let mut command = program();
        command.current_dir(made.path().join(cwd)).arg("embed").write_stdin(text.to_owned());
        let output = command.output().expect("it runs");
        let word = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is text");
        (output.status.code(), word(output.stdout), word(output.stderr))
    };
    let fence = |file: &str| format!("```render-blueprint file={file}\n```\n");
    let (code, out, notes) = run(".", &fence("docs/render.yaml"));
    assert_eq!(code, Some(0), "{notes}");
    assert!(out.contains("data-node=\"pserv:auth\""), "{out}");
    let (code, out, notes) = run("docs", &format!("# A\n\n{}", fence("../outside.yaml")));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(notes.contains("standard input:3: ../outside.yaml is not below"), "{notes}");
    let (code, _, notes) = run(".", &fence("no.yaml"));
    assert_eq!(code, Some(2));
    assert!(notes.contains("no.yaml cannot be read"), "{notes}");
}

/// What lies elsewhere is refused in the same words whether or not it is there.
#[cfg(unix)]
#[test]
fn a_fence_does_not_tell_what_lies_elsewhere() {
    let made = folder(&[("other/there.yaml", "services: []\n"), ("book/render.yaml", "")]);
    let book = made.path().join("book");
    std::os::unix::fs::symlink("../other", book.join("out")).expect("linked");
    std::os::unix::fs::symlink("../other/there.yaml", book.join("there.yaml")).expect("linked");
    std::os::unix::fs::symlink("../other/gone.yaml", book.join("gone.yaml")).expect("linked");
    let whole = made.path().join("other").display().to_string();
    let missing = format!("{whole}/gone.yaml");
    for file in [
        "../other/there.yaml",
        "../other/gone.yaml",
        "out/there.yaml",
        "out/gone.yaml",
        "out/there.yaml/more.yaml",
        "there.yaml",
        "gone.yaml",
        "/etc/passwd",
        "/etc/missing/passwd",
        &missing,
    ] {
        let mut command = program();
        let fence = format!("```render-blueprint file={file}\n```\n");
        let output = command.current_dir(&book).arg("embed").write_stdin(fence).output();
        let output = output.expect("it runs");
        let notes = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{file}");
        let refusal = format!("standard input:1: {file} is not below the current folder\n");
        assert!(notes.ends_with(&refusal), "{file}: {notes}");
    }
}

#[test]
fn in_a_book_a_file_is_named_from_its_chapter() {
    let made = folder(&[(
        "text/deep/render.yaml",
        "services:\n  - {type: pserv, name: auth, runtime: node}\n",
    )]);
    let chapter = serde_json::json!({"Chapter": {"name": "A", "path": "deep/a.md", "sub_items": [],
        "content": "```render-blueprint file=render.yaml\n```\n"}});
    let context = serde_json::json!({"root": made.path(), "config": {"book": {"src": "text"}}});
    let book = serde_json::json!([context, {"items": [chapter]}]);
    let mut command = program();
    command.current_dir(made.path()).args(["embed", "--mdbook"]).write_stdin(book.to_string());
    let output = command.output().expect("it runs");
    let notes = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{notes}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("pserv:auth"));
}
