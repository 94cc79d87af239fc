// Links that hold a Blueprint: `#v1=` and the text as raw DEFLATE, base64url without padding; before it, as parameters,
// what is asked of the picture.

/** Most bytes that a link may unfold to; the page reads no larger Blueprint. */
const MOST_BYTES = 4 * 1024 * 1024;

const PREFIX = "#v1=";

/** Whether a fragment (with its `#`) is such a link. */
export const isLink = (fragment: string): boolean => fragment.startsWith(PREFIX);

/** The fragment that holds `text`. */
export async function encode(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return PREFIX + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** What is said of a link that cannot be opened. */
export const DAMAGED = "This link is damaged or truncated, so it could not be opened.";

/** The text in a fragment. Throws when the link is damaged, as far as that can be seen, or unfolds to too much. */
export async function decode(fragment: string): Promise<string> {
  const payload = fragment.slice(PREFIX.length).replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MOST_BYTES) throw new Error("more than 4 MiB");
    text += decoder.decode(value, { stream: true });
  }
}

let kept = new URLSearchParams();

/** Parameters that mean something in the tab alone that made them. */
const OF_TAB = ["compared", "sync"];

/** What links carry beside the text: `?focus=web:api`, or nothing. */
export function query(): string {
  const carried = new URLSearchParams(kept);
  for (const name of OF_TAB) carried.delete(name);
  return readable(carried);
}

/** The address's parameters with what is asked now, names and values in turn; others that are there stay. */
export function keepQuery(words: readonly string[]): string {
  const asked = new Map<string, string>();
  for (let at = 0; at + 1 < words.length; at += 2) asked.set(words[at] ?? "", words[at + 1] ?? "");
  kept = put(new URLSearchParams(), asked);
  return readable(put(new URLSearchParams(location.search), asked));
}

function put(parameters: URLSearchParams, asked: ReadonlyMap<string, string>): URLSearchParams {
  for (const [name, value] of asked) {
    if (value === "") parameters.delete(name);
    else parameters.set(name, value);
  }
  return parameters;
}

/** Parameters with the signs of ids left as they are, which addresses allow. */
function readable(parameters: URLSearchParams): string {
  const text = parameters.toString().replace(/%(3A|2C|2F|40)/g, (sign) => decodeURIComponent(sign));
  return text === "" ? "" : `?${text}`;
}
