//! What `embed` takes.

use clap::{Args, ValueEnum};

use super::Theme;

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

/// What stands in place of a fence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EmbedForm {
    /// The picture itself, in a figure
    Svg,
    /// An image that holds the picture, for MDX and places that allow no style
    Image,
    /// The element `<blueprint-lens>` with the text inside, which a script draws in the reader's browser
    Element,
}
