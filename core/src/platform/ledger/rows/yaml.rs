//! Y: YAML.

use crate::platform::ledger::evidence::{
    FIRST_READING, SCHEMA, SKILLS, SPEC, TEMPLATES, VALIDATOR, YAML, YAML_1_1,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    observed("Y01", &[&SPEC, &SCHEMA], "Tools that follow YAML 1.1 read an unquoted `off` as false, which the schema refuses. The reference page quotes it once and leaves it bare elsewhere.")
        .remedy("Write `\"off\"`."),
    documented("Y02", &[&SCHEMA, &TEMPLATES], "The schema refuses a boolean or null as `value`; official templates have some, so Render takes them, but the text that arrives may differ.")
        .remedy("Put it in quotes."),
    inferred("Y03", &[&YAML, &FIRST_READING], "An unquoted number may change its form: `1.10` becomes `1.1`, and `0123`, `1e3` and `1_000` may become other digits.")
        .remedy("Put it in quotes."),
    documented("Y04", &[&SKILLS], "An unquoted value that starts with `*` is an alias in YAML, so `schedule: * * * * *` cannot be read.")
        .remedy("Put it in quotes."),
    observed("Y05", &[&VALIDATOR], "A colon and a blank inside an unquoted value start a mapping.")
        .remedy("Put the value in quotes, or write it as a block.")
        .messages(&["mapping values are not allowed in this context"]),
    documented("Y06", &[&YAML], "A blank and `#` in an unquoted value start a comment, which cuts the value.")
        .remedy("Put it in quotes."),
    documented("Y07", &[&YAML], "An unquoted value cannot start with `@`, a backtick, `%`, `*`, `&`, `!`, `{` or `[`.")
        .remedy("Put it in quotes."),
    documented("Y08", &[&YAML], "YAML indents with spaces, never with tabs.")
        .remedy("Use spaces."),
    documented("Y09", &[&YAML], "A key stands once in a mapping; readers refuse the second one, or let the last one win.")
        .remedy("Remove one of them."),
    inferred("Y10", &[&SCHEMA], "The root takes no keys of your own, so anchors cannot be parked under `x-…`. Whether Render merges `<<` is unknown.")
        .remedy("Set anchors inside known fields."),
    inferred("Y11", &[&FIRST_READING], "Render most likely reads only the first of several documents in a file.")
        .remedy("Write one document."),
    documented("Y12", &[&SCHEMA, &TEMPLATES], "Lists are lists: `services` as a mapping, or an empty `envVars`, is refused.")
        .remedy("Write a list, or drop the field."),
    documented("Y13", &[&YAML], "An unquoted version loses its last zero: `20.10` becomes `20.1`.")
        .remedy("Put it in quotes."),
    documented("Y14", &[&YAML], "A block that starts with `|` ends in a line break, which becomes part of the value.")
        .remedy("Write `|-`, or put the value in quotes."),
    documented("Y15", &[&YAML_1_1], "YAML 1.1 reads digits with colons, such as `12:30:00`, as a number to the base of 60.")
        .remedy("Put it in quotes."),
    documented("Y16", &[&SPEC], "Render looks for `render.yaml` unless the workspace names another path.")
        .remedy("Rename the file, or set its path."),
];
