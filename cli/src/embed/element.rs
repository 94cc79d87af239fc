//! The element in place of a fence: the text itself, in a form in which neither Markdown nor MDX finds any markup.

use blueprint_lens_core::markup::Html;

/// `<blueprint-lens>` around `text`, as one line of HTML: with its attribute `theme`, and with the script at the address
/// `script` that draws the elements of a page.
///
/// The figure makes it an HTML block for every Markdown parser, which a line that starts with a custom element would
/// not be. All punctuation and line breaks are written as character references: MDX reads the text between two tags as
/// Markdown and JavaScript.
pub(super) fn element(text: &str, theme: Option<&str>, script: Option<&str>) -> String {
    let mut html = Html::new();
    html.element("figure").class("render-blueprint").content(|html| {
        let mut element = html.element("blueprint-lens");
        if let Some(theme) = theme {
            element = element.attribute("theme", theme);
        }
        element.content(|html| {
            html.element("pre").content(|html| {
                html.append(&referenced(text));
            });
        });
        if let Some(address) = script {
            let script = html.element("script").attribute("type", "module");
            script.attribute("src", address).text("");
        }
    });
    html.into_string()
}

/// The text with every sign that Markdown or MDX could read something into as a reference.
fn referenced(text: &str) -> Html {
    let mut out = String::with_capacity(text.len() * 2);
    if text.starts_with('\n') {
        // The first line break in a `<pre>` is not part of its text.
        push_reference(&mut out, '\n');
    }
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            push_reference(&mut out, '\n');
        }
        push_line(&mut out, line);
    }
    Html::trusted(out)
}

/// One line. MDX removes the space next to a line break from a text; an element around the line keeps it.
fn push_line(out: &mut String, line: &str) {
    let is_kept = line == line.trim();
    out.push_str(if is_kept { "" } else { "<span>" });
    for c in line.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/' | ',') || !c.is_ascii() {
            out.push(c);
        } else {
            push_reference(out, c);
        }
    }
    out.push_str(if is_kept { "" } else { "</span>" });
}

fn push_reference(out: &mut String, c: char) {
    out.push_str(&format!("&#{};", u32::from(c)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_markdown_or_mdx_reads_is_left() {
        let out = element("\na: [*b*]\n\n  c: {d: '`<é>`'}\n", Some("dark"), Some("x.js?a&b"));
        let expected = "<figure class=\"render-blueprint\"><blueprint-lens theme=\"dark\"><pre>\
                        &#10;&#10;a&#58; &#91;&#42;b&#42;&#93;&#10;&#10;<span>  c&#58; \
                        &#123;d&#58; &#39;&#96;&#60;é&#62;&#96;&#39;&#125;</span>&#10;</pre></blueprint-lens>\
                        <script type=\"module\" src=\"x.js?a&amp;b\"></script></figure>";
        assert_eq!(out, expected);
    }
}
