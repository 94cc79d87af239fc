// Links that hold a Blueprint: `#v1=` and the text as raw DEFLATE, base64url without padding.

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

/** The text in a fragment. Throws when the link is damaged or unfolds to too much. */
export async function decode(fragment: string): Promise<string> {
  const payload = fragment.slice(PREFIX.length).replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
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
