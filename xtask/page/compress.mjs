// Compressed twins (`.br`, `.gz`) beside the files of the page, for hosts that serve them.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressible = new Set([".html", ".css", ".js", ".wasm", ".svg", ".json", ".txt", ".webmanifest"]);
const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** What suits WebAssembly, by trying: blocks as large as can be, and short distances written as such. */
const MODULE = { [constants.BROTLI_PARAM_LGBLOCK]: constants.BROTLI_MAX_INPUT_BLOCK_BITS, [constants.BROTLI_PARAM_NDIRECT]: 8 };

/** Writes the twins of every compressible file under `folder`. */
export async function compressAll(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  await Promise.all(files.map(compress));
}

async function compress(file) {
  const bytes = await readFile(file);
  const parameters = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    ...(extname(file) === ".wasm" ? MODULE : {}),
  };
  await writeFile(`${file}.br`, await brotli(bytes, { params: parameters }));
  await writeFile(`${file}.gz`, await gz(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
