//! `check --format text`: what is underlined, whatever the text is made of.

use crate::program::program;

fn report(text: &str) -> String {
    let output = program()
        .args(["check", "-", "--stdin-filename", "render.yaml"])
        .write_stdin(text)
        .output()
        .expect("it runs");
    String::from_utf8(output.stdout).expect("the report is text")
}

/// The underlined part of the first line that ends in `end`, by the columns of the carets beneath.
fn underlined(report: &str, line_holds: &str) -> String {
    let lines: Vec<&str> = report.lines().collect();
    let at = lines
        .iter()
        .position(|line| line.contains(line_holds) && line.contains('|'))
        .unwrap_or_else(|| panic!("no line holds `{line_holds}`:\n{report}"));
    let carets = lines[at + 1];
    let start = carets.chars().take_while(|c| *c != '^').count();
    let length = carets.chars().filter(|c| *c == '^').count();
    assert!(length > 0, "nothing is underlined:\n{report}");
    // A wide character takes two columns of the terminal.
    let mut column = 0;
    let mut out = String::new();
    for c in lines[at].chars() {
        if (start..start + length).contains(&column) {
            out.push(c);
        }
        column += if ('\u{1100}'..'\u{fffd}').contains(&c) || c > '\u{1f000}' { 2 } else { 1 };
    }
    out
}

#[test]
fn underlines_what_is_wrong() {
    let text = "services:\n  - type: pserv\n    name: api\n    runtime: docker\n    region: ohioo # near\n";
    let report = report(text);
    assert_eq!(underlined(&report, "region: ohioo"), "ohioo");
    assert!(report.contains("error[unknown-region]: "), "{report}");
    assert!(report.contains("--> render.yaml:5:13"), "{report}");
    assert!(report.contains("= help: "), "{report}");
}

#[test]
fn multi_byte_text_before_and_inside_is_counted_by_columns() {
    let text = "services: [{type: pserv, name: \"héllo\", runtime: docker, region: ohiö}]\n";
    assert_eq!(underlined(&report(text), "ohiö"), "ohiö");
    let text = "services: [{type: pserv, name: 日本, runtime: docker, region: ohiö}]\n";
    assert_eq!(underlined(&report(text), "ohiö"), "ohiö");
}

#[test]
fn tabs_do_not_shift_the_underline() {
    let text = "services: [{type: pserv,\tname: api,\truntime:\tdocker,\tregion:\tohioo\t}]\n";
    assert_eq!(underlined(&report(text), "ohioo"), "ohioo");
}

#[test]
fn line_ends_of_windows_do_not_show() {
    let text = "services:\r\n  - type: pserv\r\n    name: api\r\n    runtime: docker\r\n    region: ohioo\r\n";
    let report = report(text);
    assert_eq!(underlined(&report, "region: ohioo"), "ohioo");
    assert!(!report.contains('\r'), "{report:?}");
}

#[test]
fn text_of_the_file_cannot_steer_the_terminal() {
    let text = "services:\n  - type: pserv\n    name: \"a\\e[31mb\"\n    runtime: docker\n    region: \"o\\e[2Jo\"\n    \
                envVars:\n      - key: A\u{9b}31m\n        fromService: {type: web, name: \"x\\e]0;t\\a\", property: host}\n";
    let report = report(text);
    let steering: Vec<char> = report.chars().filter(|c| c.is_control() && *c != '\n').collect();
    assert_eq!(steering, [], "{report:?}");
}

#[test]
fn a_finding_at_the_end_of_the_text_is_shown() {
    for text in [
        "services:\n  - type: pserv\n    name: a\n    envVars:\n      - key: \"A",
        "a: [",
        "\u{feff}a: {",
    ] {
        let report = report(text);
        assert!(report.contains("error["), "{text:?}: {report}");
    }
}
