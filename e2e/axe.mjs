// What axe-core finds on a page that was opened with `bypassCSP`.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One line per violation: rule, how bad, where. */
export async function violations(lens) {
  await lens.page.evaluate(axe);
  // Menus and cards come without a fade, but the picture glides; what is on its way has the colours of its way.
  await lens.page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const found = await lens.page.evaluate(async () => (await window.axe.run(document)).violations);
  return found.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
