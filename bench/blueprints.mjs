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
