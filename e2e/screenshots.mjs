// Saves pictures of the built page: `node e2e/screenshots.mjs FOLDER FILE…`.
//
// Each Blueprint is opened by its link in four windows, light and dark; the pictures are named
// after the file, the width and the theme. Where the page scrolls, all of it is on the picture.

import { mkdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { closeBrowser, openPage } from "./page.mjs";
import { serve } from "./server.mjs";

const viewports = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
];

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined || files.length === 0) {
  console.error("usage: node e2e/screenshots.mjs FOLDER FILE…");
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const server = await serve(fileURLToPath(new URL("../dist", import.meta.url)));
for (const file of files) {
  const text = await readFile(file, "utf8");
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of viewports) {
      const lens = await openPage({ url: server.url, text, colorScheme, viewport });
      await lens.ready();
      const name = `${basename(file, extname(file))}-${viewport.width}-${colorScheme}.png`;
      await lens.screenshot(join(folder, name), { fullPage: viewport.width < 1000 });
      console.log(name, lens.complaints.length > 0 ? lens.complaints : "");
      await lens.close();
    }
  }
}
await closeBrowser();
await server.close();
