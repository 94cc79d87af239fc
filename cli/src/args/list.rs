//! What the commands take that list rules, fields and facts.

use clap::{Args, ValueEnum};

/// Arguments of `facts`.
#[derive(Args, Debug)]
pub(crate) struct FactsArguments {
    /// Letters of families, or ids of facts [default: all]
    pub(crate) wanted: Vec<String>,
    /// Form of the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}

/// Forms of a list of rules, fields or facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// A Markdown table
    Markdown,
}
