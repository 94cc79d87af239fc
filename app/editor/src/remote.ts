// Loading a Blueprint from an address that the visitor has confirmed: the only request beyond the page's own files.

/** Most bytes that are read. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The address that is asked for what a visitor named; nothing when it is none that may be asked.
 *
 * GitHub's pages of files do not allow other pages to read them; the addresses of the files themselves do.
 */
export function addressOf(text: string): string | undefined {
  let address: URL;
  try {
    address = new URL(text, location.href);
  } catch {
    return undefined;
  }
  const file = /^\/([^/]+\/[^/]+)\/blob\/(.+)$/.exec(address.pathname);
  if (address.hostname === "github.com" && file) return `https://raw.githubusercontent.com/${file[1]}/${file[2]}`;
  const allowed = address.protocol === "https:" || address.origin === location.origin;
  return allowed && address.username === "" && address.password === "" ? address.href : undefined;
}

/** The text behind an address of `addressOf`. Rejects with a sentence for the visitor. */
export async function load(address: string): Promise<string> {
  const { host } = new URL(address);
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" }).catch(() => null);
  if (response === null) throw `${host} could not be reached, or does not allow other pages to read this file.`;
  if (!response.ok) throw `${host} has no such file (status ${response.status}).`;
  if (Number(response.headers.get("content-length")) > MOST_BYTES) throw "This file is larger than 4 MiB; Blueprints are far smaller.";
  const text = await response.text().catch(() => null);
  if (text === null) throw `The connection to ${host} was lost.`;
  if (text.length > MOST_BYTES) throw "This file is larger than 4 MiB; Blueprints are far smaller.";
  return text;
}
