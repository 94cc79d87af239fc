//! The words that arguments of the command line choose between.

use clap::ValueEnum;

/// Shells that complete commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    /// GNU Bash
    Bash,
    /// Elvish
    Elvish,
    /// fish
    Fish,
    /// `PowerShell`
    Powershell,
    /// Z shell
    Zsh,
}

/// Forms of the report of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people: the text with the findings underlined
    Text,
    /// For programs
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Workflow annotations of GitHub
    Github,
    /// The shape that `render blueprints validate -o json` prints
    Render,
}

/// From which severity on `check` fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Errors only
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Info,
    /// Nothing
    Never,
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

/// Forms of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RenderFormat {
    /// A picture that stands alone
    Svg,
    /// Scene and graph, for programs
    Json,
    /// One self-contained file: picture, problems, who can reach whom
    Html,
    /// A Mermaid flowchart
    Mermaid,
    /// A picture in pixels, two for each unit of the SVG; light unless --theme says dark
    Png,
}

/// Colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Theme {
    /// Light, or dark where the reader's system asks for it
    Auto,
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
}

/// Forms of the answer of `reach`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReachFormat {
    /// For people
    Table,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
}

/// Forms of the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Text,
    /// A comment on a pull request; nothing when nothing changed
    Markdown,
    /// One self-contained file: before, after and both on one picture
    Html,
    /// For programs
    Json,
}

/// On which changes `diff` fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFailOn {
    /// A finding of severity error that the base does not have
    NewError,
    /// A new or wider entry point, an isolation switched off, a new path between environments
    NewExposure,
    /// A new web service or static site that is public
    NewPublicService,
    /// Nothing
    Never,
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
