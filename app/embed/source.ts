// The text of an element: from its address, else from what the author wrote inside.

/** Largest Blueprint that is read, in bytes; the page reads no larger one. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Whether `text` is more than is read. */
export const isTooLarge = (text: string): boolean => new Blob([text]).size > MOST_BYTES;

/** The Blueprint of `host`. Throws with a sentence for the reader when there is none. */
export async function source(host: HTMLElement): Promise<string> {
  const written = host.querySelector("pre")?.textContent;
  const address = host.getAttribute("src") ?? (written ? null : host.querySelector("a")?.getAttribute("href"));
  if (!address) {
    if (written) return written;
    throw new Error("this element has no Blueprint");
  }
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${address} cannot be read (${answer.status})`);
  const bytes = await answer.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) throw new Error(`${address} is over 4 MiB`);
  return new TextDecoder().decode(bytes);
}
