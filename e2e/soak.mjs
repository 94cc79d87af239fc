// Scripted editing without end, and what of it stays in memory.

/** Line by line: typed, mended, taken back. Every round leaves the text as it was. */
async function round(lens, number) {
  const { keyboard } = lens.page;
  const before = await lens.revision();
  await keyboard.press("ControlOrMeta+End");
  const name = `soak-${number % 7}`;
  await keyboard.type(`  - {type: pserv, name: ${name}, runtime: docker, plan: starter}`);
  await lens.drawnSince(before);
  // Broken for a moment, and whole again.
  await keyboard.type("[");
  await keyboard.press("Backspace");
  for (const key of ["Shift+Home", "Delete", "Shift+Home", "Delete"]) await keyboard.press(key);
  return name.length + 67;
}

/**
 * What is alive after a collection: bytes of the script and of the engine, nodes of the document, listeners, and all nodes.
 * Among the last are those of the browser's own undo history, which grows to a thousand steps.
 */
async function alive(page, session) {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name) => metrics.find((one) => one.name === name).value;
  const engine = await page.evaluate(() => globalThis.soaked.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  const nodes = await page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 0;
    while (walker.nextNode()) count += 1;
    return count;
  });
  return { script: metric("JSHeapUsedSize"), engine, nodes, listeners: metric("JSEventListeners"), allNodes: metric("Nodes") };
}

/** Keeps hold of the engine's memory; for a page's `prepare`. */
export const watched = (context) =>
  context.addInitScript(() => {
    globalThis.soaked = [];
    const keep = ({ exports }) => {
      for (const found of Object.values(exports)) if (found instanceof WebAssembly.Memory) globalThis.soaked.push(found);
    };
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name].bind(WebAssembly);
      WebAssembly[name] = async (...given) => {
        const made = await original(...given);
        keep(made.instance ?? made);
        return made;
      };
    }
  });

/**
 * Edits `edits` times (a key press each) and looks `looks` times at what is alive. Returns the looks and, for each stretch
 * between two, how long the page worked on a key press at the median and the 95th percentile, in milliseconds.
 */
export async function soak(lens, edits, looks) {
  const { page } = lens;
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await lens.editor.focus();
  const found = [];
  let [done, number] = [0, 0];
  for (let look = 0; look < looks; look += 1) {
    await page.evaluate(() => performance.clearMeasures("lens:draw"));
    while (done < (edits * (look + 1)) / looks) done += await round(lens, number++);
    await lens.settled();
    const times = (await lens.measures("lens:draw")).sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    found.push({ edits: done, median: at(0.5), slow: at(0.95), ...(await alive(page, session)) });
  }
  return found;
}
