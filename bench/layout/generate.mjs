// Blueprints of any size for the comparison of layouts, the same on every run.
//
// They are built like the larger real ones: applications of a few callers around a database and a cache of their own,
// some references to other applications, a few to other regions, to web services, and to what another file declares.

/** One application: callers first, then what they call. */
const PATTERN = ["web", "pserv", "worker", "postgres", "web", "keyvalue", "cron", "pserv", "worker", "static"];
const REGIONS = ["oregon", "frankfurt", "ohio", "virginia", "singapore"];
/** How many references a caller has, drawn from this list. */
const REFERENCES = [0, 1, 1, 2, 2, 3];
/** Shares of references that leave the application, the region, and the file. */
const SHARES = { otherApplication: 0.25, otherRegion: 0.06, otherFile: 0.02 };
const CALLABLE = ["postgres", "keyvalue", "pserv", "web"];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Resources with their references, by name. `environments` is `none`, `open` or `isolated`. */
export function resources({ size, regions, seed }) {
  const random = randomNumbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const all = Array.from({ length: size }, (_, index) => {
    const kind = PATTERN[index % PATTERN.length];
    const application = Math.floor(index / PATTERN.length);
    // Small Blueprints spread one application over their regions, as there are not enough for one each.
    const region = REGIONS[(size < regions * PATTERN.length ? index : application) % regions];
    return { kind, name: `${kind}-${index}`, application, region, references: [] };
  });
  const callable = all.filter(({ kind }) => CALLABLE.includes(kind));
  for (const caller of all.filter(({ kind }) => !["postgres", "keyvalue"].includes(kind))) {
    const count = pick(REFERENCES);
    for (let index = 0; index < count; index += 1) {
      const target = random() < SHARES.otherFile ? elsewhere(pick) : targetOf(caller, callable, random, pick);
      if (target && !caller.references.some(({ name }) => name === target.name)) {
        caller.references.push({ kind: target.kind, name: target.name });
      }
    }
  }
  return all;
}

function elsewhere(pick) {
  return { kind: "postgres", name: `shared-${pick(["billing", "search", "archive"])}` };
}

function targetOf(caller, callable, random, pick) {
  const others = callable.filter(({ name }) => name !== caller.name);
  const near = others.filter(({ region }) => region === caller.region);
  const own = near.filter(({ application }) => application === caller.application);
  const [leavesRegion, leavesApplication] = [random() < SHARES.otherRegion, random() < SHARES.otherApplication];
  const list = leavesRegion ? others : leavesApplication || own.length === 0 ? near : own;
  return list.length > 0 ? pick(list) : undefined;
}

/** The Blueprint's text. `environments`: `none`, `open`, or `isolated` for every other one. */
export function text(all, environments) {
  if (environments === "none") return `${block(all, "").join("\n")}\n`;
  // Two applications share an environment, two environments a project; every fifth application stays outside.
  const inside = all.filter(({ application }) => application % 5 !== 4);
  const lines = ["projects:"];
  const numbers = [...new Set(inside.map(({ application }) => Math.floor(application / 2)))];
  for (const [index, number] of numbers.entries()) {
    if (index % 2 === 0) lines.push(`  - name: project-${index / 2}`, "    environments:");
    lines.push(`      - name: environment-${index}`);
    if (environments === "isolated" && index % 2 === 0) {
      lines.push("        networking:", "          isolation: enabled");
    }
    lines.push(...block(inside.filter(({ application }) => Math.floor(application / 2) === number), "        "));
  }
  return `${[...lines, ...block(all.filter((item) => !inside.includes(item)), "")].join("\n")}\n`;
}

function block(all, indent) {
  const databases = all.filter(({ kind }) => kind === "postgres");
  const services = all.filter(({ kind }) => kind !== "postgres");
  const lines = [];
  if (services.length > 0) lines.push("services:", ...services.flatMap(service));
  if (databases.length > 0) lines.push("databases:", ...databases.flatMap(database));
  return lines.map((line) => indent + line);
}

function service({ kind, name, region, references }) {
  const lines = [`  - type: ${kind === "static" ? "web" : kind}`, `    name: ${name}`];
  if (kind === "static") lines.push("    runtime: static", "    staticPublishPath: dist");
  else lines.push(`    region: ${region}`, "    plan: starter");
  if (kind === "keyvalue") return [...lines, "    ipAllowList: []"];
  if (kind !== "static") lines.push("    runtime: node", "    startCommand: node server.js");
  if (kind === "cron") lines.push('    schedule: "0 * * * *"');
  if (references.length === 0) return lines;
  return [...lines, "    envVars:", ...references.flatMap((target, index) => reference(kind, target, index))];
}

function reference(caller, { kind, name }, index) {
  const key = `      - key: TARGET_${index}`;
  if (kind === "postgres") {
    return [key, "        fromDatabase:", `          name: ${name}`, "          property: connectionString"];
  }
  // Static sites and every other caller of a web service use its public address.
  const isPublic = kind === "web" && (caller === "static" || index % 2 === 1);
  const property = kind === "keyvalue" ? "property: connectionString" : "property: hostport";
  return [
    key,
    "        fromService:",
    `          name: ${name}`,
    `          type: ${kind}`,
    `          ${isPublic ? "envVarKey: RENDER_EXTERNAL_URL" : property}`,
  ];
}

function database({ name, region }) {
  return [`  - name: ${name}`, `    region: ${region}`, "    plan: basic-1gb", "    ipAllowList: []"];
}
