//! M: the private network itself.

use crate::platform::ledger::evidence::{
    CLI, DOC_ENVIRONMENT_VARIABLES, DOC_FREE, DOC_KEY_VALUE, DOC_MAINTENANCE_MODE,
    DOC_OUTBOUND_BANDWIDTH, DOC_POSTGRES, DOC_PRIVATE_NETWORK, DOC_PRIVATE_SERVICES, DOC_PROJECTS,
    DOC_WEB_SERVICES, FIRST_READING, SECOND_READING, SEED, SKILLS, SPEC, TEMPLATES,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented(
        "M01",
        &[&SEED, &DOC_PRIVATE_NETWORK],
        "Each workspace has one private network in each region. Two resources share it only if both are the same.",
    ),
    documented(
        "M02",
        &[&SEED],
        "There is nothing to set up: services call each other by their internal host names, and the traffic stays inside Render.",
    ),
    documented(
        "M03",
        &[&SEED, &DOC_OUTBOUND_BANDWIDTH],
        "Private traffic is free, faster than the public way, and does not count as outbound bandwidth.",
    ),
    documented(
        "M04",
        &[&DOC_PRIVATE_NETWORK, &SKILLS],
        "Resources of different workspaces cannot meet privately, even in one region.",
    ),
    documented(
        "M05",
        &[&SEED],
        "Everything on a private network can reach everything else; authorization belongs in the apps.",
    ),
    observed(
        "M06",
        &[&SKILLS],
        "AWS PrivateLink exists for Pro workspaces and higher, apart from the private network and outside Blueprints.",
    ),
    observed("M07", &[&SKILLS], "Private connections need no TLS: the network is encrypted below."),
    documented(
        "M08",
        &[&SEED, &DOC_PRIVATE_SERVICES],
        "A private service has no public URL: only the same private network reaches it.",
    ),
    documented(
        "M09",
        &[&SEED, &DOC_PRIVATE_NETWORK],
        "A paid web service sends and receives private traffic, beside its public URL.",
    ),
    documented("M10", &[&SEED], "Workers and cron jobs send private traffic and receive none."),
    observed("M11", &[&SKILLS], "The runs of a workflow send private traffic and receive none."),
    documented(
        "M12",
        &[&SPEC, &DOC_KEY_VALUE],
        "Postgres databases and Key Values receive private traffic at their internal URLs, whatever their IP rules say.",
    ),
    documented(
        "M13",
        &[&SEED, &DOC_PRIVATE_NETWORK],
        "The internal address of a service is `<name>-<hash>:<port>`; it stays the same while the addresses of its instances change.",
    ),
    observed(
        "M14",
        &[&TEMPLATES, &FIRST_READING],
        "The internal host and the onrender.com name of a service are the same slug.",
    ),
    documented(
        "M15",
        &[&DOC_PRIVATE_NETWORK, &DOC_ENVIRONMENT_VARIABLES],
        "`<host>-discovery` resolves to the addresses of all instances; a service has the name of its own in `RENDER_DISCOVERY_SERVICE`.",
    ),
    documented(
        "M16",
        &[&SPEC, &CLI],
        "The internal host of a Postgres database is `dpg-` and 20 letters and digits, with an ending such as `-a`; its port is 5432.",
    ),
    documented(
        "M17",
        &[&SPEC, &SKILLS],
        "The internal URL of a Key Value is `redis://red-…:6379`; with internal authentication, user and password stand in front of the host.",
    ),
    documented(
        "M18",
        &[&DOC_POSTGRES],
        "The external host of a Postgres database ends in `<region>-postgres.render.com`, and needs TLS 1.2 or newer.",
    ),
    documented(
        "M19",
        &[&DOC_KEY_VALUE],
        "The external URL of a Key Value is `rediss://…<region>-keyvalue.render.com:6379`, with a password; older ones end in `-redis.render.com`.",
    ),
    documented(
        "M20",
        &[&DOC_WEB_SERVICES],
        "Render ends TLS at its edge, redirects HTTP to HTTPS, and passes plain HTTP to the app.",
    ),
    documented(
        "M21",
        &[&DOC_WEB_SERVICES],
        "`PORT` is 10000 unless the file sets it. The service binds it on `0.0.0.0`.",
    ),
    documented(
        "M22",
        &[&DOC_WEB_SERVICES, &SKILLS],
        "One port of a web service gets the public traffic; every other open port is private.",
    ),
    documented("M23", &[&DOC_PRIVATE_NETWORK], "A service has at most 75 open ports."),
    documented(
        "M24",
        &[&DOC_PRIVATE_SERVICES],
        "A private service binds at least one port, for any protocol.",
    ),
    observed(
        "M25",
        &[&SKILLS],
        "A service may listen on several ports; `port` and `hostport` give the main one.",
    ),
    documented(
        "M26",
        &[&DOC_ENVIRONMENT_VARIABLES],
        "Gunicorn, Rocket and Passenger bind port 10000 by themselves: Render sets `GUNICORN_CMD_ARGS`, `ROCKET_PORT` and `PASSENGER_PORT`.",
    ),
    documented(
        "M27",
        &[&DOC_PROJECTS],
        "Resources inside one isolated environment still reach each other.",
    ),
    documented(
        "M28",
        &[&DOC_PROJECTS],
        "Switching isolation on or off deploys nothing and cuts no open connection.",
    ),
    inferred(
        "M29",
        &[&SPEC, &FIRST_READING],
        "A resource in no environment is outside an isolated one, too, so the boundary blocks its traffic.",
    ),
    documented(
        "M30",
        &[&DOC_PROJECTS, &DOC_FREE],
        "A Hobby workspace has one project with two environments.",
    ),
    documented(
        "M31",
        &[&DOC_OUTBOUND_BANDWIDTH],
        "Answers to the internet, traffic to the internet that a service starts, and results of datastores that are sent outside are billed.",
    ),
    documented(
        "M32",
        &[&DOC_FREE],
        "A free web service runs 750 hours a month in a workspace; a free Key Value has 25 MB and 50 connections.",
    ),
    documented(
        "M33",
        &[&DOC_MAINTENANCE_MODE],
        "In maintenance mode the public gets a 503 answer; the private network and SSH go on.",
    ),
    inferred(
        "M34",
        &[&SECOND_READING],
        "Dedicated outbound addresses are for Pro workspaces and higher: three in a set, bound to a region, outside Blueprints. A closed allow list in another region can admit them.",
    ),
];
