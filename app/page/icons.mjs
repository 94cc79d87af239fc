// Draws the icons of the installed page from app/page/icon.svg: `node app/page/icons.mjs`, after a change of it.

import { readFile, writeFile } from "node:fs/promises";
import { launch } from "../../e2e/browser.mjs";

const drawing = await readFile(new URL("./icon.svg", import.meta.url), "utf8");
// A system cuts the maskable one to a shape of its own: the ground fills it, and the sign stays in the middle.
const maskable = drawing.replace(' rx="7"', "").replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"').replace('<rect width="32" height="32"', '<rect x="-5" y="-5" width="42" height="42"');
const icons = [
  ["192", 192, drawing],
  ["512", 512, drawing],
  ["512-maskable", 512, maskable],
];

const browser = await launch();
const page = await browser.newPage();
for (const [name, size, svg] of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await writeFile(new URL(`icons/${name}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
await browser.close();
