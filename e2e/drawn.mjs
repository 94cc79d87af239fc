// What a drawing in the browser shows, as plain data that can be compared with other drawings and with the JSON.

/**
 * Every item of the drawing inside `root`, back to front: its hook and id, its classes and marks, and every shape with
 * all of its geometry. `boxes` holds the outline of each lane, group, node and label in the drawing's own units, by hook
 * and id; `stops` where the cross of a blocked edge is.
 *
 * Runs in the browser. Left out is what a drawing has for its surroundings alone: names for assistive technology, the
 * wide invisible lines for the pointer, the buttons that fold, the light of the path that is pointed at, and the length
 * that texts are stretched to where the bundled font may be missing.
 */
export function drawing(root) {
  const hooks = ["lane", "group", "edge", "node", "edge-label"];
  const outlines = [".lane-box", ".frame-box", ".node-box", ".internet-bar", ".card"].join(", ");
  const geometry = ["x", "y", "width", "height", "rx", "cx", "cy", "r", "d", "transform", "text-anchor"];
  const words = ({ classList }) => [...classList].filter((word) => word !== "lit" && word !== "at-cursor").join(" ");
  const [items, boxes, stops] = [[], {}, {}];
  for (const group of root.querySelector("[data-node], [data-lane]")?.parentElement.children ?? []) {
    const hook = hooks.find((name) => group.hasAttribute(`data-${name}`));
    if (group.tagName !== "g" || words(group) === "fold") continue;
    const id = hook && group.getAttribute(`data-${hook}`);
    const { e: left, f: top } = group.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    const outline = group.querySelector(outlines);
    if (hook && outline) {
      const { x, y, width, height } = outline.getBBox();
      boxes[`${hook} ${id}`] = { x: left + x, y: top + y, width, height };
    }
    const stop = group.querySelector(".stop");
    if (hook && stop) stops[id] = { x: left + stop.cx.baseVal.value, y: top + stop.cy.baseVal.value };
    const shapes = [...group.children].filter((shape) => shape.tagName !== "title" && !["edge-hit", "hit"].includes(words(shape)));
    items.push({
      item: hook ? `${hook} ${id}` : "decoration",
      class: words(group),
      at: [left, top],
      ...(hook === "node" && { severity: group.getAttribute("data-severity") }),
      ...(hook === "edge" && { verdict: group.getAttribute("data-verdict") }),
      shapes: shapes.map((shape) => [
        shape.tagName,
        words(shape),
        ...geometry.filter((name) => shape.hasAttribute(name)).map((name) => `${name}=${shape.getAttribute(name)}`),
        shape.textContent,
      ]),
    });
  }
  return { items, boxes, stops };
}

/** The corners of every piece of a line whose corners are rounded: `L` to the arc, `Q` around the corner, and on. */
export function corners(d) {
  return d.split("M").slice(1).map((piece) => {
    const steps = piece.split(/(?=[LQ])/).map((step) => step.replace(/[LQ]/, "").trim().split(/\s+/).map(Number));
    const round = steps.filter((step) => step.length === 4);
    return [steps[0], ...round, steps.at(-1)].map(([x, y]) => ({ x, y }));
  });
}
