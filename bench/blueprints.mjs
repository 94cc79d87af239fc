// Blueprints for the benchmark: like real ones in their parts, of any size, the same on every run.

/** Resources come in this pattern: callers first, then what they call. */
const PATTERN = ["web", "pserv", "worker", "postgres", "web", "pserv", "keyvalue", "cron", "pserv", "worker"];
const REGIONS = ["oregon", "frankfurt"];

/**
 * A Blueprint with `size` resources and about 1.5 references to each.
 *
 * Resolves to its text and to the lines (1-based) at which edits change the picture: of each
 * running service the `name:` and the `region:`.
 */
export function blueprint(size) {
  const resources = Array.from({ length: size }, (_, index) => {
    const kind = PATTERN[index % PATTERN.length];
    return { kind, name: `${kind}-${index}`, region: REGIONS[Math.floor(index / PATTERN.length) % 2] };
  });
  const services = [];
  const databases = [];
  resources.forEach((resource, index) => {
    if (resource.kind === "postgres") databases.push(...database(resource));
    else services.push(...service(resource, referencesOf(index, resources)));
  });
  const lines = ["services:", ...services, "databases:", ...databases];
  const at = (pattern) => lines.flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));
  return {
    text: `${lines.join("\n")}\n`,
    names: at(/^ {4}name: (web|pserv|worker)-/),
    regions: at(/^ {4}region: /).filter((line) => line <= services.length),
  };
}

/** Two or three targets that lie further on in the file, of kinds that can be called. */
function referencesOf(index, resources) {
  const callable = resources.slice(index + 1).filter(({ kind }) => ["pserv", "postgres", "keyvalue"].includes(kind));
  const wanted = 2 + (index % 2);
  return Array.from({ length: wanted }, (_, step) => callable[(step * 3) % (callable.length || 1)]).filter(Boolean);
}

function service({ kind, name, region }, targets) {
  const lines = [`  - type: ${kind}`, `    name: ${name}`, `    region: ${region}`];
  if (kind === "keyvalue") return [...lines, "    plan: starter", "    ipAllowList: []"];
  lines.push("    runtime: node", "    plan: starter", "    buildCommand: npm ci", "    startCommand: node server.js");
  if (kind === "cron") lines.push('    schedule: "0 * * * *"');
  if (targets.length === 0) return lines;
  return [...lines, "    envVars:", ...targets.flatMap(reference)];
}

function reference(target, index) {
  if (target.kind === "group") return [`      - fromGroup: ${target.name}`];
  const key = `      - key: TARGET_${index}`;
  if (target.kind === "postgres") {
    return [key, "        fromDatabase:", `          name: ${target.name}`, "          property: connectionString"];
  }
  const property = target.kind === "keyvalue" ? "connectionString" : "hostport";
  return [
    key,
    "        fromService:",
    `          name: ${target.name}`,
    `          type: ${target.kind}`,
    `          property: ${property}`,
  ];
}

function database({ name, region }) {
  return [`  - name: ${name}`, `    region: ${region}`, "    plan: basic-1gb", "    ipAllowList: []"];
}

/**
 * A Blueprint with `size` resources as a company has them: projects of twenty resources in two environments each, the
 * second of them closed to the rest, environment groups, shared databases, and a slip here and there.
 *
 * Resolves to its text and to the lines (1-based) of the names of the web services.
 */
export function estate(size) {
  const lines = ["envVarGroups:"];
  for (let group = 0; group < GROUPS; group += 1) {
    lines.push(`  - name: group-${group}`, "    envVars:");
    for (let key = 0; key < 4; key += 1) lines.push(`      - key: SETTING_${group}_${key}`, `        value: value-${key}`);
  }
  lines.push("projects:");
  for (let from = 0; from < size; from += PROJECT) lines.push(...project(from / PROJECT, Math.min(PROJECT, size - from)));
  const names = lines.flatMap((line, index) => (/^ {12}name: web-/.test(line) ? [index + 1] : []));
  return { text: `${lines.join("\n")}\n`, names };
}

/** Resources of a project of an estate, and the environment groups of all of them. */
const PROJECT = 20;
const GROUPS = 12;

function project(index, size) {
  const region = REGIONS[index % REGIONS.length];
  const lines = [`  - name: project-${index}`, "    environments:"];
  const half = Math.ceil(size / 2);
  for (const [environment, from, to] of [["staging", 0, half], ["production", half, size]]) {
    const members = Array.from({ length: to - from }, (_, at) => {
      const kind = PATTERN[at % PATTERN.length];
      return { kind, name: `${kind}-${index * PROJECT + from + at}`, region };
    });
    const services = members.flatMap((member, at) =>
      member.kind === "postgres" ? [] : service(member, [...referencesOf(at, members), ...groupsOf(index + at)]),
    );
    const databases = members.filter(({ kind }) => kind === "postgres").flatMap(database);
    const isolation = environment === "production" ? "enabled" : "disabled";
    lines.push(`      - name: ${environment}`, "        networking:", `          isolation: ${isolation}`);
    for (const [key, list] of [["services", services], ["databases", databases]]) {
      if (list.length > 0) lines.push(`        ${key}:`, ...list.map((line) => `        ${line}`));
    }
  }
  return lines;
}

/** Some services take variables from a group, too, which is not always there. */
function groupsOf(number) {
  return number % 3 === 0 ? [{ kind: "group", name: `group-${number % (GROUPS + 1)}` }] : [];
}

/** A Blueprint with `size` private services, each of which calls ten others. */
export function dense(size) {
  const calls = (from) =>
    Array.from({ length: 10 }, (_, step) => reference({ kind: "pserv", name: `pserv-${(from * 7 + step * 13 + 1) % size}` }, step)).flat();
  const services = Array.from({ length: size }, (_, at) => {
    const head = service({ kind: "pserv", name: `pserv-${at}`, region: REGIONS[0] }, []);
    return [...head, "    envVars:", ...calls(at)];
  });
  const lines = ["services:", ...services.flat()];
  return { text: `${lines.join("\n")}\n`, names: lines.flatMap((line, index) => (/^ {4}name: /.test(line) ? [index + 1] : [])) };
}
