//! The rows, a family or a part of one in each file.

mod access;
mod builds;
mod exposure;
mod fields;
mod former_names;
mod hosts;
mod language;
mod model;
mod names;
mod network;
mod open_questions;
mod plans;
mod ports;
mod previews;
mod regions;
mod secrets;
mod sync;
mod values;
mod variables;
mod wiring;
mod yaml;

use super::family::{FactFamily, Subject};

/// Every family: first the background, then mistakes, then what a sync does.
pub(super) const FAMILIES: &[FactFamily] = &[
    family('M', "the private network", Subject::Background, &[model::ROWS]),
    family('A', "public access", Subject::Background, &[access::ROWS]),
    family('F', "the file", Subject::Background, &[language::ROWS]),
    family('E', "environment variables", Subject::Background, &[variables::ROWS]),
    family('W', "wiring", Subject::Mistakes, &[wiring::ROWS]),
    family('N', "reach on the network", Subject::Mistakes, &[network::ROWS]),
    family('R', "regions", Subject::Mistakes, &[regions::ROWS]),
    family('X', "exposure", Subject::Mistakes, &[exposure::ROWS]),
    family('S', "secrets", Subject::Mistakes, &[secrets::ROWS]),
    family('D', "former names", Subject::Mistakes, &[former_names::ROWS]),
    family('H', "hosts in values", Subject::Mistakes, &[hosts::ROWS]),
    family('O', "ports", Subject::Mistakes, &[ports::ROWS]),
    family(
        'C',
        "fields and values",
        Subject::Mistakes,
        &[fields::ROWS, values::ROWS, builds::ROWS],
    ),
    family('P', "plans", Subject::Mistakes, &[plans::ROWS]),
    family('V', "previews", Subject::Mistakes, &[previews::ROWS]),
    family('U', "names", Subject::Mistakes, &[names::ROWS]),
    family('Y', "YAML", Subject::Mistakes, &[yaml::ROWS]),
    family('Z', "what a sync does", Subject::Sync, &[sync::ROWS]),
    family('Q', "open questions", Subject::Background, &[open_questions::ROWS]),
];

const fn family(
    letter: char,
    about: &'static str,
    subject: Subject,
    parts: &'static [&'static [super::Fact]],
) -> FactFamily {
    FactFamily { letter, about, subject, parts }
}
