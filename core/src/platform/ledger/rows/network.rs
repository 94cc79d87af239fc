//! N: who can reach whom on the private network.

use crate::platform::ledger::evidence::{
    DOC_FREE, DOC_PRIVATE_SERVICES, DOC_PROJECTS, DOC_WEB_SERVICES, FIRST_READING, REPORTS,
    REPORTS_AGAIN, SECOND_READING, SEED, SKILLS, SPEC, TEMPLATES, THREAD_CEDAR_2307,
    THREAD_CHIEFONBOARDING_278,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("N01", &[&SEED, &DOC_FREE, &TEMPLATES], "A free web service sends private traffic but receives none.")
        .remedy("Choose a paid plan, or make it a private service."),
    documented("N02", &[&SEED, &SKILLS], "A worker receives no traffic and has no private host name.")
        .remedy("Make it a private service, or hand it work through a queue."),
    documented("N03", &[&SEED], "A cron job receives no traffic and has no private host name.")
        .remedy("Make it a private service, or share data through a datastore."),
    observed("N04", &[&SKILLS], "A workflow receives no private traffic.")
        .remedy("Start its tasks through Render's API, with its `slug`."),
    documented("N05", &[&SEED, &SKILLS, &TEMPLATES], "A static site is not on the private network: its code runs in browsers, which reach no private address. Official templates take the `host` of a web service to build its public address.")
        .remedy("Call a public web service, and let that one call the private address."),
    documented("N06", &[&SEED], "A static site cannot be reached privately; it has no private host name.")
        .remedy("Use its public URL."),
    documented("N07", &[&SEED], "Resources of different regions cannot meet privately.")
        .remedy("Use one region for both, or the public URL."),
    documented("N08", &[&SPEC, &THREAD_CHIEFONBOARDING_278], "A resource without `region` lands in `oregon`, and so cannot meet one that names another region.")
        .remedy("Write `region` on both."),
    documented("N09", &[&SPEC, &DOC_PROJECTS], "Network isolation blocks private traffic into and out of an environment.")
        .remedy("Put both into one environment, use the public URL, or drop the isolation."),
    observed("N10", &[&SKILLS], "Render's skills do not support references between environments; the reference page asks only that the target exists in the workspace.")
        .remedy("Define the target in the same environment."),
    documented("N11", &[&SPEC], "A reference may name a resource that only the workspace has; the file does not say its region or its environment.")
        .remedy("Check both in the Dashboard."),
    documented("N12", &[&SEED, &SKILLS], "A worker with a port, a health check or a domain still receives no traffic.")
        .remedy("Make it a private service."),
    observed("N13", &[&DOC_PRIVATE_SERVICES], "A private service must bind a port; one that serves nothing is meant to be a worker.")
        .remedy("Make it a worker if it serves no port."),
    inferred("N14", &[&DOC_PRIVATE_SERVICES, &REPORTS], "A web service speaks HTTP to the public, so a server of another protocol, such as a database or a message broker, most likely never becomes healthy as one.")
        .remedy("Make it a private service."),
    documented("N15", &[&SEED], "A service that calls another by its public URL leaves the private network: the call works, but is slower and counts as outbound bandwidth.")
        .remedy("Use `hostport`."),
    documented("N16", &[&SEED], "Everything on one private network can reach everything else; Render does not authenticate one service to another.")
        .remedy("Check tokens or certificates in the app, or isolate the environment."),
    documented("N17", &[&SEED, &SPEC], "Two environments of one region share the private network unless one is isolated, so staging reaches production.")
        .remedy("Set `networking.isolation: enabled`."),
    documented("N18", &[&DOC_PROJECTS], "Network isolation needs a Pro workspace or higher.")
        .remedy("Upgrade the workspace, or remove the setting."),
    documented("N19", &[&DOC_PROJECTS], "Network isolation covers private traffic only: public URLs and the external addresses of datastores stay open.")
        .remedy("Restrict the public access, too."),
    inferred("N20", &[&FIRST_READING], "Whether a build reaches the private network is not documented.")
        .remedy("Call private addresses at run time or in `preDeployCommand`."),
    documented("N21", &[&SEED], "A browser never reaches a private address, also when a server-rendered web service bakes it into the code of its pages.")
        .remedy("Give the browser the public address of a web service."),
    documented("N22", &[&DOC_WEB_SERVICES, &REPORTS_AGAIN], "Origins, callbacks and redirects are public addresses; a private `host` or `hostport` never matches them.")
        .remedy("Use the public URL."),
    documented("N23", &[&SEED, &THREAD_CEDAR_2307], "A route of a static site leads only to public addresses: a private host, or the onrender.com name of a private service, answers nothing.")
        .remedy("Lead it to a public web service."),
    inferred("N24", &[&SECOND_READING], "A route of a static site may lead to a web service of the same file; that traffic takes the public internet."),
];
