// A plugin for remark, and so for Docusaurus, Astro and MDX: fences that hold or name a Blueprint become pictures.
//
// A picture is an image with its data in the address, which Markdown and MDX read alike; its description is the network
// in words.

import { readFileSync, realpathSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
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
  const asked = resolve(from, name);
  const path = realPathOf(asked);
  // What lies elsewhere is not even said to be there.
  if (!(path ?? asked).startsWith(here + sep)) throw new Error(`${name} is not below the current folder`);
  if (path === undefined) throw new Error(`there is no ${name}, as seen from ${from}`);
  return readFileSync(path, "utf8");
}

/** The path with every link in it followed; nothing if there is no such file. */
function realPathOf(path) {
  try {
    return realpathSync(path);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
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
