// The text of an element: from its address, else from what the author wrote inside.

import { bytesNow } from "../page/now";

/** Largest Blueprint that is read, in bytes; the page reads no larger one. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Whether `text` is more than is read. */
export const isTooLarge = (text: string): boolean => new Blob([text]).size > MOST_BYTES;

/** What the author wrote inside, or the address of the text. Throws with a sentence for the reader when there is neither. */
function origin(host: HTMLElement): string | URL {
  const written = host.querySelector("pre")?.textContent;
  const address = host.getAttribute("src") ?? (written ? null : host.querySelector("a")?.getAttribute("href"));
  if (address) return new URL(address, document.baseURI);
  if (written) return written;
  throw new Error("this element has no Blueprint");
}

function decoded(address: URL, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string {
  if (bytes.byteLength > MOST_BYTES) throw new Error(`${address.href} is over 4 MiB`);
  return new TextDecoder().decode(bytes);
}

/** The Blueprint of `host`. Throws with a sentence for the reader when there is none. */
export async function source(host: HTMLElement): Promise<string> {
  const found = origin(host);
  if (typeof found === "string") return found;
  // The browser tells only its console why.
  const answer = await fetch(found).catch(() => {
    throw new Error(`${found.href} cannot be read from this page (another site's must be https and open to it)`);
  });
  if (!answer.ok) throw new Error(`${found.href} cannot be read (${answer.status})`);
  return decoded(found, await answer.arrayBuffer());
}

/** The same, before anything else happens. */
export function sourceNow(host: HTMLElement): string {
  const found = origin(host);
  return typeof found === "string" ? found : decoded(found, bytesNow(found));
}
