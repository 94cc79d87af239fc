//! Finding Blueprints in directories.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use rayon::prelude::*;

use crate::config::Config;
use crate::kubernetes::is_kubernetes;
use crate::output::{note, reported};

/// The files that `paths` mean: a file is itself, a directory all Blueprints below it that neither `.gitignore` nor the
/// settings exclude, ordered by path. Files of Kubernetes in a directory are skipped, and standard error says so.
///
/// # Errors
/// If a directory cannot be searched.
pub(crate) fn blueprints(paths: &[PathBuf], config: &Config) -> anyhow::Result<Vec<PathBuf>> {
    blueprints_and(paths, config, |path| {
        note(&format!("{} is a file of Kubernetes and is skipped", reported(path)));
    })
}

/// The same, with `skipped` called for each file of Kubernetes.
///
/// # Errors
/// If a directory cannot be searched.
pub(crate) fn blueprints_and(
    paths: &[PathBuf],
    config: &Config,
    skipped: impl Fn(&Path),
) -> anyhow::Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut found = Vec::new();
            for entry in WalkBuilder::new(path).hidden(false).require_git(false).build() {
                let entry = entry?;
                let is_git = entry.path().components().any(|part| part.as_os_str() == ".git");
                if !is_git
                    && entry.file_type().is_some_and(|kind| kind.is_file())
                    && is_blueprint(entry.path())
                    && !config.ignores(entry.path())
                {
                    found.push(entry.into_path());
                }
            }
            found.sort();
            let (others, found): (Vec<_>, Vec<_>) =
                found.into_par_iter().partition(|path| is_kubernetes(path));
            for path in &others {
                skipped(path);
            }
            out.extend(found);
        } else {
            out.push(path.clone());
        }
    }
    Ok(out)
}

/// Whether a file is a Blueprint by its name: `render.yaml`, `render.yml`, `render.*.yaml`.
fn is_blueprint(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    matches!(name, "render.yaml" | "render.yml")
        || name
            .strip_prefix("render.")
            .and_then(|rest| rest.strip_suffix(".yaml").or_else(|| rest.strip_suffix(".yml")))
            .is_some_and(|middle| !middle.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_blueprints_by_name() {
        for name in ["render.yaml", "render.yml", "a/render.staging.yaml"] {
            assert!(is_blueprint(Path::new(name)), "{name}");
        }
        for name in ["myrender.yaml", "render.json", "render..txt", "docker-compose.yaml"] {
            assert!(!is_blueprint(Path::new(name)), "{name}");
        }
    }
}
