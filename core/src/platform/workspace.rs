//! Workspace plans (DOC:projects; DOC:free). A Blueprint does not say which plan it is for.

/// The plan of a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorkspacePlan {
    /// The free one.
    Hobby,
    /// Also called Professional.
    Pro,
    /// Above Pro.
    Scale,
    /// With an individual contract.
    Enterprise,
}

impl WorkspacePlan {
    /// Every plan, the smallest first.
    pub const ALL: [Self; 4] = [Self::Hobby, Self::Pro, Self::Scale, Self::Enterprise];

    /// The word used in settings.
    pub fn id(self) -> &'static str {
        match self {
            Self::Hobby => "hobby",
            Self::Pro => "pro",
            Self::Scale => "scale",
            Self::Enterprise => "enterprise",
        }
    }

    /// The plan of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plan| plan.id() == id)
    }
}
