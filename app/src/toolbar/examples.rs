//! Blueprints to look at: patterns that work, and the classic mistakes.

use leptos::prelude::*;

use crate::editor::open_text;
use crate::state::AppState;
use crate::ui::{Menu, MenuItem};

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
    "Two regions, an isolated environment, two connections that cannot work"
);

/// Patterns that work.
const PATTERNS: [Example; 4] = [
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
const MISTAKES: [Example; 5] = [
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
pub(crate) fn is_example(text: &str) -> bool {
    all().any(|example| example.text == text)
}

/// The menu of examples.
#[component]
pub(super) fn ExamplesMenu() -> impl IntoView {
    let state = AppState::here();
    let item = move |example: &'static Example| {
        let open = move || {
            open_text(example.text);
            state.voice.say(format!("Opened the example {}", example.title));
        };
        view! {
            <MenuItem on_choose=open>
                <span class="item-title">{example.title}</span>
                <span class="item-text">{example.about}</span>
            </MenuItem>
        }
    };
    view! {
        <Menu label="Examples">
            {item(&FIRST)}
            <p class="menu-heading">"Patterns"</p>
            {PATTERNS.iter().map(item).collect_view()}
            <p class="menu-heading">"Classic mistakes"</p>
            {MISTAKES.iter().map(item).collect_view()}
        </Menu>
    }
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;
    use blueprint_lens_core::diagnostics::Severity;

    use super::*;

    /// Rules of the errors and warnings in a text, each once.
    fn found(example: &Example) -> Vec<&'static str> {
        let analysis = Analysis::new(example.text);
        let serious = analysis.diagnostics().iter().filter(|found| found.severity > Severity::Info);
        let mut rules: Vec<_> = serious.map(|found| found.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    }

    #[test]
    fn patterns_are_free_of_errors_and_warnings() {
        for example in &PATTERNS {
            assert_eq!(found(example), Vec::<&str>::new(), "{}", example.title);
        }
    }

    #[test]
    fn mistakes_show_what_they_are_named_after() {
        let rules: Vec<_> = MISTAKES.iter().map(found).collect();
        let expected = [
            "cross-region-reference",
            "static-site-to-private",
            "target-cannot-receive",
            "free-web-target",
            "public-detour",
        ];
        for (example, (found, expected)) in MISTAKES.iter().zip(rules.iter().zip(expected)) {
            assert_eq!(found, &[expected], "{}", example.title);
        }
    }

    #[test]
    fn the_first_example_shows_two_problems_of_two_kinds() {
        assert_eq!(found(&FIRST), ["cross-region-reference", "crosses-isolation"]);
    }

    #[test]
    fn every_file_is_in_the_menu() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
        let files = std::fs::read_dir(folder).expect("the folder of examples").count();
        assert_eq!(files, all().count());
    }
}
