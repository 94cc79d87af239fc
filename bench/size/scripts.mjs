// Where the bytes of the page's scripts are: by package, and our own by file.

import { build } from "esbuild";
import { bundles } from "../../app/editor/bundles.mjs";

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** For each script of the page, those included that are loaded when they are needed, its name and the bytes of what is in it. */
export async function scripts() {
  const made = await Promise.all(bundles(true).map((options) => build({ ...options, metafile: true, write: false })));
  const outputs = Object.assign({}, ...made.map(({ metafile }) => metafile.outputs));
  const isScript = ([name]) => name.endsWith(".js");
  return Object.entries(outputs).filter(isScript).map(([name, { inputs }]) => {
    const parts = new Map();
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const part = PACKAGE.exec(file)?.[1] ?? file;
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
    return { name: name.split("/").at(-1), parts };
  });
}
