// A small static host on the loopback interface, as plain as the hosts that the page is made for.
//
// It serves the compressed twins where the browser takes them, caches files with a hash for good,
// and answers at any base path, because the page must work from any.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, resolve, sep } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const headers = {
  // The element and its engine are for other sites, too.
  "access-control-allow-origin": "*",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": "frame-ancestors 'none'",
};

// The names of some rules look as if they ended with a hash.
const hashed = /-[0-9a-z]{8,}(_bg)?\.(?!html)\w+$/i;

/** The first of the twins that exist: brotli, gzip, the file itself. */
async function choose(file, accepted) {
  const twins = [["br", `${file}.br`], ["gzip", `${file}.gz`]].filter(([encoding]) => accepted.includes(encoding));
  for (const [encoding, path] of [...twins, [null, file]]) {
    const found = await stat(path).catch(() => null);
    if (found?.isFile()) return { encoding, path, size: found.size };
  }
  return null;
}

/**
 * Serves `folder` below `base` (`/` at the end) on a free port.
 *
 * Resolves to `{ url, close }`.
 */
export async function serve(folder, base = "/") {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = decodeURIComponent(pathname);
    const inside = path.startsWith(base) ? path.slice(base.length).replace(/(^|\/)$/, "$1index.html") : null;
    const file = inside === null ? null : resolve(join(root, inside));
    const allowed = file !== null && file.startsWith(root + sep);
    const chosen = allowed ? await choose(file, request.headers["accept-encoding"] ?? "") : null;
    if (chosen === null) {
      response.writeHead(404, { ...headers, "content-type": "text/plain" }).end("not found");
      return;
    }
    // One page is for frames.
    const { "content-security-policy": unframed, ...open } = headers;
    response.writeHead(200, {
      ...open,
      ...(basename(file) !== "embed.html" && { "content-security-policy": unframed }),
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": chosen.size,
      "cache-control": hashed.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      ...(chosen.encoding && { "content-encoding": chosen.encoding }),
    });
    createReadStream(chosen.path).pipe(response);
  });
  await new Promise((ready, failed) => server.once("error", failed).listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}
