// The picture of the first example, as markup of the page: it is there before the WebAssembly.

import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { transform } from "esbuild";

const run = promisify(execFile);

/** Where the pictures stand in index.html; their styles must reach nothing else. */
const SCOPE = ".poster";

/** How app/src/diagram/viewport.rs fits a picture into its pane, above the bar at its foot; a browser test compares the two. */
const FIT = { margin: 4, foot: 46, most: 1.15, least: 0.44, readable: 0.75 };

/**
 * The rooms that the picture is drawn for, each with the width of a pane from which on it is shown: those of a large
 * window, a small one and a phone, where the page scrolls and the pane is as high as need be.
 */
const ROOMS = [
  { from: 800, width: 960, height: 576 },
  { from: 540, width: 624, height: 432 },
  { from: 0, width: 336, height: 0 },
];

/** The pictures of the first example and their styles: `{ markup, css }`, both of which a strict policy accepts. */
export async function poster(prerender, root) {
  const example = await firstExample(root);
  const drawn = await Promise.all(
    ROOMS.map(async ({ from, width, height }) => {
      const { stdout } = await run(prerender, ["poster", example, `${width}`, `${height}`], { maxBuffer: 1 << 26 });
      return { from, scrolls: height === 0, ...asMarkup(stdout) };
    }),
  );
  const figure = ({ markup }, at) =>
    `<figure class="poster" id="${idOf(at)}">${markup.replaceAll("poster-", `${idOf(at)}-`)}</figure>`;
  const pictures = drawn.map(figure);
  const sheets = [...new Set(drawn.map(({ css }) => css))];
  const scopedSheets = await Promise.all(sheets.map(scoped));
  return { markup: pictures.join(""), css: scopedSheets.join("") + (await fitted(drawn)) };
}

const idOf = (at) => (at === 0 ? "poster" : `poster-${at}`);

/** The problems of the first example, as rows of the page's list. */
export async function firstProblems(prerender, root) {
  const { stdout } = await run(prerender, ["problems", await firstExample(root)]);
  return stdout;
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
 * Shows the picture for the pane's width, where the app will draw it: fitted into the pane, or from its upper left corner
 * where nobody could read it fitted. Where the page scrolls, the pane is as high as the picture needs.
 */
async function fitted(drawn) {
  const { margin, foot, most, least, readable } = FIT;
  const px = (value) => `${+value.toFixed(2)}px`;
  const rules = drawn.map(({ markup, from, scrolls }, at) => {
    const { width, height } = sizeOf(markup);
    const figure = `#${idOf(at)}`;
    const below = at === 0 ? "" : ` and (width < ${px(drawn[at - 1].from)})`;
    const unread = [`(width < ${px(width * least)})`, ...(scrolls ? [] : [`(height < ${px(height * least)})`])];
    return `
    @container views (width >= ${px(from)})${below} { ${figure} { display: ${scrolls ? "block" : "grid"} } }
    ${figure} svg { height: ${scrolls ? "auto" : "100%"}; max-width: ${px(width * most)}; max-height: ${px(height * most)} }
    @container ${unread.join(" or ")} {
      ${figure} svg { place-self: start; width: ${px(width * readable)}; height: ${px(height * readable)}; max-width: none; max-height: none }
    }`;
  });
  return minified(`
    ${SCOPE} { padding: ${px(margin)} ${px(margin)} ${px(margin + foot)} }
    ${rules.join("")}`);
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
