//! A Chromium for the browser tests: what is installed, else the system's package, else the
//! browser that Playwright brings.

use std::env;
use std::path::PathBuf;

use crate::repository::Repository;
use crate::{Result, command, say};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The browser that the tests drive.
pub(crate) enum Chromium {
    /// A browser of the system, at this path.
    System(PathBuf),
    /// The one that Playwright downloaded into its own folder.
    Playwright,
}

/// Finds a browser, or installs one.
pub(super) fn chromium(repository: &Repository) -> Result<Chromium> {
    if let Some(given) = env::var_os("CHROMIUM") {
        let given = PathBuf::from(given);
        if given.is_file() {
            return Ok(Chromium::System(given));
        }
        return Err(format!("CHROMIUM names {}, which is no file", given.display()));
    }
    if let Some(found) = installed(repository) {
        return Ok(Chromium::System(found));
    }
    if playwrights_own(repository) {
        return Ok(Chromium::Playwright);
    }
    if let Some(prefix) = may_install_packages(repository) {
        let step = "installing the package `chromium`, which the browser tests drive";
        match say::timed(step, || apt(repository, prefix)) {
            Ok(()) => {
                if let Some(found) = installed(repository) {
                    return Ok(Chromium::System(found));
                }
            }
            Err(sentence) => say::note(&sentence),
        }
    }
    say::timed("downloading Playwright's Chromium, because none is installed", || {
        command::run(repository.command("playwright-core").args(["install", "chromium"]))
    })
    .map(|()| Chromium::Playwright)
    .map_err(|_| {
        "no Chromium for the browser tests: install `chromium` or Google Chrome, or set \
         CHROMIUM to the path of one, and run this command again"
            .to_owned()
    })
}

fn installed(repository: &Repository) -> Option<PathBuf> {
    NAMES
        .iter()
        .find_map(|name| repository.find_program(name))
        .or_else(|| Some(PathBuf::from(MAC)).filter(|path| path.is_file()))
}

fn playwrights_own(repository: &Repository) -> bool {
    const QUESTION: &str = "import('playwright-core').then(({ chromium }) => \
                            import('node:fs').then(({ existsSync }) => \
                            process.exit(existsSync(chromium.executablePath()) ? 0 : 1)))";
    command::output(repository.command("node").args(["-e", QUESTION])).is_ok()
}

/// What to put before `apt-get`: nothing for root, `sudo -n` where that works, else not at all.
fn may_install_packages(repository: &Repository) -> Option<&'static [&'static str]> {
    repository.find_program("apt-get")?;
    if command::output(repository.command("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Some(&[]);
    }
    let sudo = command::output(repository.command("sudo").args(["-n", "true"])).is_ok();
    sudo.then_some(&["sudo", "-n"])
}

fn apt(repository: &Repository, prefix: &[&str]) -> Result<()> {
    for arguments in [&["update"][..], &["install", "-y", "--no-install-recommends", "chromium"]] {
        let line: Vec<&str> =
            prefix.iter().copied().chain(["apt-get"]).chain(arguments.iter().copied()).collect();
        let Some((program, rest)) = line.split_first() else { continue };
        command::run(
            repository.command(program).args(rest).env("DEBIAN_FRONTEND", "noninteractive"),
        )?;
    }
    Ok(())
}
