//! The arguments of the command line.

mod color;
mod diff;
mod embed;
mod fix;
mod grouping;
mod list;
mod reach;
mod room;
mod watch;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub(crate) use crate::choices::{
    CheckFormat, ChecklistFormat, Color, EmbedForm, FailOn, FixFormat, ListFormat, Only,
    ReachFormat, RenderFormat, Shell, Theme,
};

use blueprint_lens_core::scene::Room;

pub(crate) use color::read;
pub(crate) use diff::{BisectArguments, CompareOptions, DiffArguments, PlanArguments};
pub(crate) use embed::EmbedArguments;
pub(crate) use fix::FixArguments;
pub(crate) use grouping::GroupingArguments;
pub(crate) use list::FactsArguments;
pub(crate) use reach::ReachArguments;
pub(crate) use watch::WatchArguments;

/// Version with the date of the facts, as printed by `--version`.
const LONG_VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    "\n",
    "Unofficial: not affiliated with Render. Everything runs on this machine."
);

/// Checks and draws the private network that a Render Blueprint describes.
#[derive(Debug, Parser)]
#[command(name = "blueprint-lens", version, long_version = long_version(), about, max_term_width = 100)]
#[command(
    after_help = "Examples:\n  blueprint-lens check\n  blueprint-lens render render.yaml -o network.svg\n  blueprint-lens reach render.yaml api db\n\nUnofficial: not affiliated with Render. Nothing is sent anywhere."
)]
pub(crate) struct Arguments {
    /// Settings to use instead of the nearest `.blueprint-lens.yaml`
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Colours: on a terminal unless `NO_COLOR` is set, always or never
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

fn long_version() -> &'static str {
    use std::sync::OnceLock;
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        format!(
            "{LONG_VERSION}\nFacts about Render as of {}, official schema of {}.",
            blueprint_lens_core::platform::FACTS_DATE,
            blueprint_lens_core::platform::SCHEMA_DATE
        )
    })
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find what is wrong
    #[command(
        after_help = "Examples:\n  blueprint-lens check\n  blueprint-lens check infra/ --format github --fail-on warning\n  git show HEAD:render.yaml | blueprint-lens check - --stdin-filename render.yaml"
    )]
    Check(CheckArguments),
    /// Draw the network
    #[command(
        after_help = "Examples:\n  blueprint-lens render render.yaml -o network.svg\n  blueprint-lens render render.yaml -o report.html\n  blueprint-lens render infra/ -o workspace.svg\n  blueprint-lens render render.yaml -o network.png --theme dark\n  blueprint-lens render render.yaml -o slide.svg --fit 960x540\n  blueprint-lens render render.yaml --format json | jq '.nodes[].id'"
    )]
    Render(RenderArguments),
    /// Show who can reach whom on the private network, and why not
    #[command(
        after_help = "Examples:\n  blueprint-lens reach render.yaml\n  blueprint-lens reach render.yaml api\n  blueprint-lens reach render.yaml api db\n  blueprint-lens reach render.yaml --to db --only no\n  blueprint-lens reach render.yaml --format json"
    )]
    Reach(ReachArguments),
    /// Show semantic changes: what the sync does, resources, wiring, reachability, entry points, findings
    #[command(
        after_help = "BASE and HEAD are files, `-` for standard input, REV:PATH in the git repository, or REV (with the path of the other side, or else render.yaml).\n\nExamples:\n  blueprint-lens diff main render.yaml\n  blueprint-lens diff main HEAD --fail-on new-error,new-exposure\n  blueprint-lens diff old.yaml new.yaml --format markdown > comment.md\n  blueprint-lens diff main render.yaml --format html > report.html\n  blueprint-lens diff --history main~20..main -o history.html -- render.yaml\n  blueprint-lens diff --twin staging.yaml production.yaml\n\nA history follows the first parents, which is what the syncs of a branch saw, and renames of the file."
    )]
    Diff(DiffArguments),
    /// Show what the next sync does with a change: what is created, refused, lost, left behind, or needs a hand
    #[command(
        after_help = "BASE and HEAD are as for diff. This is the part of diff about the sync.\n\nExamples:\n  blueprint-lens plan main render.yaml\n  blueprint-lens plan main HEAD --fail-on refused,data-loss,destroy,orphan\n  blueprint-lens plan --first old.yaml render.yaml"
    )]
    Plan(PlanArguments),
    /// Find the commit, and the lines in it, that broke an assertion
    #[command(
        after_help = "The assertion is one that `# blueprint-lens: assert` takes in a Blueprint. A status of 0 means that a commit was found, 1 that none broke it.\n\nExamples:\n  blueprint-lens bisect 'internet -/> db' main\n  blueprint-lens bisect 'only api, worker -> db' v1.0 main -- infra/render.yaml"
    )]
    Bisect(BisectArguments),
    /// List the hand work around a deploy: what to prepare, to enter, to set, to delete and to check
    #[command(
        after_help = "With FILE, all of it; with BASE and HEAD, which are as for diff, what a change brings.\n\nExamples:\n  blueprint-lens checklist render.yaml\n  blueprint-lens checklist main render.yaml --format markdown"
    )]
    Checklist(ChecklistArguments),
    /// Show the picture beside your own editor, redrawn whenever a file changes on disk
    #[command(
        after_help = "The page is served to this machine only, at an address that nobody else knows.\n\nExamples:\n  blueprint-lens watch\n  blueprint-lens watch render.yaml --diff main\n  blueprint-lens watch infra/ --editor 'code --goto'"
    )]
    Watch(WatchArguments),
    /// Apply fixes that keep the author's intent
    #[command(
        after_help = "Examples:\n  blueprint-lens fix render.yaml\n  blueprint-lens fix render.yaml --write\n  blueprint-lens fix --check infra/ staging/render.yaml"
    )]
    Fix(FixArguments),
    /// Write the effective Blueprint: aliases and groups resolved, defaults written out, old spellings replaced
    #[command(
        after_help = "Comments are omitted, secrets are hidden, and defaults are those of new resources. Use the result for reading and comparing: as a Blueprint, it would generate a value of a group again for each service.\n\nExamples:\n  blueprint-lens expand render.yaml\n  git diff --no-index <(blueprint-lens expand old.yaml) <(blueprint-lens expand new.yaml)"
    )]
    Expand {
        /// The Blueprint, or `-` for standard input
        path: PathBuf,
    },
    /// Replace the `render-blueprint` fences in Markdown with pictures, from standard input to standard output
    #[command(
        after_help = "Errors in a Blueprint go to standard error; the readable part is drawn.\n\nExamples:\n  blueprint-lens embed < guide.md > public/guide.md\n  blueprint-lens embed --as image < guide.mdx > docs/guide.mdx\n  blueprint-lens embed --as element < guide.mdx > docs/guide.mdx\n\nIn an mdBook, add to book.toml:\n  [preprocessor.blueprint-lens]\n  command = \"blueprint-lens embed --mdbook\""
    )]
    Embed(EmbedArguments),
    /// Run a Model Context Protocol server for AI assistants, over standard input and output
    #[command(
        after_help = "Tools: check, fix, reach, explain, diff, plan, render, expand. Each returns what the command with that name does, as short as it can be, with secrets hidden. Only files that end in .yaml or .yml are read, below the folders that the client names, else below this one.\n\nExample:\n  claude mcp add blueprint-lens -- blueprint-lens mcp"
    )]
    Mcp,
    /// Show the page of a rule, or a fact about Render
    #[command(
        after_help = "Examples:\n  blueprint-lens explain cross-region-reference\n  blueprint-lens explain W08"
    )]
    Explain {
        /// Code of the rule, or id of the fact
        rule: String,
    },
    /// List the rules
    #[command(after_help = "Example:\n  blueprint-lens rules --format json")]
    Rules {
        /// Format of the list
        #[arg(long, value_enum, default_value_t = ListFormat::Text)]
        format: ListFormat,
    },
    /// List the fields of a Blueprint, section by section
    #[command(after_help = "Example:\n  blueprint-lens fields | less")]
    Fields {
        /// Format of the list
        #[arg(long, value_enum, default_value_t = ListFormat::Text)]
        format: ListFormat,
    },
    /// List what is known about Render, with sources and dates
    #[command(
        after_help = "Examples:\n  blueprint-lens facts W N07\n  blueprint-lens facts | less\n  blueprint-lens facts --format json | jq '.families[].facts[].statement'"
    )]
    Facts(FactsArguments),
    /// Print a completion script for a shell
    #[command(
        after_help = "Example:\n  blueprint-lens completions bash > ~/.local/share/bash-completion/completions/blueprint-lens"
    )]
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page of the program or of a command
    #[command(
        after_help = "Example:\n  blueprint-lens man check > ~/.local/share/man/man1/blueprint-lens-check.1"
    )]
    Man {
        /// Name of the command
        command: Option<String>,
    },
}

/// Arguments of `check`.
#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    /// Files, directories to search for Blueprints, or `-` for standard input [default: ./render.yaml]
    pub(crate) paths: Vec<PathBuf>,
    /// Format of the report
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
    /// Lowest severity that makes the exit status 1
    #[arg(long, value_enum, default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    /// Also run the rules that are off by default: they would report nearly every file
    #[arg(long)]
    pub(crate) all_advice: bool,
    /// How the files are read
    #[command(flatten)]
    pub(crate) grouping: GroupingArguments,
    /// Name of standard input in the report
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    pub(crate) stdin_filename: String,
}

/// Arguments of `render`.
#[derive(Args, Debug)]
pub(crate) struct RenderArguments {
    /// The Blueprint, or `-` for standard input; of several files, or a directory, one picture with a frame for each
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Where to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Format of the picture [default: from the extension of the output, or else svg]
    #[arg(long, value_enum)]
    pub(crate) format: Option<RenderFormat>,
    /// Colours of an SVG or a PNG
    #[arg(long, value_enum, default_value_t = Theme::Auto)]
    pub(crate) theme: Theme,
    /// Lay the picture out for a room of this size, in CSS pixels, and make it no larger [default: laid out for 16:10]
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = room::parse)]
    pub(crate) fit: Option<Room>,
    /// Draw lanes, grid, channels and ports over the picture, to see how it was laid out (SVG, HTML and PNG)
    #[arg(long)]
    pub(crate) debug: bool,
}

/// Arguments of `checklist`.
#[derive(Args, Debug)]
pub(crate) struct ChecklistArguments {
    /// The Blueprint, or the one before a change
    #[arg(value_name = "FILE | BASE")]
    pub(crate) file: String,
    /// The Blueprint after the change
    pub(crate) head: Option<String>,
    /// Format of the list
    #[arg(long, value_enum, default_value_t = ChecklistFormat::Text)]
    pub(crate) format: ChecklistFormat,
}
