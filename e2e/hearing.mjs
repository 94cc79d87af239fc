// What a screen reader says: the element with the focus as the accessibility tree has it, and the live regions.

/** The live regions of the page, those inside the editor's shadow included. */
const live = () => {
  const inside = (root) => [...root.querySelectorAll("*")].flatMap((element) => [
    ...(element.hasAttribute("aria-live") ? [element.textContent] : []),
    ...(element.shadowRoot ? inside(element.shadowRoot) : []),
  ]);
  return inside(document);
};

/** Listens to a page; `heard()` gives what has been said since the last call. */
export async function listen(lens) {
  const devtools = await lens.context.newCDPSession(lens.page);
  await devtools.send("Accessibility.enable");

  /** Names and descriptions of everything on the page. */
  async function everything() {
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    return nodes.flatMap(({ name, description }) => [name, description]).flatMap((part) => part?.value || []);
  }

  /** Name and description of the element with the focus. */
  async function focused() {
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    const hasFocus = ({ properties }) => properties?.some(({ name, value }) => name === "focused" && value.value);
    // The root of a tree has the focus, too, when it is inside.
    const node = nodes.filter(hasFocus).at(-1);
    return [node?.name, node?.description].map((part) => part?.value ?? "");
  }

  let before = { focus: await focused(), regions: await lens.page.evaluate(live) };
  return {
    everything,
    async heard() {
      // Two frames: what a key causes is drawn in the next, and some of it moves the focus then.
      await lens.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const now = { focus: await focused(), regions: await lens.page.evaluate(live) };
      const moved = now.focus.join() !== before.focus.join();
      const said = now.regions.filter((words, index) => words !== before.regions[index]);
      before = now;
      return [...(moved ? now.focus : []), ...said].filter((words) => words.trim() !== "").join(" | ");
    },
  };
}
