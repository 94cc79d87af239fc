// Several files as one text, as drafts and links hold them: before each file a line with how many lines the file has and
// what it is called. A single file is its text alone. app/src/engine/bundle.rs reads and writes the same.

const HEAD = /^# blueprint-lens-file: (\d+) (.*)$/;

/** A file of a text. */
export interface Part {
  /** What it is called; empty for a text that is one file. */
  name: string;
  text: string;
}

/** The files in a text; one without a name unless the text says otherwise all through. */
export function split(text: string): Part[] {
  const lines = text.startsWith("# blueprint-lens-file: ") ? text.split("\n") : [];
  const parts: Part[] = [];
  let at = 0;
  while (at < lines.length) {
    const [, count, name] = HEAD.exec(lines[at] ?? "") ?? [];
    // The last line ends with the text, so that one more is empty.
    if (count === undefined && parts.length > 1 && at === lines.length - 1 && lines[at] === "") return parts;
    const end = at + 1 + Number(count);
    if (name === undefined || Number(count) < 1 || end >= lines.length) break;
    parts.push({ name, text: lines.slice(at + 1, end).join("\n") });
    at = end;
  }
  return [{ name: "", text }];
}

/** The text that holds these files. */
export function join(parts: readonly Part[]): string {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first.text;
  return parts.map(({ name, text }) => `# blueprint-lens-file: ${text.split("\n").length} ${name}\n${text}\n`).join("");
}

/** The same files, with names of one line that differ from each other. */
export function named(parts: readonly Part[]): Part[] {
  const taken = new Set<string>();
  return parts.map(({ name, text }) => {
    const plain = name.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim() || "render.yaml";
    let other = plain;
    for (let count = 2; taken.has(other); count += 1) other = `${plain} (${count})`;
    taken.add(other);
    return { name: other, text };
  });
}
