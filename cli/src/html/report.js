// Hover and focus on a picture: light what is connected, dim the rest. The report is complete without this.
"use strict";
document.documentElement.classList.add("has-script");

function enliven(figure) {
  const svg = figure.querySelector("svg");
  const ends = JSON.parse(figure.querySelector("script").textContent);
  const edges = Object.entries(ends).map(([id, [from, to]]) => ({ id, from, to }));
  const items = [...svg.querySelectorAll("[data-node], [data-edge], [data-edge-label]")];
  const idOf = (item) => item.dataset.node ?? item.dataset.edge ?? item.dataset.edgeLabel;
  // The live view puts a new picture in place of an old one, and what was pinned stays so.
  const wasPinned = figure.dataset.pinned;
  let pinned = items.find((item) => wasPinned && idOf(item) === wasPinned) ?? null;

  function pin(item) {
    pinned = item;
    if (item) figure.dataset.pinned = idOf(item);
    else delete figure.dataset.pinned;
    light(pinned);
  }

  function light(item) {
    const lit = new Set();
    // As in the page: an item, its edges, and what they lead to.
    const id = item && idOf(item);
    if (item?.dataset.node !== undefined) lit.add("node " + id);
    for (const edge of edges) {
      const touches = item?.dataset.node === undefined ? edge.id === id : edge.from === id || edge.to === id;
      if (item && touches) lit.add("edge " + edge.id).add("node " + edge.from).add("node " + edge.to);
    }
    svg.classList.toggle("has-path", lit.size > 0);
    for (const other of items) {
      const sort = other.dataset.node === undefined ? "edge " : "node ";
      other.classList.toggle("lit", lit.has(sort + idOf(other)));
    }
  }

  svg.setAttribute("role", "group");
  for (const item of items) {
    if (item.dataset.edgeLabel === undefined) {
      item.setAttribute("tabindex", "0");
      item.setAttribute("role", "img");
      item.setAttribute("aria-label", item.querySelector("title")?.textContent ?? "");
    }
    const line = item.querySelector(".edge-line");
    if (line) {
      const hit = line.cloneNode();
      hit.setAttribute("class", "hit");
      item.append(hit);
    }
    item.addEventListener("pointerenter", () => light(item));
    item.addEventListener("pointerleave", () => light(pinned));
    item.addEventListener("focus", () => light(item));
    item.addEventListener("blur", () => light(pinned));
    item.addEventListener("click", (event) => {
      event.stopPropagation();
      pin(pinned === item ? null : item);
    });
  }
  figure.addEventListener("click", () => pin(null));
  figure.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pin(null);
    if (event.key === "Enter" || event.key === " ") {
      const item = event.target.closest("[data-node], [data-edge]");
      if (item) {
        event.preventDefault();
        pin(pinned === item ? null : item);
      }
    }
  });
  light(pinned);
}
for (const figure of document.querySelectorAll(".picture")) enliven(figure);

// A link to a line opens the folded text around it.
function reveal() {
  const row = document.getElementById(location.hash.slice(1));
  const folded = row?.closest("details");
  if (folded) {
    folded.open = true;
    row.scrollIntoView({ block: "center" });
  }
}
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details[data-print]")) folded.open = true;
});
reveal();
