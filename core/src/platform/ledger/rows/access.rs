//! A: public access and what limits it.

use crate::platform::ledger::evidence::{
    DOC_INBOUND_IP_RULES, DOC_KEY_VALUE, DOC_POSTGRES, DOC_PROJECTS, DOC_WEB_SERVICES, SCHEMA,
    SKILLS, SPEC,
};
use crate::platform::ledger::fact::{Fact, documented};

pub(super) const ROWS: &[Fact] = &[
    documented("A01", &[&DOC_INBOUND_IP_RULES, &SKILLS], "IP rules never touch private traffic."),
    documented(
        "A02",
        &[&SPEC],
        "An existing resource whose `ipAllowList` is left out keeps its list.",
    ),
    documented("A03", &[&SPEC], "`ipAllowList: []` on a datastore leaves private traffic only."),
    documented(
        "A04",
        &[&DOC_INBOUND_IP_RULES],
        "Enterprise workspaces have IP rules for the workspace and for environments, outside Blueprints; every level must let an address in.",
    ),
    documented(
        "A05",
        &[&DOC_POSTGRES, &DOC_KEY_VALUE],
        "External connections to a datastore need TLS and a password.",
    ),
    documented(
        "A06",
        &[&DOC_KEY_VALUE],
        "A Key Value has no external access until its list names an address.",
    ),
    documented(
        "A07",
        &[&SCHEMA],
        "A read replica has no list of its own. Whether it follows its primary is not documented.",
    ),
    documented(
        "A08",
        &[&SPEC],
        "`renderSubdomainPolicy: disabled` makes the onrender.com address answer 404; custom domains stay public.",
    ),
    documented(
        "A09",
        &[&SPEC, &DOC_PROJECTS],
        "`permissions.protection` stops members from deleting, not traffic; a pushed Blueprint still changes what it protects.",
    ),
    documented(
        "A10",
        &[&DOC_WEB_SERVICES],
        "The public address of a web service or static site is `https://<name>.onrender.com`, with a suffix when the name is taken.",
    ),
];
