// The picture of the first example, as markup of the page: it is there before the WebAssembly.

import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The picture as SVG markup that a page under a strict policy shows unchanged.
 *
 * The first example is the first file of `app/examples/` by name.
 */
export async function poster(cli, root) {
  const examples = fileURLToPath(new URL("app/examples/", root));
  const first = (await readdir(examples)).filter((name) => name.endsWith(".yaml")).sort()[0];
  if (first === undefined) throw new Error("there is no example in app/examples/");
  const { stdout } = await run(cli, ["render", examples + first, "--format", "svg"], { maxBuffer: 1 << 26 });
  return asMarkup(stdout);
}

/**
 * Turns a stand-alone SVG file into markup inside an HTML page.
 *
 * Takes away the XML declaration, document type and comments; writes style attributes as the
 * presentation attributes that SVG has for the same properties, because a strict policy refuses
 * inline style; gives every id a prefix of its own, because the page's own picture uses the same
 * ones; takes out the hooks that tests and scripts look for, because the poster is not the picture.
 *
 * Throws when the file is no SVG or holds what a page under that policy would not show.
 */
export function asMarkup(file) {
  const start = file.indexOf("<svg");
  const end = file.lastIndexOf("</svg>");
  if (start < 0 || end < start) throw new Error("the command line has drawn no SVG");
  const svg = file
    .slice(start, end + "</svg>".length)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\sdata-[\w-]+="[^"]*"/g, "")
    .replace(/\stabindex="[^"]*"/g, "")
    .replace(/\sstyle="([^"]*)"/g, (_, style) => presentation(style))
    .replace(/\sid="/g, ' id="poster-')
    .replace(/url\(#/g, "url(#poster-")
    .replace(/href="#/g, 'href="#poster-')
    .replace(/\s(aria-labelledby|aria-describedby)="([^"]*)"/g, (_, name, ids) => {
      return ` ${name}="${ids.trim().split(/\s+/).map((id) => `poster-${id}`).join(" ")}"`;
    });
  const refused = /<(script|style|foreignObject|iframe)\b|\son\w+=/i.exec(svg);
  if (refused) throw new Error(`the first picture holds «${refused[0].trim()}», which the page's policy refuses`);
  return svg;
}

function presentation(style) {
  return style
    .split(";")
    .map((declaration) => declaration.split(/:(.*)/s).map((part) => part.trim()))
    .filter(([property, value]) => property && value)
    .map(([property, value]) => ` ${property}="${value}"`)
    .join("");
}
