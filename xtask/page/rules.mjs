// The pages of the rules, `rules/<code>.html`, from what `prerender` writes about each rule.

import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { escape, frame, markdown, sentence } from "./reading.mjs";

const run = promisify(execFile);

/** Writes one page per rule, their list and their style sheet into `folder`/rules. */
export async function rulePages(prerender, root, folder) {
  const listed = await run(prerender, ["rules"], { maxBuffer: 1 << 26 });
  const rules = JSON.parse(listed.stdout);
  if (!Array.isArray(rules) || rules.length === 0) throw new Error("`prerender rules` lists no rule");
  const save = (name, text) => writeFile(join(folder, "rules", name), text);
  await mkdir(join(folder, "rules"), { recursive: true });
  const css = await readFile(new URL("style/rules.css", root), "utf8");
  await save("rules.css", (await transform(css, { loader: "css", minify: true })).code);
  await save("index.html", frame("Rules", list(rules)));
  const reader = markdown({ opens: "../index.html" });
  for (const rule of rules) await save(`${rule.code}.html`, frame(rule.code, page(rule, reader)));
}

function page(rule, reader) {
  const terms = [
    ["Severity", rule.severity],
    ["Category", rule.category],
    ...(rule.facts.length > 0 ? [["Facts", rule.facts.map(({ id }) => id).join(", ")]] : []),
    ["Fix", rule.fixes ? "offered for clear cases" : "by hand"],
    ["Since", rule.since],
    ...(rule.default ? [] : [["Default", "off"]]),
  ];
  const facts = terms.map(([term, value]) => `<div><dt>${term}</dt><dd>${escape(value)}</dd></div>`).join("");
  return `<h1><code>${escape(rule.code)}</code></h1>
<p>${escape(sentence(rule.summary))}</p>
<dl>${facts}</dl>
${reader.parse(rule.page + grounds(rule))}`;
}

/** The facts that a rule rests on, as a last section in Markdown; empty where it rests on none. */
function grounds(rule) {
  const source = ({ name, url, date }) => `${url === null ? name : `[${name}](${url})`}, ${date}`;
  const items = rule.facts.map(
    ({ id, certainty, statement, sources }) =>
      `- **${id}**, ${certainty}: ${statement} Source: ${sources.map(source).join("; ")}.`,
  );
  return items.length > 0 ? `\n## Facts\n\n${items.join("\n")}\n` : "";
}

/** Rules by category, in the order in which the command line lists them. */
function list(rules) {
  const row = ({ code, severity, summary }) =>
    `<tr><th scope="row"><a href="${code}.html"><code>${code}</code></a></th><td>${escape(severity)}</td><td>${escape(sentence(summary))}</td></tr>`;
  const head = '<thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">What it finds</th></tr></thead>';
  const section = (category) => {
    const rows = rules.filter((rule) => rule.category === category).map(row);
    return `<h2>${escape(category)}</h2>\n<table>${head}<tbody>\n${rows.join("\n")}\n</tbody></table>`;
  };
  const categories = [...new Set(rules.map(({ category }) => category))];
  return `<h1>Rules</h1>\n${categories.map(section).join("\n")}`;
}
