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
  let body = `${MARKER}\n`;
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

/** A path as code, with all punctuation as entities, so that none of it is markup. */
function code(path) {
  const entity = (sign) => `&#${sign.codePointAt(0)};`;
  return `<code>${path.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
}
