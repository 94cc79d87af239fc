//! The colours of the drawings and of the page, in one place. `style/tokens.css` is written from this table, and exports
//! take their colours from it, so that no two pictures of one Blueprint differ.
//!
//! Two colours carry meaning: blue for what works privately, vermillion for trouble. They stay apart with any colour
//! vision, and line style, glyph and word say the same again. Text keeps 4.5:1 on every ground it stands on, strokes
//! that carry meaning 3:1.

use std::fmt::Write as _;

/// A colour in both themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Name of the custom property, without the dashes.
    pub name: &'static str,
    /// Value in the light theme.
    pub light: &'static str,
    /// Value in the dark theme.
    pub dark: &'static str,
}

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

const fn token(name: &'static str, light: &'static str, dark: &'static str) -> Token {
    Token { name, light, dark }
}

/// Every colour.
pub const TOKENS: [Token; 35] = [
    // Grounds of the drawing.
    token("canvas", "#f4f6fa", "#0e131b"),
    token("lane", "#ffffff", "#161d28"),
    token("lane-line", "#dfe5ee", "#283241"),
    token("node", "#ffffff", "#1e2735"),
    token("tile", "#edf3fa", "#1b3044"),
    // Text and lines.
    token("ink", "#172033", "#e8edf5"),
    token("ink-soft", "#556074", "#a9b4c4"),
    token("ink-faint", "#616d82", "#919db0"),
    token("line", "#dfe5ee", "#303b4b"),
    token("line-strong", "#7a869b", "#6f7d93"),
    // What carries meaning.
    token("private", "#0067a8", "#5cb4f0"),
    token("trouble", "#b8430a", "#ff9157"),
    token("public", "#2a3750", "#b6c1d1"),
    token("unknown", "#616d82", "#919db0"),
    token("internet", "#1c273a", "#dde4ee"),
    token("on-internet", "#ffffff", "#0e131b"),
    token("on-trouble", "#ffffff", "#1c0f06"),
    // The page around it.
    token("paper", "#ffffff", "#12171f"),
    token("surface", "#ffffff", "#161d28"),
    token("raised", "#f4f6fa", "#1e2735"),
    token("link", "#0b5c99", "#7fc0f2"),
    token("accent", "#0067a8", "#5cb4f0"),
    token("on-accent", "#ffffff", "#0b1420"),
    token("focus", "#0067a8", "#7fc0f2"),
    token("error", "#b8430a", "#ff9157"),
    token("warning", "#8a5a00", "#e8b64c"),
    token("info", "#3d6590", "#8fb8e0"),
    token("editor-surface", "#ffffff", "#12171f"),
    token("editor-line", "#f1f5fa", "#1a2230"),
    token("editor-selection", "#cfe3f7", "#24435f"),
    token("editor-match", "#e4effa", "#1d3549"),
    token("code-key", "#0b5c99", "#7fc0f2"),
    token("code-text", "#2c6a3f", "#8fcf9f"),
    token("code-word", "#7a4a9c", "#c9a5e8"),
    token("code-comment", "#616d82", "#919db0"),
];

impl Token {
    /// Its value in a theme.
    pub fn value(self, theme: Theme) -> &'static str {
        match theme {
            Theme::Light => self.light,
            Theme::Dark => self.dark,
        }
    }
}

/// The style sheet that sets every token: light, dark where the system asks for it, and either where the page says so in
/// `data-theme`. Paper is always light.
pub fn tokens_css() -> String {
    let list = |theme, indent: &str| {
        let mut out = String::new();
        let scheme = if theme == Theme::Light { "light" } else { "dark" };
        let _ = writeln!(out, "{indent}color-scheme: {scheme};");
        for token in TOKENS {
            let _ = writeln!(out, "{indent}--{}: {};", token.name, token.value(theme));
        }
        out
    };
    format!(
        "/* The colours of the page and the drawings. Written from core/src/scene/palette.rs by\n   \
         `cargo run -p blueprint-lens-core --example tokens`; a test compares the two. */\n\n\
         :root,\n:root[data-theme=\"light\"] {{\n{light}}}\n\n\
         @media screen and (prefers-color-scheme: dark) {{\n  :root:not([data-theme]) {{\n{dark}  }}\n}}\n\n\
         @media screen {{\n  :root[data-theme=\"dark\"] {{\n{dark}  }}\n}}\n\n\
         :root {{\n  --font: \"Inter\", system-ui, sans-serif;\n  \
         --mono: ui-monospace, \"SF Mono\", \"Cascadia Mono\", Menlo, Consolas, monospace;\n  \
         --shadow: 0 6px 24px rgb(0 0 0 / 18%);\n}}\n",
        light = list(Theme::Light, "  "),
        dark = list(Theme::Dark, "    "),
    )
}

/// A style sheet with the values of a theme in place of its tokens, for readers that know no custom properties.
pub(super) fn resolve(css: &str, theme: Theme) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("var(--") {
        out.push_str(&rest[..start]);
        let name = &rest[start + 6..];
        let Some(end) = name.find(')') else { break };
        match TOKENS.iter().find(|token| token.name == &name[..end]) {
            Some(token) => out.push_str(token.value(theme)),
            None => out.push_str(&rest[start..start + 7 + end]),
        }
        rest = &name[end + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(name: &str, theme: Theme) -> &'static str {
        TOKENS.iter().find(|token| token.name == name).expect("the token exists").value(theme)
    }

    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let byte = u8::from_str_radix(&colour[at..at + 2], 16).expect("six hexadecimal digits");
            let v = f64::from(byte) / 255.0;
            if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn texts_and_strokes_keep_their_contrast() {
        let grounds = ["canvas", "lane", "node", "tile"];
        let page = ["paper", "surface", "raised", "editor-surface", "editor-line"];
        let code = ["editor-surface", "editor-line"];
        let selected = ["editor-selection", "editor-match"];
        let needs: [(&[&str], &[&str], f64); 7] = [
            (&["ink", "ink-soft", "private", "trouble"], &grounds, 4.5),
            (&["line-strong", "unknown", "private", "trouble", "public"], &grounds, 3.0),
            (&["error", "warning"], &grounds, 3.0),
            (&["ink-faint", "unknown"], &["canvas", "lane", "node"], 4.5),
            (&["ink", "ink-soft", "ink-faint", "link", "error", "warning", "info"], &page, 4.5),
            (&["code-key", "code-text", "code-word", "code-comment"], &code, 4.5),
            (&["ink", "code-key", "code-text", "code-word"], &selected, 4.5),
        ];
        let pairs =
            [("on-internet", "internet"), ("on-trouble", "trouble"), ("on-accent", "accent")];
        for theme in [Theme::Light, Theme::Dark] {
            for (texts, grounds, least) in needs {
                for (text, ground) in
                    texts.iter().flat_map(|text| grounds.iter().map(move |ground| (text, ground)))
                {
                    let found = contrast(value(text, theme), value(ground, theme));
                    assert!(found >= least, "{text} on {ground}, {theme:?}: {found:.2}");
                }
            }
            for (text, ground) in pairs {
                let found = contrast(value(text, theme), value(ground, theme));
                assert!(found >= 4.5, "{text} on {ground}, {theme:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_style_sheet_is_up_to_date() {
        let written = include_str!("../../../style/tokens.css");
        assert_eq!(written, tokens_css(), "write style/tokens.css again, its first lines say how");
    }

    #[test]
    fn tokens_are_replaced() {
        let css = resolve("a{fill:var(--ink);stroke:var(--other)}", Theme::Dark);
        assert_eq!(css, "a{fill:#e8edf5;stroke:var(--other)}");
    }
}
