// What a screen reader says: the focused element of the accessibility tree, and the live regions.

/** Watches what is said on a page. */
export async function listen(lens) {
  const devtools = await lens.context.newCDPSession(lens.page);
  await devtools.send("Accessibility.enable");

  /** Name, description and role of the element with the focus, as the browser hands them to assistive technology. */
  async function focused() {
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    const has = (node, property) => node.properties?.some(({ name, value }) => name === property && value.value === true);
    // A tree names its root as focused, too, when the focus is inside it.
    const node = nodes.filter((node) => has(node, "focused")).at(-1);
    const text = (part) => node?.[part]?.value ?? "";
    return { role: text("role"), name: text("name"), description: text("description") };
  }

  /** Everything that is said after a key: the element that it led to, and what the live regions say. */
  async function heard() {
    await lens.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { name, description } = await focused();
    const live = await lens.page.locator("[aria-live]").allTextContents();
    return [name, description, ...live].filter((words) => words.trim() !== "").join(" | ");
  }

  return { focused, heard };
}
