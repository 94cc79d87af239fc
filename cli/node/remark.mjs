// A plugin for remark, and so for Docusaurus, Astro and MDX: fences that hold or name a Blueprint become pictures.
//
// A picture is an image with its data in the address, which Markdown and MDX read alike; its description is the network
// in words.

import { existsSync, lstatSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, parse, resolve, sep } from "node:path";
import { init, render } from "./index.mjs";

const WORD = "render-blueprint";
const NAMED = /(?:^|\s)file=(?:"([^"]*)"|(\S+))/;

/** The text of a fence: of the file that it names, which must lie below the current folder, or its own. */
function textOf({ meta, value }, page) {
  const [, quoted, plain] = NAMED.exec(meta ?? "") ?? [];
  const name = quoted ?? plain;
  if (name === undefined) return value;
  const here = realpathSync(process.cwd());
  const from = page ? dirname(page) : here;
  const path = realPathBelow(here, resolve(existsSync(from) ? realpathSync(from) : from, name));
  if (path === undefined) throw new Error(`${name} is not below the current folder`);
  if (!isThere(path)) throw new Error(`there is no ${name}, as seen from ${from}`);
  return readFileSync(path, "utf8");
}

/** Most links in one path; more go in a circle. */
const MOST_LINKS = 40;

/**
 * The path with every link in it followed; nothing if it leads to what is not below `here`. Nothing elsewhere is looked at,
 * so that nobody learns what is there.
 */
function realPathBelow(here, path) {
  const { root } = parse(path);
  const left = path.slice(root.length).split(sep).reverse();
  let at = root;
  for (let links = 0; left.length > 0; ) {
    const place = join(at, left.pop());
    // What leads to the folder is there, and is no link.
    if (here !== place && !here.startsWith(place.endsWith(sep) ? place : place + sep)) {
      if (!place.startsWith(here + sep)) return undefined;
      if (isThere(place) && lstatSync(place).isSymbolicLink()) {
        if (++links > MOST_LINKS) throw new Error("its links go in a circle");
        const target = readlinkSync(place);
        const whole = isAbsolute(target) ? target : join(at, target);
        left.push(...whole.slice(parse(whole).root.length).split(sep).reverse());
        at = parse(whole).root;
        continue;
      }
    }
    at = place;
  }
  return at.startsWith(here + sep) ? at : undefined;
}

/** Whether something is there, be it a link to nothing. */
function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function picture(text) {
  const { summary } = render(text, { format: "json" });
  const data = Buffer.from(render(text)).toString("base64");
  return { type: "image", url: `data:image/svg+xml;base64,${data}`, title: null, alt: summary };
}

function replace(node, file) {
  node.children?.forEach((child, at) => {
    if (child.type !== "code" || child.lang !== WORD) return replace(child, file);
    try {
      node.children[at] = { type: "paragraph", children: [picture(textOf(child, file.path))], position: child.position };
    } catch (error) {
      file.fail(error.message, child);
    }
  });
}

export default function remarkBlueprintLens() {
  return async (tree, file) => {
    await init();
    replace(tree, file);
  };
}
