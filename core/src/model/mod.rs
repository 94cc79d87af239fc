//! The Blueprint: what the tree means in Render's language. Every field is present, absent or malformed, with its
//! place; a malformed field costs that field, not the resource. Nothing here reasons about the network.

mod blueprint;
mod env;
mod field;
mod group;
mod ip;
mod lower;
mod names;
mod project;
mod resource;
mod root;
mod scope;
mod settings;
mod shared_spans;

pub use blueprint::{Blueprint, Distance};
pub use env::{DatabaseReference, EnvVar, Literal, LiteralForm, ServiceReference};
pub use field::{Field, Key, Malformed, MalformedValue, Present, ValueKind};
pub use group::EnvironmentGroup;
pub use ip::IpRule;
pub(crate) use ip::read_range;
pub use lower::lower;
pub use project::{Environment, Project};
pub use resource::{Declaration, DeclaredKind, Resource, ResourceId};
pub use root::Root;
pub use scope::{EnvironmentId, GroupId, Scope};
pub use settings::{Setting, Settings};
pub use shared_spans::TextUser;
