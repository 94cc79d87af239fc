//! O: ports.

use crate::platform::ledger::evidence::{
    DOC_FREE, DOC_PRIVATE_NETWORK, DOC_WEB_SERVICES, FIRST_READING, PLUGIN, SEED, SKILLS, SPEC, TCP,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("O01", &[&DOC_PRIVATE_NETWORK], "Render keeps the ports 18012, 18013 and 19099 for itself.")
        .remedy("Use another port."),
    documented("O02", &[&SPEC, &SEED, &PLUGIN], "Port 10000 is not reserved. One page lists it so, but Render's examples use it for private traffic, and on a web service it reaches the main HTTP server even when that binds another port."),
    observed("O03", &[&SKILLS, &PLUGIN], "An older page says that ports under 1024 may be restricted; newer pages dropped the sentence.")
        .remedy("Use 1024 or above."),
    documented("O04", &[&TCP], "A port is a number from 1 to 65535.")
        .remedy("Write such a number, or leave `PORT` to Render."),
    documented("O05", &[&DOC_WEB_SERVICES], "Render reaches a service only on `0.0.0.0`; one that binds `localhost` is not reachable.")
        .remedy("Bind `0.0.0.0`."),
    documented("O06", &[&DOC_WEB_SERVICES, &SKILLS], "A service should bind the port in `PORT`. Render often finds another one, but then may restart the service or miss it.")
        .remedy("Use `$PORT` in the command.")
        .messages(&["EADDRINUSE"]),
    documented("O07", &[&SEED], "A service listens where its `PORT` says; only a reference knows that port.")
        .remedy("Use `hostport`."),
    documented("O08", &[&SEED], "A written `host:port` with another port than the target's `PORT` reaches nothing.")
        .remedy("Use `hostport`."),
    observed("O09", &[&DOC_WEB_SERVICES], "The internet reaches one port of a web service, the one in `PORT`; the others are private."),
    documented("O10", &[&DOC_FREE], "A free web service cannot send to the ports 25, 465 and 587.")
        .remedy("Choose a paid plan, or another port of the mail service."),
    documented("O11", &[&SEED], "Nothing reaches a worker or a cron job, so its `PORT` has no effect.")
        .remedy("Remove it, or make it a private service."),
    inferred("O12", &[&FIRST_READING], "A health check asks the port in `PORT`, which Render sets when the file does not."),
];
