// What can be waited for in the middle of a call.

/** What an address holds, byte by byte, before anything else happens. Throws when it cannot be read. */
export function bytesNow(from: string | URL): Uint8Array<ArrayBuffer> {
  const request = new XMLHttpRequest();
  request.open("GET", from, false);
  // A request that is waited for gives text only; this reads every byte as one character.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${from} cannot be read (${request.status})`);
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0));
}
