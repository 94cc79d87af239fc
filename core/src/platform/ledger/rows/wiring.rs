//! W: references, variables and their sources.

use crate::platform::ledger::evidence::{
    CLI, DOC_ENVIRONMENT_VARIABLES, DOC_INFRASTRUCTURE_AS_CODE, DOC_PRIVATE_NETWORK, FIRST_READING,
    PLUGIN, REPORTS_AGAIN, SCHEMA, SECOND_READING, SKILLS, SPEC, TEMPLATES, THREAD_CONDUCTAI_2078,
    TUTORIALS, VALIDATOR, VARIABLE_TRIAL,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("W01", &[&SPEC, &SKILLS], "A reference may name a resource outside the file if it exists in the workspace; otherwise the sync fails.")
        .remedy("Correct the name, or make sure that the resource exists in the workspace."),
    documented("W02", &[&SPEC], "`fromDatabase` finds Postgres databases and their replicas, never a Key Value.")
        .remedy("Use `fromService` with `type: keyvalue`."),
    documented("W03", &[&SPEC], "`fromService` does not find Postgres databases or their replicas.")
        .remedy("Use `fromDatabase`."),
    documented("W04", &[&SCHEMA, &VALIDATOR], "`fromService` needs `type`; Render refuses the file without it.")
        .remedy("Add the type of the service that is named.")
        .messages(&["fromService.type: empty but required"]),
    observed("W05", &[&SPEC], "`fromService.type` says which type of service the name belongs to; `redis` and `keyvalue` mean the same. A reference with another type most likely finds nothing.")
        .remedy("Write the type of the target; `web` or `static` for a static site."),
    documented("W06", &[&SCHEMA, &VALIDATOR], "The properties of a service are `host`, `port`, `hostport`, `connectionString` and `slug`. Render refuses any other.")
        .remedy("Use one of these; for the public address, `envVarKey: RENDER_EXTERNAL_URL`.")
        .messages(&["invalid service property: url. Valid properties are connectionString, host, hostport, port"]),
    documented("W07", &[&SCHEMA], "The properties of a database are `connectionString`, `connectionPoolString`, `host`, `port`, `user`, `password` and `database`. Render refuses any other, `hostport` included.")
        .remedy("Use `connectionString`, or `host` and `port`."),
    documented("W08", &[&SPEC], "Web services, private services, workers and cron jobs have no `connectionString`; among services, only a Key Value has one.")
        .remedy("Use `hostport`."),
    observed("W09", &[&SKILLS], "Whether a Key Value has `hostport` is doubtful: one page of Render's skills lists it, others dropped it.")
        .remedy("Use `connectionString`, or `host` and `port`."),
    observed("W10", &[&VALIDATOR, &SPEC], "`property` and `envVarKey` exclude each other.")
        .remedy("Keep one of them.")
        .messages(&["fromService: cannot refer to property and env var"]),
    documented("W11", &[&SPEC], "`fromService` needs `property` or `envVarKey`. The schema accepts it with neither, but then there is nothing to copy.")
        .remedy("Add one of them."),
    observed("W12", &[&VALIDATOR], "`value` and `sync` exclude each other; Render refuses the pair, the schema does not.")
        .remedy("Keep one of them.")
        .messages(&["cannot simultaneously specify fields value and sync"]),
    observed("W13", &[&VALIDATOR], "`generateValue` and `sync` exclude each other; Render refuses the pair, the schema does not.")
        .remedy("Keep one of them."),
    documented("W14", &[&SCHEMA, &TUTORIALS], "A variable has one source: `value`, `generateValue` and `sync` cannot stand beside a reference.")
        .remedy("Keep one source for each key."),
    inferred("W15", &[&CLI, &FIRST_READING], "The command line of Render refuses `value` beside `generateValue`; in a Blueprint, one of the two most likely wins silently.")
        .remedy("Keep one of them."),
    documented("W16", &[&SCHEMA], "`fromGroup` adds every variable of a group, so it takes no `key`.")
        .remedy("Drop `key`."),
    documented("W17", &[&SPEC], "A variable of an environment group takes no reference and no `fromGroup`.")
        .remedy("Put it on the service."),
    documented("W18", &[&SPEC], "Render ignores `sync: false` in an environment group: it never asks for the value.")
        .remedy("Put the variable on the service, or set it in the Dashboard."),
    documented("W19", &[&SKILLS, &TEMPLATES], "`fromGroup` may name a group outside the file if it exists in the workspace; otherwise the sync finds none.")
        .remedy("Define the group, or make sure that it exists in the workspace."),
    inferred("W20", &[&SPEC, &FIRST_READING], "References get their values during a sync, so variables that copy each other in a circle have no first value.")
        .remedy("Break the circle. A service may read its own built-in variables."),
    observed("W21", &[&THREAD_CONDUCTAI_2078], "Render refuses a sync when `envVarKey` names a variable that the service does not have, neither in the file nor in the Dashboard.")
        .remedy("Define the variable on the service, or correct its name.")
        .messages(&["environment variable not found: \"<KEY>\" for <service>"]),
    inferred("W22", &[&VARIABLE_TRIAL], "Other services cannot read `RENDER`, `RENDER_CPU_COUNT`, `RENDER_GIT_*`, `RENDER_INSTANCE_ID`, `RENDER_SERVICE_ID`, `RENDER_SERVICE_NAME`, `RENDER_SERVICE_TYPE`, `WEB_CONCURRENCY` and `RENDER_WEB_CONCURRENCY`: the copy is empty.")
        .remedy("Pass the value in another way."),
    documented("W23", &[&DOC_ENVIRONMENT_VARIABLES], "`RENDER_EXTERNAL_URL` and `RENDER_EXTERNAL_HOSTNAME` are empty except on web services and static sites.")
        .remedy("Use `hostport`, or make the target a web service."),
    documented("W24", &[&SPEC], "`connectionPoolString` exists only while the database has `connectionPool: pgbouncer`.")
        .remedy("Add the pool, or use `connectionString`."),
    observed("W25", &[&SKILLS, &TEMPLATES], "`host` and `hostport` carry no scheme, so a client that wants a URL cannot parse them.")
        .remedy("Put `http://` in front in the code, or name the variable for a host."),
    documented("W26", &[&SPEC], "A reference gets its value during a sync; when the target changes later, the consumer learns it at the next sync.")
        .remedy("Sync again."),
    inferred("W27", &[&FIRST_READING], "When a list of variables sets one key twice, one of the values is lost.")
        .remedy("Keep one of them."),
    documented("W28", &[&SKILLS], "A variable of the service itself wins over the same key from a linked group.")
        .remedy("Make sure that this is meant."),
    observed("W29", &[&SKILLS, &TUTORIALS], "When two linked groups define one key, no order is promised: Render's skills say that the group created last wins, the tutorials say that groups merge in order.")
        .remedy("Give the keys different names."),
    inferred("W30", &[&SPEC], "A Blueprint does not expand variables: `${OTHER}` inside a `value` reaches the app as it is written.")
        .remedy("Put the values together in the start script."),
    documented("W31", &[&SPEC], "Render asks for a variable with `sync: false` only when the Blueprint is created; one that is added later stays empty until someone sets it.")
        .remedy("Set it in the Dashboard."),
    inferred("W32", &[&VALIDATOR, &TUTORIALS], "A variable with nothing but a key passes the schema, and a tutorial shows it in a group, yet Render's validator has refused it.")
        .remedy("Add a source.")
        .messages(&["must be from group or have a key and value"]),
    inferred("W33", &[&SCHEMA, &TEMPLATES], "The schema refuses `description`, `displayName`, `required`, `sensitive` and `scope` on a variable; official templates carry some of them, so Render may ignore them.")
        .remedy("Remove them."),
    documented("W34", &[&SPEC, &TEMPLATES], "Every sync writes each literal `value` of the file again, over what was changed in the Dashboard.")
        .remedy("Use `sync: false`, or change the file."),
    documented("W35", &[&DOC_PRIVATE_NETWORK, &PLUGIN], "`RENDER_DISCOVERY_SERVICE` is a private address: the IP addresses of all instances. Only private services and paid web services have it, and region and isolation limit it like any private address.")
        .remedy("Take it from a kind that has it, in the same region."),
    documented("W36", &[&SPEC], "`envVarKey` copies a value during the sync, so a copied address is an address: the consumer connects to the far resource, under all rules of the network.")
        .remedy("Refer to the far resource directly."),
    observed("W37", &[&REPORTS_AGAIN], "A client fails when its variable is named for one kind of datastore and the reference gives another: `REDIS_URL` from Postgres, `DATABASE_URL` from a Key Value.")
        .remedy("Refer to the datastore that the name promises."),
    documented("W38", &[&DOC_INFRASTRUCTURE_AS_CODE], "A resource belongs to one Blueprint at most, but nothing checks whether two Blueprints declare it.")
        .remedy("Let one Blueprint own it."),
    inferred("W39", &[&SECOND_READING], "A reference may name a resource that another Blueprint of the workspace declares; it resolves like one in the file."),
];
