// The picture of the first example, as markup of the page: it is there before the WebAssembly.

import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { transform } from "esbuild";

const run = promisify(execFile);

/** Where the picture stands in index.html; its styles must reach nothing else. */
const SCOPE = "#poster";

/** How app/src/diagram/viewport.rs fits a picture into its pane; a browser test compares the two. */
const FIT = { margin: 12, foot: 40, most: 1.15, least: 0.44, readable: 0.75 };

/** The picture of the first example and its styles: `{ markup, css }`, both of which a strict policy accepts. */
export async function poster(prerender, root) {
  const { stdout } = await run(prerender, ["poster", await firstExample(root)], { maxBuffer: 1 << 26 });
  const { markup, css } = asMarkup(stdout);
  return { markup, css: (await scoped(css)) + (await fitted(markup)) };
}

/** The example that a first visit shows: the first one by name. */
export async function firstExample(root) {
  const examples = fileURLToPath(new URL("app/examples/", root));
  const first = (await readdir(examples)).filter((name) => name.endsWith(".yaml")).sort()[0];
  if (first === undefined) throw new Error("there is no example in app/examples/");
  return examples + first;
}

/**
 * Turns a stand-alone SVG file into markup inside an HTML page.
 *
 * Takes away the XML declaration, document type and comments; takes style sheets out, to be linked
 * as a file; writes style attributes as the presentation attributes that SVG has for the same
 * properties; gives every id a prefix, because the page's own picture uses the same ones; takes
 * away what tests, scripts and the Tab key look for, because the poster is not the picture.
 *
 * Throws when the file is no SVG or holds what a page under that policy would not show.
 */
export function asMarkup(file) {
  const start = file.indexOf("<svg");
  const end = file.lastIndexOf("</svg>");
  if (start < 0 || end < start) throw new Error("`prerender` has drawn no SVG");
  const sheets = [];
  const markup = file
    .slice(start, end + "</svg>".length)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<style\b[^>]*>([\s\S]*?)<\/style>/g, (_, sheet) => {
      sheets.push(sheet.replace(/<!\[CDATA\[|\]\]>/g, ""));
      return "";
    })
    .replace(/\s(data-[\w-]+|tabindex)="[^"]*"/g, "")
    .replace(/\sstyle="([^"]*)"/g, (_, style) => presentation(style))
    .replace(/\sid="/g, ' id="poster-')
    .replace(/url\(#/g, "url(#poster-")
    .replace(/href="#/g, 'href="#poster-')
    .replace(/\s(aria-labelledby|aria-describedby)="([^"]*)"/g, (_, name, ids) => {
      return ` ${name}="${ids.trim().split(/\s+/).map((id) => `poster-${id}`).join(" ")}"`;
    });
  const refused = /<(script|foreignObject|iframe)\b|\son\w+=/i.exec(markup);
  if (refused) throw new Error(`the first picture holds «${refused[0].trim()}», which the page's policy refuses`);
  const css = sheets.join("\n").replace(/url\(#/g, "url(#poster-");
  return { markup, css };
}

function presentation(style) {
  return style
    .split(";")
    .map((declaration) => declaration.split(/:(.*)/s).map((part) => part.trim()))
    .filter(([property, value]) => property && value)
    .map(([property, value]) => ` ${property}="${value}"`)
    .join("");
}

/** The picture's styles for the picture alone; fonts stay out, the page brings its own. */
async function scoped(css) {
  const rules = css
    .replace(/@font-face\s*\{[^}]*\}/g, "")
    .replace(/(^|[\s,{}])(?::root|svg)(?=[\s,{.:[])/g, "$1& svg");
  if (rules.trim() === "") return "";
  const nested = `${SCOPE} {\n${rules}\n}`;
  return minified(nested);
}

/**
 * Puts the picture where the app will draw it: fitted into its pane, or from its upper left corner where nobody could
 * read it fitted.
 */
async function fitted(markup) {
  const { width, height } = sizeOf(markup);
  const { margin, foot, most, least, readable } = FIT;
  const px = (value) => `${+value.toFixed(2)}px`;
  const box = (zoom) => `width: ${px(width * zoom)}; height: ${px(height * zoom)}; max-width: none; max-height: none`;
  const narrow = px(width * least + 2 * margin);
  const low = px(height * least + 2 * margin + foot);
  return minified(`
    ${SCOPE} { container-type: size; padding: ${px(margin)} ${px(margin)} ${px(margin + foot)} }
    ${SCOPE} svg { max-width: ${px(width * most)}; max-height: ${px(height * most)} }
    @container (width < ${narrow}) or (height < ${low}) {
      ${SCOPE} svg { place-self: start; ${box(readable)} }
    }`);
}

/** Width and height of a drawing, in its own units. */
export function sizeOf(markup) {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(markup) ?? [];
  if (height === undefined) throw new Error("the first picture has no size");
  return { width: Number(width), height: Number(height) };
}

async function minified(css) {
  return (await transform(css, { loader: "css", minify: true, target: ["chrome111", "firefox115", "safari16.4"] })).code;
}
