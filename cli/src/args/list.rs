//! What the commands take that list rules, fields and facts.

use clap::Args;

use crate::choices::ListFormat;

/// Arguments of `facts`.
#[derive(Args, Debug)]
pub(crate) struct FactsArguments {
    /// Letters of families, or ids of facts [default: all]
    pub(crate) wanted: Vec<String>,
    /// Format of the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}
