// What the page's process has used, as Linux tells it: a busy machine makes everything longer, but hardly more work.

import { readFileSync } from "node:fs";

/** Ticks of the processor's clock in a second. */
const TICKS = 100;

/** Processor seconds of all pages of a browser, and the most memory that one has had, in megabytes. */
export async function used(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const ticks = (id) => {
    // What follows the name, which may hold spaces.
    const fields = readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1].split(" ");
    return Number(fields[11]) + Number(fields[12]);
  };
  const memory = (id) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) / 1000;
  return {
    seconds: pages.reduce((sum, id) => sum + ticks(id), 0) / TICKS,
    megabytes: Math.round(Math.max(...pages.map(memory))),
  };
}
