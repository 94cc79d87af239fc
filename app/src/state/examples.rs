//! Blueprints to look at: patterns that work, and the classic mistakes.

/// A Blueprint to look at.
pub(crate) struct Example {
    /// Its name in the menu.
    pub(crate) title: &'static str,
    /// What it shows.
    pub(crate) about: &'static str,
    /// The Blueprint.
    pub(crate) text: &'static str,
}

macro_rules! example {
    ($file:literal, $title:literal, $about:literal) => {
        Example {
            title: $title,
            about: $about,
            text: include_str!(concat!("../../examples/", $file, ".yaml")),
        }
    };
}

/// The one that a first visit shows; its picture is part of the page.
pub(crate) const FIRST: Example = example!(
    "01-shop",
    "A shop",
    "Two regions, an isolated environment, one connection that cannot work"
);

/// Patterns that work.
pub(crate) const PATTERNS: [Example; 4] = [
    example!(
        "02-web-and-private-service",
        "Web and private services",
        "One entry point, the rest private"
    ),
    example!(
        "03-database-isolation",
        "Database isolation",
        "A database that only private clients can reach"
    ),
    example!(
        "04-ai-inference",
        "AI inference",
        "A model as a private service, with a cache and a vector database"
    ),
    example!(
        "05-staging-and-production",
        "Staging and production",
        "Two isolated environments of one project"
    ),
];

/// The classic mistakes.
pub(crate) const MISTAKES: [Example; 5] = [
    example!("06-two-regions", "Two regions", "A private reference that crosses regions"),
    example!(
        "07-static-site-and-private-host",
        "Static site, private host",
        "An internal address in a browser"
    ),
    example!(
        "08-worker-as-target",
        "Worker as target",
        "A call to a service that receives no connections"
    ),
    example!(
        "09-free-web-as-target",
        "Free web service as target",
        "A private call to a free web service"
    ),
    example!(
        "10-public-detour",
        "Public detour",
        "Leaving the private network and coming back over the internet"
    ),
];

fn all() -> impl Iterator<Item = &'static Example> {
    std::iter::once(&FIRST).chain(&PATTERNS).chain(&MISTAKES)
}

/// Whether `text` is an example as it came.
pub(super) fn is_example(text: &str) -> bool {
    all().any(|example| example.text == text)
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;
    use blueprint_lens_core::diagnostics::Severity;
    use blueprint_lens_core::text::apply;

    use super::*;

    /// Rules of the errors and warnings in a text, each once.
    fn rules_of(example: &Example) -> Vec<&'static str> {
        let analysis = Analysis::new(example.text);
        let serious = analysis.diagnostics().iter().filter(|d| d.severity > Severity::Info);
        let mut rules: Vec<_> = serious.map(|diagnostic| diagnostic.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    }

    #[test]
    fn patterns_are_free_of_errors_and_warnings() {
        for example in &PATTERNS {
            assert_eq!(rules_of(example), Vec::<&str>::new(), "{}", example.title);
        }
    }

    #[test]
    fn mistakes_show_what_they_are_named_after() {
        let rules: Vec<_> = MISTAKES.iter().map(rules_of).collect();
        let expected = [
            "cross-region-reference",
            "static-site-to-private",
            "target-cannot-receive",
            "free-web-target",
            "public-detour",
        ];
        for (example, (rules, expected)) in MISTAKES.iter().zip(rules.iter().zip(expected)) {
            assert_eq!(rules, &[expected], "{}", example.title);
        }
    }

    #[test]
    fn the_first_example_holds_one_mistake_that_one_fix_removes() {
        let analysis = Analysis::new(FIRST.text);
        let [mistake] = analysis.diagnostics() else {
            panic!("one finding: {:?}", analysis.diagnostics())
        };
        assert_eq!(mistake.rule, "cross-region-reference");
        let (_, fix) = mistake.applicable_fix().expect("a fix");
        let fixed = apply(FIRST.text, &fix.edits).expect("edits that fit");
        assert_eq!(Analysis::new(&fixed).diagnostics(), []);
    }

    #[test]
    fn every_file_is_in_the_menu() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
        let files = std::fs::read_dir(folder).expect("the folder of examples").count();
        assert_eq!(files, all().count());
    }
}
