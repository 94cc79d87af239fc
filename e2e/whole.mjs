// What is cut, covered or out of the window at this moment. `faults` runs in the page.

/** One line per fault. */
export function faults() {
  const found = [];
  const box = (element) => element.getBoundingClientRect();
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box(element).width > 0;
  const name = (element) => (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40);
  const visible = (root, selector) => [...root.querySelectorAll(selector)].filter(shown);
  const overlap = (a, b, slack) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;
  const inside = (inner, outer, slack) =>
    inner.left >= outer.left - slack && inner.right <= outer.right + slack && inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;
  /** Every two of some elements that share more than a rim. */
  const collisions = (elements, slack, kind) => {
    const boxes = elements.map((element) => [element, box(element)]).sort(([, a], [, b]) => a.left - b.left);
    boxes.forEach(([element, a], at) => {
      for (const [other, b] of boxes.slice(at + 1)) {
        if (b.left >= a.right) break;
        // The lines of one name stand close.
        if (kind === "texts" && element.parentElement === other.parentElement) continue;
        if (overlap(a, b, slack)) found.push(`${kind}: "${name(element)}" over "${name(other)}"`);
      }
    });
  };

  // The page.
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  for (const bar of [".toolbar", ".tabs", ".picture-bar", ".filter-bar", ".status"]) {
    for (const root of visible(document, bar)) {
      const parts = visible(root, "button, input, a, label, .brand");
      collisions(parts.filter((part) => !part.parentElement.closest("button, a, label")), 1, bar);
      for (const part of parts) {
        const { left, right } = box(part);
        if (left < -1 || right > innerWidth + 1) found.push(`${bar}: "${name(part)}" is out of the window`);
        if (part.scrollWidth > part.clientWidth + 1 && part.localName === "button") found.push(`${bar}: "${name(part)}" is cut`);
      }
    }
  }

  // The picture.
  const pane = document.querySelector('[data-testid="diagram"]');
  if (!shown(pane)) return found;
  const drawing = pane.querySelector("svg.diagram");
  const texts = visible(drawing, "text");
  // A rim of the line around the letters may touch.
  collisions(texts, 1.5, "texts");
  const outline = (node) => box(node.querySelector(".node-box, .internet-bar"));
  const nodes = visible(drawing, "[data-node]");
  const outlines = nodes.map((node) => outline(node));
  for (const text of visible(drawing, "[data-node] text")) {
    if (!inside(box(text), outline(text.closest("[data-node]")), 1)) found.push(`"${name(text)}" is wider than its node`);
  }
  for (const text of visible(drawing, ".far-name text")) {
    if (!outlines.some((outline) => inside(box(text), outline, 1))) found.push(`"${name(text)}" is wider than its node`);
  }
  const marks = visible(drawing, ".badge-error, .badge-warning");
  for (const mark of marks) {
    const covered = texts.find((text) => overlap(box(mark), box(text), 1.5));
    if (covered) found.push(`a mark covers "${name(covered)}"`);
  }
  // A picture of which all is in sight keeps clear of the bar.
  const bar = box(pane.querySelector(".picture-bar"));
  const [whole, room] = [box(drawing), box(pane)];
  const isFitted = whole.left >= room.left - 1 && whole.right <= room.right + 1 && whole.top >= room.top - 1;
  if (isFitted && whole.bottom > bar.top + 1) found.push("the bar covers the picture");
  return found;
}
