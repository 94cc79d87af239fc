//! The engine that runs the rules: what a rule is, what it may see, and what becomes of its findings.
//!
//! In: the stages before, as [`Stages`], and the list of rules. Out: diagnostics in source order. The rules
//! themselves are in `rules`; nothing here names one of them.

#[macro_use]
mod rule;
mod aliases;
mod allow_lists;
mod cascade;
mod check;
mod claimants;
mod claims;
mod commands;
mod connects;
mod context;
mod copied_addresses;
mod datastores;
mod diagnostic;
mod finding;
mod group_links;
mod literal_hosts;
mod meant_field;
mod options;
mod phrases;
mod public_way;
mod reading_errors;
mod reference_fix;
mod references;
mod settings;
mod shared_text;
mod subject;
mod suggest;
mod suppression;
mod syntax_errors;
mod violation_index;
mod violations;
mod written_twice;

pub use check::check;
pub use claimants::{Claimant, Claims};
pub use claims::{Claim, NodeSet, Pattern};
pub use context::{Context, Stages, VariableOwner};
pub use finding::Finding;
pub use options::{Options, Setting};
pub use references::{Reference, ReferenceTarget, Via};
pub use rule::{Certainty, Check, Rule};

pub(crate) use allow_lists::{ListEntry, list_entries};
pub(crate) use commands::{option_span, options};
pub(crate) use copied_addresses::{CopiedAddress, copied_addresses};
pub(crate) use group_links::{group_links, keys_of, taken_over, variable};
pub(crate) use literal_hosts::{HostInValue, hosts_in_values};
pub(crate) use meant_field::meant_field_of;
pub(crate) use phrases::{SHOWN, and_more, declared_here, kind_words, some_of};
pub(crate) use public_way::or_public_way;
pub(crate) use reference_fix::{as_only_datastore, as_reference, public_address_edits};
pub(crate) use references::asks_only_for_host;
pub(crate) use suggest::{Candidates, nearest, nearly_equal};
pub(crate) use syntax_errors::report;
