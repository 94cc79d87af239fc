//! S: secrets in a Blueprint.

use crate::platform::ledger::evidence::{FIRST_READING, SKILLS, SPEC};
use crate::platform::ledger::fact::{Fact, documented, inferred};

pub(super) const ROWS: &[Fact] = &[
    documented("S01", &[&SPEC, &SKILLS], "A Blueprint lives in a repository: a connection URL with a password in it is readable to everyone who reads the file.")
        .remedy("Use a reference, or `sync: false`."),
    documented("S02", &[&SPEC], "A literal value under a key that names a secret is readable to everyone who reads the file.")
        .remedy("Use `generateValue: true` or `sync: false`."),
    documented("S03", &[&SPEC], "A token in a value is readable to everyone who reads the file.")
        .remedy("Revoke the token, and use `sync: false`."),
    documented("S04", &[&SPEC], "Values of `sync: false` variables are not copied to preview environments.")
        .remedy("Make a group in the Dashboard that previews link, outside the file."),
    inferred("S05", &[&FIRST_READING], "What a build bakes into browser code is public, secrets included.")
        .remedy("Keep it on a server."),
    inferred("S06", &[&FIRST_READING], "A `previewValue` equal to the secret of production gives every preview that secret.")
        .remedy("Use another secret for previews."),
    inferred("S07", &[&SPEC, &FIRST_READING], "Each `generateValue` makes a value of its own, so two services with one key get two secrets.")
        .remedy("Put the variable into a group, or copy it with `envVarKey`."),
    documented("S08", &[&SPEC], "`generateValue` makes a value only where the variable has none.")
        .remedy("Remove the value first."),
    inferred("S09", &[&FIRST_READING], "`generateValue: false` and `sync: true` have no effect.")
        .remedy("Drop them."),
    inferred("S10", &[&SPEC], "A generated value is 256 random bits in base64; an app that wants hexadecimal digits or a fixed length cannot use it.")
        .remedy("Make the value in a script."),
];
