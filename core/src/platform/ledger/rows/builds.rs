//! C, third part: build sources, workflows, routes, paths and commands.

use crate::platform::ledger::evidence::{
    DOC_DISKS, DOC_FREE, DOC_MONOREPO, FIRST_READING, PLUGIN, REPORTS, REPORTS_AGAIN,
    REVIEW_N8N_HOSTING_187, SCHEMA, SECOND_READING, SKILLS, SPEC, TEMPLATES, THREAD_APICURIO_7606,
    THREAD_CEDAR_2307, TUTORIALS, VALIDATOR, WORKFLOW_TRIAL,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("C46", &[&SCHEMA], "A service with `buildSource` takes none of the fields that the build source holds, such as `runtime`, `repo`, `branch` and `image`.")
        .remedy("Remove them from the service."),
    documented("C47", &[&SCHEMA, &FIRST_READING], "`buildSource` names a build source of the workspace; without one, there is nothing to build.")
        .remedy("Define it."),
    documented("C48", &[&SCHEMA, &WORKFLOW_TRIAL], "In the schema, a workflow runs on `node` or `python`, and takes no `plan`, `disk` or `previews`. Render itself also accepts `docker` there.")
        .remedy("Remove the field, or change the runtime."),
    documented("C49", &[&THREAD_CEDAR_2307], "The `destination` of a route is plain text: no variable and no reference is expanded in it.")
        .remedy("Call the service from a web service."),
    documented("C50", &[&SKILLS], "The first route that matches wins, so a catch-all before others hides them.")
        .remedy("Put the catch-all last."),
    observed("C51", &[&SKILLS], "A single-page app answers 404 on deep links without a rewrite of `/*` to `/index.html`."),
    observed("C52", &[&REPORTS, &TEMPLATES], "With `NODE_ENV=production`, package managers leave out development dependencies during the build, too."),
    observed("C53", &[&SPEC], "Render refuses a branch that the repository does not have.")
        .messages(&["branch prod could not be found"]),
    inferred("C54", &[&SPEC, &THREAD_APICURIO_7606], "The reference page counts `dockerfilePath` and `dockerContext` from the root of the repository. Beside `rootDir` this is doubtful: a user added `rootDir` so that the Dockerfile below it was found.")
        .remedy("Check where the path begins."),
    documented("C55", &[&SCHEMA], "Each kind of service has its own list of fields; a field of another kind is refused.")
        .remedy("Remove it, or change the kind."),
    observed("C56", &[&SKILLS], "Render ends a run of a cron job after 12 hours, and never runs two at once."),
    documented("C57", &[&SPEC, &SKILLS], "A service with a disk stops before its next version starts, so each deploy interrupts it."),
    documented("C58", &[&SCHEMA], "A static site runs no server, so it takes no `startCommand`.")
        .remedy("Remove it, or make it a web service."),
    observed("C59", &[&SKILLS], "A disk is there at run time only, not during `buildCommand` or `preDeployCommand`.")
        .remedy("Move the work to `startCommand` or `initialDeployHook`."),
    observed("C60", &[&TUTORIALS], "Only services of the same environment can use an environment's group.")
        .remedy("Define the group at the root, or in both environments."),
    documented("C61", &[&VALIDATOR, &TEMPLATES], "A database takes neither `maxmemoryPolicy` nor `persistenceMode`: they belong to a Key Value.")
        .remedy("Make it `type: keyvalue` under `services`."),
    documented("C62", &[&SCHEMA, &REVIEW_N8N_HOSTING_187], "`env` is the former name of `runtime`, one word. Variables stand under `envVars`.")
        .remedy("Write `envVars`."),
    observed("C63", &[&SPEC], "`runtime: image` builds nothing, so `dockerfilePath`, `dockerContext` and `buildCommand` have no effect. It does take `dockerCommand`.")
        .remedy("Drop them."),
    documented("C64", &[&PLUGIN], "A service runs at most 100 instances.")
        .remedy("Write 100 or less."),
    documented("C65", &[&DOC_FREE], "A free Postgres database has 1 GB, whatever `diskSizeGB` and `storageAutoscalingEnabled` say.")
        .remedy("Drop them."),
    documented("C66", &[&SPEC], "A Key Value and a database have no variables, so `envVarKey` finds none there.")
        .remedy("Take a property."),
    inferred("C67", &[&SCHEMA, &PLUGIN], "The schema takes `preDeployCommand` on a cron job; Render's plug-in does not name it there.")
        .remedy("Put the step into the command."),
    observed("C68", &[&REPORTS_AGAIN], "A build fails when `rootDir`, `dockerfilePath`, `dockerContext` or `staticPublishPath` names a path that the repository does not have, and a build filter that matches nothing starts none.")
        .remedy("Correct the path."),
    documented("C69", &[&DOC_MONOREPO], "Commands run inside `rootDir`, so a command that goes there again looks for the folder twice.")
        .remedy("Drop the prefix."),
    documented("C70", &[&DOC_DISKS], "`preDeployCommand` does not see the disk, so it migrates another SQLite file than the one on the disk.")
        .remedy("Migrate when the service starts."),
    documented("C71", &[&WORKFLOW_TRIAL], "A workflow needs `repo`; the schema says that it may be left out.")
        .remedy("Add the address of the repository.")
        .messages(&["repo is required for git-based services"]),
    documented("C72", &[&WORKFLOW_TRIAL], "A workflow on a native runtime needs `buildCommand`; the schema says that it may be left out.")
        .remedy("Add it.")
        .messages(&["buildCommand is required for non-docker workflows"]),
    inferred("C73", &[&SECOND_READING], "The `source` of a route knows `*` and `:name`; a regular expression most likely matches only as it is written.")
        .remedy("Use a wildcard."),
];
