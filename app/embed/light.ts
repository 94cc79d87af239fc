// Hover and focus on a picture: light what is connected, dim the rest.

/** Makes the items of `svg` reachable by keyboard; `ends` has a line for each edge: its id and its two ends. */
export function lightable(svg: SVGElement, ends: string): void {
  const edges = ends.split("\n").filter(Boolean).map((line) => line.split("\t"));
  const items = [...svg.querySelectorAll<SVGElement>("[data-node], [data-edge], [data-edge-label]")];
  let pinned: SVGElement | null = null;

  const named = ({ dataset }: SVGElement): string =>
    dataset.node === undefined ? `edge ${dataset.edge ?? dataset.edgeLabel}` : `node ${dataset.node}`;
  const light = (item: SVGElement | null): void => {
    const lit = new Set(item ? [named(item)] : []);
    for (const [id, from, to] of edges) {
      const parts = [`edge ${id}`, `node ${from}`, `node ${to}`];
      if (item && parts.includes(named(item))) parts.forEach((part) => lit.add(part));
    }
    svg.classList.toggle("has-path", lit.size > 0);
    for (const each of items) each.classList.toggle("lit", lit.has(named(each)));
  };
  const pin = (item: SVGElement | null): void => light((pinned = pinned === item ? null : item));

  svg.setAttribute("role", "group");
  for (const item of items) {
    if (item.dataset.edgeLabel === undefined) {
      item.setAttribute("tabindex", "0");
      item.setAttribute("role", "img");
      item.setAttribute("aria-label", item.querySelector("title")?.textContent ?? "");
    }
    item.addEventListener("pointerenter", () => light(item));
    item.addEventListener("pointerleave", () => light(pinned));
    item.addEventListener("focus", () => light(item));
    item.addEventListener("blur", () => light(pinned));
    item.addEventListener("click", () => pin(item));
    item.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      pin(item);
    });
  }
  svg.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pin(null);
  });
}
