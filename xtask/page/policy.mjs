// The content-security policy of the release page, as a tag, because not every host can set headers.
//
// Nothing inline, nothing from elsewhere. `connect-src https:` is for a Blueprint that a visitor
// loads from an address of their choice, after confirming it. What a tag cannot say (who may frame
// the page) is left to the headers of the host.

const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' https:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Pages that need no WebAssembly and connect to nothing. */
const reading = ["default-src 'none'", "style-src 'self'", "font-src 'self'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'"];

/** A page with an element in it, which shows a Blueprint from wherever it is asked to. */
const frame = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self' https:", "base-uri 'none'", "form-action 'none'"];

const tag = (list) => `<meta http-equiv="Content-Security-Policy" content="${list.join("; ")}">`;

/** For index.html. */
export const CONTENT_SECURITY_POLICY = tag(directives);

/** For embed.html. */
export const FRAME_POLICY = tag(frame);

/** For the pages of the rules. */
export const READING_POLICY = tag(reading);
