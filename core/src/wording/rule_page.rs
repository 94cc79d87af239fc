//! Where the page of a rule is, for what is read outside the page of Blueprint Lens.

/// The folder of the pages, in the repository.
const PAGES: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/rules/");

/// The address of the page of the rule with this code.
pub fn rule_page(code: &str) -> String {
    format!("{PAGES}{code}.md")
}
