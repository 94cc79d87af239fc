//! The words that arguments of the command line choose between.

use clap::ValueEnum;

/// Shells with completion.
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

/// Formats of the report of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people: the text with underlined findings
    Text,
    /// For programs
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// GitHub workflow annotations
    Github,
    /// The format of `render blueprints validate -o json`
    Render,
}

/// Formats of the report of `fix`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FixFormat {
    /// For people: the changes
    Text,
    /// For programs: the text of one file with the fixes, and how many there are
    Json,
}

/// Lowest severity that fails `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Only errors
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Info,
    /// Nothing
    Never,
}

/// What replaces a fence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EmbedForm {
    /// The SVG itself, in a figure
    Svg,
    /// An image with the picture as a data URL, for MDX and for pages that allow no styles
    Image,
    /// The element `<blueprint-lens>` with the text inside, which a script draws in the reader's browser
    Element,
}

/// Formats of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RenderFormat {
    /// A self-contained picture
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
    /// Light, or dark if the reader's system asks for it
    Auto,
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
}

/// Formats of the answer of `reach`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReachFormat {
    /// For people
    Table,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
}

/// When there are colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Which pairs of `reach`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    /// Pairs that cannot
    No,
    /// Pairs that are joined by a reference or an address
    Wired,
    /// What the internet can reach
    Public,
}

/// Formats of the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Text,
    /// A comment for a pull request; empty if nothing changed
    Markdown,
    /// A self-contained file: before, after, and both in one picture
    Html,
    /// For programs
    Json,
}

/// Formats of the list of `checklist`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ChecklistFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// A task list
    Markdown,
}

/// Changes that fail `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFailOn {
    /// An error that the base does not have
    NewError,
    /// A new or wider entry point, an isolation switched off, a new path between environments
    NewExposure,
    /// A new public web service or static site
    NewPublicService,
    /// Something that Render refuses
    Refused,
    /// A datastore that is emptied, or takes the place of one with data
    DataLoss,
    /// A read replica that is deleted
    Destroy,
    /// Something that runs on without a file
    Orphan,
    /// A variable that nobody asks for and somebody must set
    SetByHand,
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
