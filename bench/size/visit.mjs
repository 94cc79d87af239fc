// What a first visit requests, and what each file costs to send.

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { closeBrowser, openPage } from "../../e2e/page.mjs";
import { serve } from "../../e2e/server.mjs";

/** What the page asks for when its picture is drawn: the rules with the rest of the app, and the colours of the text. */
const isLater = ({ name }) => name.includes("-secondary-") || name.startsWith("chunks/colours-");

/** The files behind these addresses below `base`, which `folder` holds: what a picture needs first, and what comes later. */
export function sent(addresses, base, folder) {
  const files = [...new Set(addresses)].map((address) => {
    const name = new URL(address).pathname.slice(new URL(base).pathname.length) || "index.html";
    const twin = join(folder, `${name}.br`);
    return { name, bytes: statSync(existsSync(twin) ? twin : join(folder, name)).size };
  });
  return { first: files.filter((file) => !isLater(file)), later: files.filter(isLater) };
}

/** The same of a visit to the page in `folder` that is made here. */
export async function firstVisit(folder) {
  const { url, close } = await serve(folder);
  const lens = await openPage({ url });
  await lens.ready();
  await lens.page.waitForLoadState("networkidle");
  const files = sent(lens.requests, url, folder);
  await closeBrowser();
  await close();
  return files;
}
