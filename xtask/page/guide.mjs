// The guide, `guide/<name>.html`: the documentation of the repository as pages of the site.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { escape, frame, markdown } from "./reading.mjs";

/** Where files of the repository are read that are no page of the site. */
const REPOSITORY = "https://github.com/blueprint-lens/blueprint-lens/blob/main/";

/** Writes one page for each file of docs/, and their list, into `folder`/guide. */
export async function guidePages(root, folder) {
  const docs = new URL("docs/", root);
  const names = (await readdir(docs)).filter((name) => name.endsWith(".md")).sort();
  await mkdir(join(folder, "guide"), { recursive: true });
  const save = (name, text) => writeFile(join(folder, "guide", name), text);
  const pages = [];
  for (const name of names) {
    const text = await readFile(new URL(name, docs), "utf8");
    const title = /^# (.+)$/m.exec(text)?.[1];
    if (title === undefined) throw new Error(`docs/${name} has no title`);
    const page = `${name.slice(0, -".md".length)}.html`;
    pages.push({ page, title });
    await save(page, frame(title, markdown({ address }).parse(text)));
  }
  const items = pages.map(({ page, title }) => `<li><a href="${page}">${escape(title)}</a></li>`);
  await save("index.html", frame("Guide", `<h1>Guide</h1>\n<ul>\n${items.join("\n")}\n</ul>`));
}

/** Where a link of docs/ goes from guide/. */
export function address(href) {
  if (/^(https?:|#)/.test(href)) return href;
  const [path, fragment] = href.split("#");
  const tail = fragment === undefined ? "" : `#${fragment}`;
  const page = /^(rules\/)?([\w-]+)\.md$/.exec(path);
  if (page) {
    const name = page[2] === "README" ? "index" : page[2];
    return `${page[1] ? "../rules/" : ""}${name}.html${tail}`;
  }
  return new URL(path, `${REPOSITORY}docs/`).href + tail;
}
