//! What `embed` takes.

use clap::Args;

use crate::choices::{EmbedForm, Theme};

/// Arguments of `embed`.
#[derive(Args, Debug)]
pub(crate) struct EmbedArguments {
    /// What stands in place of a fence
    #[arg(long = "as", value_enum, default_value_t = EmbedForm::Svg)]
    pub(crate) form: EmbedForm,
    /// Colours of the pictures
    #[arg(long, value_enum, default_value_t = Theme::Auto)]
    pub(crate) theme: Theme,
    /// With `--as element`: address of the script `blueprint-lens.js`, to be put on every page that needs it
    #[arg(long, value_name = "URL")]
    pub(crate) script: Option<String>,
    /// Work as a preprocessor of mdBook: a book as JSON comes in and goes out
    #[arg(long)]
    pub(crate) mdbook: bool,
    /// What mdBook asks: `supports RENDERER`
    #[arg(hide = true, requires = "mdbook")]
    pub(crate) question: Vec<String>,
}
