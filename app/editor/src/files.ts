// Files that come in by the file dialog or by dropping them anywhere, and files that go out as downloads.

import { join, named } from "./bundle";

/** Most bytes of a file that is read. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The text of one file or of several, or why there is none. */
export interface Opened {
  name: string;
  text: string | null;
  notice: string | null;
}

/** Lets the visitor choose files. */
export function choose(opened: (file: Opened) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".yaml,.yml,text/yaml,application/yaml,text/plain";
  input.multiple = true;
  input.addEventListener("change", () => void read(input.files, opened));
  input.click();
}

/** Takes files that are dropped anywhere on the page; `hovering` says while one is held above it. */
export function acceptDrops(opened: (file: Opened) => void, hovering: (over: boolean) => void): void {
  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const listen = (name: "dragenter" | "dragover" | "dragleave" | "drop", handle: (event: DragEvent) => void) => {
    // In the capturing phase: the editor would insert the file's text at the cursor.
    window.addEventListener(
      name,
      (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        handle(event);
      },
      true,
    );
  };
  listen("dragenter", () => hovering(true));
  listen("dragover", () => {});
  listen("dragleave", (event) => {
    if (event.relatedTarget === null) hovering(false);
  });
  listen("drop", (event) => {
    hovering(false);
    void read(event.dataTransfer?.files, opened);
  });
}

/** Hands a text to the visitor as a file. */
export function download(name: string, type: string, text: string): void {
  save(name, new Blob([text], { type }));
}

/** Hands a file to the visitor. */
export function save(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Reads files as one text, in the order of their names; what cannot be read is left out, and said. */
async function read(files: FileList | null | undefined, opened: (file: Opened) => void): Promise<void> {
  const all = await Promise.all(Array.from(files ?? [], readText));
  if (all.length === 0) return;
  const readable = all.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }]));
  readable.sort((a, b) => (a.name < b.name ? -1 : 1));
  const [first] = readable;
  opened({
    name: first !== undefined && readable.length === 1 ? first.name : `${readable.length} files`,
    text: first === undefined ? null : join(named(readable)),
    notice: all.flatMap(({ notice }) => notice ?? []).join(" ") || null,
  });
}

async function readText(file: File): Promise<Opened> {
  const name = file.webkitRelativePath || file.name;
  if (file.size > MOST_BYTES) return { name, text: null, notice: `${name} is larger than 4 MiB; Blueprints are far smaller.` };
  try {
    return { name, ...decode(new Uint8Array(await file.arrayBuffer()), name) };
  } catch {
    return { name, text: null, notice: `${name} could not be read.` };
  }
}

/** Text in UTF-8, or in UTF-16 with a mark; anything else is shown with replacement characters. */
function decode(bytes: Uint8Array, name: string): { text: string; notice: string | null } {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), notice: null };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, notice: `${name} is not UTF-8: unreadable characters are shown as \u{fffd}.` };
  }
}
