// The one comment: the reports of all Blueprints after one marker, within the size limit of a comment.

export const MARKER = "<!-- blueprint-lens:diff -->";
export const NO_CHANGE = "### \u2705 No change\n\nNo Blueprint has semantic changes.";

/** Maximum number of characters in a comment, and the room kept for the sentence about omitted reports. */
const LONGEST = 65_536;
const ROOM = 2_000;

/** The comment about several Blueprints, some of which changed. */
export function joined(compared) {
  const changed = compared.filter((one) => one.markdown !== "");
  if (changed.length === 1) return changed[0].markdown;
  let body = `${MARKER}\n# ${verdict(changed)}\n\n`;
  let left = 0;
  for (const { path, markdown } of changed) {
    const part = `## ${code(path)}\n\n${markdown.replace(`${MARKER}\n`, "")}\n`;
    if (body.length + part.length > LONGEST - ROOM) left += 1;
    else body += part;
  }
  if (left > 0) {
    body += `_${left} more Blueprints changed, but the comment would be too long. See the reports of this run._\n`;
  }
  return body;
}

/** What is severe comes first; each with its words for one and for several. */
const COUNTS = [
  ["severe consequence of the sync", "severe consequences of the sync", ({ plan }) => plan.consequences.filter((one) => one.severity === "error").length],
  ["new error", "new errors", ({ findings }) => findings.introduced.filter((one) => one.severity === "error").length],
  ["entry point opened or widened", "entry points opened or widened", ({ doors }) => doors.filter((door) => door.new_exposure).length],
  ["consequence to look at", "consequences to look at", ({ plan }) => plan.consequences.filter((one) => one.severity === "warning").length],
  ["new warning", "new warnings", ({ findings }) => findings.introduced.filter((one) => one.severity === "warning").length],
  ["new public service", "new public services", ({ doors }) => doors.filter((door) => door.new_public_service).length],
];

/** The verdict on several Blueprints in one line: a sign for the worst, and how much of what there is. */
export function verdict(changed) {
  const counts = COUNTS.map(([one, several, count]) => {
    const number = changed.reduce((sum, { difference }) => sum + count(difference), 0);
    return { number, words: `${number} ${number === 1 ? one : several}` };
  });
  const [severe, error, exposure, look, warning, service] = counts.map(({ number }) => number);
  const other = changed.some(({ difference }) => difference.alarms["new-exposure"]);
  const sign =
    severe > 0 ? "\u{1f6d1}" : error + exposure + look + warning > 0 || other ? "\u26a0\ufe0f" : service > 0 ? "\u{1f310}" : "\u2705";
  const some = counts.filter(({ number }) => number > 0).map(({ words }) => words);
  return `${sign} ${changed.length} Blueprints changed: ${some.join(", ") || "no new exposure, error or warning"}`;
}

/** A path as code, with all punctuation as entities, so that none of it is markup. */
function code(path) {
  const entity = (sign) => `&#${sign.codePointAt(0)};`;
  return `<code>${path.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
}
