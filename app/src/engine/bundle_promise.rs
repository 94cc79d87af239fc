//! What a bundle promises of any text: its files come back as they went, and every place in them leads back to itself.

use super::bundle::{analyse, join, locate, of, offset, split};

/// What is broken for these bytes.
pub(crate) fn broken(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut out = Vec::new();
    let parts = split(&text);
    let names: Vec<(&str, &str)> =
        parts.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    if parts.len() > 1 && split(&join(&names)) != parts {
        out.push("its files do not come back".to_owned());
    }
    let analysis = analyse(&text);
    let (files, whole) = (analysis.files(), analysis.text());
    let held: Vec<&str> = files.iter().map(|(_, file)| file.span.slice(whole)).collect();
    if held != names.iter().map(|(_, text)| *text).collect::<Vec<_>>() {
        out.push("what is analysed is not what it holds".to_owned());
    }
    if parts.len() > 1 && analyse(&of(files, whole)).text() != whole {
        out.push("what was analysed is another when it is bundled again".to_owned());
    }
    for found in analysis.diagnostics() {
        let (file, [start, _]) = locate(files, whole, found.span);
        if offset(files, whole, file, start) != found.span.start() {
            out.push(format!("{} leads elsewhere", found.rule));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_comes_back_as_it_went() {
        let parts = [
            "# blueprint-lens-file: ",
            "1 a.yaml\n",
            "2 b\n",
            "3 数\n",
            "0 x\n",
            "services:\n",
            "  - name: a\n",
            "\n",
            "\r\n",
            "🙂",
            "plan: x\n",
            "# ",
            "99999999999999999999 y\n",
        ];
        let mut state: u64 = 7;
        let mut any = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
            parts[(state >> 40) as usize % parts.len()]
        };
        let mut bundles = 0;
        for round in 0..500 {
            let mut file = || (0..4).map(|_| any()).collect::<String>();
            let [one, two, three] = [file(), file(), file()];
            // Pieces hardly ever make a bundle by themselves.
            let text = if round % 2 == 0 {
                join(&[("a.yaml", &one), ("b.yaml", &two), ("c.yaml", &three)])
            } else {
                one + &two + &three
            };
            bundles += usize::from(split(&text).len() > 1);
            assert_eq!(broken(text.as_bytes()), Vec::<String>::new(), "{text:?}");
        }
        assert!(bundles >= 250, "only {bundles} texts hold several files");
    }
}
