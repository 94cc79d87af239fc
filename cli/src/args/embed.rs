//! What `embed` takes.

use clap::Args;

use crate::choices::{EmbedForm, Theme};

/// Arguments of `embed`.
#[derive(Args, Debug)]
pub(crate) struct EmbedArguments {
    /// What replaces a fence
    #[arg(long = "as", value_enum, default_value_t = EmbedForm::Svg)]
    pub(crate) form: EmbedForm,
    /// Colours of the pictures
    #[arg(long, value_enum, default_value_t = Theme::Auto)]
    pub(crate) theme: Theme,
    /// With `--as element`: address of the script `blueprint-lens.js`, added to every page that needs it
    #[arg(long, value_name = "URL")]
    pub(crate) script: Option<String>,
    /// Run as an mdBook preprocessor: reads and writes a book as JSON
    #[arg(long)]
    pub(crate) mdbook: bool,
    /// Question of mdBook: `supports RENDERER`
    #[arg(hide = true, requires = "mdbook")]
    pub(crate) question: Vec<String>,
}
