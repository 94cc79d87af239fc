//! H: host names written into values.

use crate::platform::ledger::evidence::{
    DOC_PRIVATE_NETWORK, DOC_WEB_SERVICES, FIRST_READING, REPORTS, SEED, SKILLS, SPEC, TEMPLATES,
    THREAD_LEOPARDO_3616,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("H01", &[&SEED, &REPORTS], "A server that calls a sibling by its onrender.com address takes the public internet: slower, counted as bandwidth, and wrong in previews.")
        .remedy("Use `fromService` with `hostport`, or `envVarKey: RENDER_EXTERNAL_URL` where it must be public."),
    observed("H02", &[&DOC_WEB_SERVICES, &REPORTS], "When an onrender.com name is taken, Render adds a suffix, so a written address may belong to someone else.")
        .remedy("Use `envVarKey: RENDER_EXTERNAL_URL`."),
    documented("H03", &[&TEMPLATES], "A public address is right where a browser or a policy reads it, but a written one knows no suffix and no preview.")
        .remedy("Prefer a reference."),
    inferred("H04", &[&FIRST_READING], "An onrender.com name that no service of the file has belongs to another workspace, or is misspelt.")
        .remedy("Check the name."),
    observed("H05", &[&SKILLS, &REPORTS], "`localhost` is the service itself; datastores run elsewhere.")
        .remedy("Use a reference.")
        .messages(&["ECONNREFUSED 127.0.0.1:5432"]),
    inferred("H06", &[&REPORTS], "A service may call itself on the loopback address, for instance on its own `PORT`."),
    documented("H07", &[&SEED, &SKILLS], "The private host name of a service ends in a hash that is unknown before the service exists. A bare name most likely does not resolve, though one page of Render's skills uses it.")
        .remedy("Use a reference."),
    documented("H08", &[&SPEC, &SEED], "The host names of datastores, `dpg-…` and `red-…`, change when the datastore is created again.")
        .remedy("Use a reference."),
    documented("H09", &[&SKILLS], "The external host of a datastore leads over the internet: slower, only with TLS, and only from addresses that its IP rules allow.")
        .remedy("Use a reference, which gives the internal address.")
        .messages(&["AUTH failed: Client IP address is not in the allowlist"]),
    documented("H10", &[&SKILLS], "A written connection URL does not follow its datastore.")
        .remedy("Use a reference, or `sync: false` for one that Render does not host."),
    inferred("H11", &[&FIRST_READING], "A written host such as `api-ab1c` is the private address of one existing service; created again, it gets another hash.")
        .remedy("Use a reference."),
    observed("H12", &[&SKILLS], "Private traffic is plain: a service answers HTTPS only if the app itself serves TLS.")
        .remedy("Write `http://`."),
    inferred("H13", &[&FIRST_READING], "A service that calls itself by its public address leaves Render and comes back.")
        .remedy("Use `RENDER_EXTERNAL_URL`, or the loopback address."),
    documented("H14", &[&DOC_PRIVATE_NETWORK], "`<host>-discovery` resolves to the addresses of all instances, not to the service as one.")
        .remedy("Use the host without the suffix for requests."),
    inferred("H15", &[&FIRST_READING], "`host.docker.internal`, `*.railway.internal`, `*.flycast` and `*.svc.cluster.local` belong to other platforms and do not resolve on Render.")
        .remedy("Use a reference."),
    observed("H16", &[&THREAD_LEOPARDO_3616], "A framework that checks the host answers 400 when no entry of `ALLOWED_HOSTS` fits the onrender.com name of the service.")
        .remedy("List the service's own host."),
];
