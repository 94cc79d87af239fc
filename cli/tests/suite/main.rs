//! The tests of the command line, in one binary: a module per topic.

#![recursion_limit = "256"]

mod bisect;
mod checklist;
mod commands;
mod config;
mod contract;
mod diff;
mod docs;
mod embed;
mod everywhere;
mod fix;
mod folder;
mod generate;
mod guides;
mod help;
mod history;
mod kubernetes;
mod mcp;
mod messages;
mod missing_path;
mod own_blueprint;
mod plan;
mod program;
mod progress;
mod repository;
mod said;
mod sarif;
mod secrets;
mod steering;
mod terminal;
mod text;
mod twin;
mod workspace;
