//! The tests of the engine, in one binary: a module per topic, data in folders beside them.

mod assist;
mod beyond_schema;
mod checklist;
mod claims;
mod corpus;
mod corpus_findings;
mod diff;
mod diff_picture;

mod expand;
mod facts;
mod fixes;
mod fixture;
mod history;
mod html;
mod layout;
mod network;
mod outline;
mod plan;
mod promises;
mod reach;
mod real;
mod redact;
mod rules;
mod scene_tables;
mod scenes;
mod schema;
mod schema_differential;
mod shared_spans;
mod syntax;
mod syntax_errors;
mod tidy;
mod typing;
mod view_filter;
mod what_if;
mod workspace_plan;
