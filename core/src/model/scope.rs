//! Where in a Blueprint things are declared, and what names the environments and groups among them.

use crate::text::FileId;

/// Index of an environment in [`Blueprint::environments`](super::Blueprint::environments).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EnvironmentId(pub usize);

/// Index of a group in [`Blueprint::groups`](super::Blueprint::groups).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupId(pub usize);

/// Where in the file a resource or group is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// At the root of a file.
    Root(FileId),
    /// Under `ungrouped` of a file.
    Ungrouped(FileId),
    /// In an environment of a project.
    Environment(EnvironmentId),
}
