//! X: what the internet can reach.

use crate::platform::ledger::evidence::{
    DOC_INBOUND_IP_RULES, DOC_KEY_VALUE, DOC_KEY_VALUE_AGAIN, FIRST_READING, SCHEMA, SEED, SPEC,
    VALIDATOR,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("X01", &[&SPEC, &SEED], "A new Postgres database without `ipAllowList` accepts connections from every address.")
        .remedy("Write `ipAllowList: []`, or the ranges that need it."),
    documented("X02", &[&SEED], "`0.0.0.0/0` in the list of a database lets the whole internet connect.")
        .remedy("Remove that entry."),
    documented("X03", &[&SPEC, &VALIDATOR], "A Key Value must have `ipAllowList`; Render refuses the file without it.")
        .remedy("Write `ipAllowList: []`.")
        .messages(&["must specify IP allow list"]),
    documented("X04", &[&SPEC], "`0.0.0.0/0` in the list of a Key Value lets the whole internet connect.")
        .remedy("Write `ipAllowList: []`."),
    documented("X05", &[&SPEC], "`ipAllowList` on a web service or static site needs a Scale or Enterprise workspace.")
        .remedy("Upgrade the workspace, or remove the list."),
    documented("X06", &[&DOC_INBOUND_IP_RULES], "An empty `ipAllowList` on a web service or static site refuses every request from the internet.")
        .remedy("List ranges, or drop the field."),
    documented("X07", &[&SPEC], "`ipAllowList` has no effect on private services and workers: nothing public reaches them.")
        .remedy("Remove it."),
    documented("X08", &[&SCHEMA], "An entry of `ipAllowList` is a mapping with `source`; plain text, `cidrBlock`, `ip` and `cidr` are refused.")
        .remedy("Write `source:`."),
    documented("X09", &[&DOC_INBOUND_IP_RULES], "IP rules know IPv4 only.")
        .remedy("Write an IPv4 address or range."),
    documented("X10", &[&SPEC], "`source` is one address or a range such as `203.0.113.4/30`. Other text, or a prefix over 32, is no range.")
        .remedy("Write an address or a range."),
    inferred("X11", &[&FIRST_READING], "A prefix of /8 or less lets in millions of addresses.")
        .remedy("Narrow it."),
    documented("X12", &[&DOC_KEY_VALUE_AGAIN], "`0.0.0.0/32` lets nobody in. Render's Key Value page recommends it as a dummy that makes the external URL visible; `[]` is the clear form for nobody.")
        .remedy("Write `[]`, unless the external URL is wanted."),
    documented("X13", &[&DOC_INBOUND_IP_RULES], "Private traffic ignores IP rules, so an entry for a private range lets no service in that could not connect before.")
        .remedy("Remove the entry."),
    observed("X14", &[&SEED, &FIRST_READING], "A web service is public, and tools for administration often come without a login.")
        .remedy("Make it a private service, add IP rules, or ask for a login."),
    documented("X15", &[&SEED], "A model server as a web service is open to abuse from the internet; Render recommends a private service.")
        .remedy("Make it a private service."),
    documented("X16", &[&SPEC], "`renderSubdomainPolicy: disabled` needs at least one custom domain.")
        .remedy("Add a domain."),
    documented("X17", &[&SPEC], "`domains`, `domain` and `renderSubdomainPolicy` have no effect on private services and workers.")
        .remedy("Remove them, or make it a web service."),
    documented("X18", &[&DOC_KEY_VALUE], "A Key Value asks for no password on its internal address unless internal authentication is switched on in the Dashboard.")
        .remedy("Switch it on, or isolate the environment.")
        .messages(&["WRONGPASS"]),
    inferred("X19", &[&FIRST_READING], "A range that is listed twice, or lies inside another, changes nothing.")
        .remedy("Remove it."),
    inferred("X20", &[&FIRST_READING], "Beside `0.0.0.0/0`, every other entry of a list is without effect.")
        .remedy("Decide for one of them."),
    documented("X21", &[&SPEC], "`permissions.protection: enabled` keeps members who are no admins from deleting what an environment holds; it is off by default.")
        .remedy("Switch it on for production."),
];
