// The one comment: the reports of all Blueprints under one marker, within what a comment may hold.

export const MARKER = "<!-- blueprint-lens:diff -->";
export const NO_CHANGE = "### \u2705 No change\n\nNo Blueprint changes by meaning.";

/** Most characters of a comment, with room for what is said about those left out. */
const LONGEST = 65_536;
const ROOM = 2_000;

/** The comment on several Blueprints, of which some changed. */
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
    body += `_${left} more Blueprints changed: the comment would be too long. The reports of this run show them._\n`;
  }
  return body;
}

/** A path as code, with every sign as an entity: none of it is markup. */
function code(path) {
  const entity = (sign) => `&#${sign.codePointAt(0)};`;
  return `<code>${path.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
}
