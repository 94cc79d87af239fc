//! `completions` and `man`: for shells and manuals, from the program's own arguments.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::CommandFactory as _;

use crate::args::{Arguments, Shell};
use crate::output;

/// Runs `completions`.
///
/// # Errors
/// When the script cannot be written.
pub(crate) fn completions(shell: Shell) -> anyhow::Result<ExitCode> {
    let shell = match shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Elvish => clap_complete::Shell::Elvish,
        Shell::Fish => clap_complete::Shell::Fish,
        Shell::Powershell => clap_complete::Shell::PowerShell,
        Shell::Zsh => clap_complete::Shell::Zsh,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "blueprint-lens", &mut script);
    output::write(None, &script)?;
    Ok(ExitCode::SUCCESS)
}

/// Runs `man`: the page of the program, or of one of its commands.
///
/// # Errors
/// If there is no such command, or the page cannot be written.
pub(crate) fn man(wanted: Option<&str>) -> anyhow::Result<ExitCode> {
    let mut program = Arguments::command().disable_help_subcommand(true);
    program.build();
    let command = match wanted {
        None => &program,
        Some(name) => program.find_subcommand(name).with_context(|| {
            format!("`{name}` is not a command; `blueprint-lens --help` lists them")
        })?,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    output::write(None, &page)?;
    Ok(ExitCode::SUCCESS)
}
