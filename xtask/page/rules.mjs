// The pages of the rules, `rules/<code>.html`, from what `blueprint-lens` itself explains.

import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Marked } from "marked";
import { READING_POLICY } from "./policy.mjs";

const run = promisify(execFile);
const atOnce = 8;

/** Writes one page per rule and their list into `folder`/rules; `index` is the finished page. */
export async function rulePages(cli, folder, index) {
  const listed = await run(cli, ["rules", "--format", "json"], { maxBuffer: 1 << 26 });
  const { rules } = JSON.parse(listed.stdout);
  if (!Array.isArray(rules) || rules.length === 0) throw new Error("`blueprint-lens rules` lists no rule");
  const frame = pageFrame(index);
  const markdown = new Marked();
  await mkdir(join(folder, "rules"), { recursive: true });

  const write = async ({ rule }) => {
    const { stdout } = await run(cli, ["explain", rule, "--format", "markdown"]);
    const content = `${markdown.parse(stdout)}<p><a href="index.html">All rules</a></p>`;
    await writeFile(join(folder, "rules", `${rule}.html`), frame(`${rule} · Blueprint Lens`, content));
  };
  for (let from = 0; from < rules.length; from += atOnce) {
    await Promise.all(rules.slice(from, from + atOnce).map(write));
  }
  await writeFile(join(folder, "rules", "index.html"), frame("Rules · Blueprint Lens", list(rules)));
}

/** Rules by category, in the order in which the command line lists them. */
function list(rules) {
  const categories = [...new Set(rules.map(({ category }) => category))];
  const section = (category) => {
    const rows = rules
      .filter((rule) => rule.category === category)
      .map(({ rule, severity, summary }) => {
        const link = `<a href="${rule}.html"><code>${rule}</code></a>`;
        return `<tr><th scope="row">${link}</th><td>${escape(severity)}</td><td>${escape(summary)}</td></tr>`;
      });
    const head = '<thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">What it finds</th></tr></thead>';
    return `<h2>${escape(category)}</h2><table>${head}<tbody>${rows.join("\n")}</tbody></table>`;
  };
  return `<h1>Rules</h1>${categories.map(section).join("\n")}`;
}

/** The frame around one page: the style sheet and icon of the page itself, no script at all. */
function pageFrame(index) {
  const own = (pattern) => {
    const tag = pattern.exec(index)?.[0];
    if (tag === undefined) throw new Error(`index.html has no ${pattern}`);
    return tag.replace(/href="\.\//, 'href="../');
  };
  const style = own(/<link[^>]*rel="stylesheet"[^>]*>/);
  const icon = own(/<link[^>]*rel="icon"[^>]*>/);
  return (title, content) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${READING_POLICY}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
${icon}
${style}
</head>
<body class="rule-page">
<header><a href="../index.html">Blueprint Lens</a></header>
<main>
${content}
</main>
</body>
</html>
`;
}

function escape(text) {
  return String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
