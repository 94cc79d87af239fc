// What a panel shows, replaced without the keyboard's focus being lost on the way.

/**
 * Puts `made` in place of all that `panel` shows. A node or an edge that has the focus hands it to the same one of `made`
 * while both are there; anything else hands it to the panel.
 */
export function replaceContent(panel: HTMLElement, made: DocumentFragment): void {
  const gone = [...panel.childNodes];
  const { activeElement } = panel.getRootNode() as ShadowRoot;
  const held = activeElement !== panel && panel.contains(activeElement) ? (activeElement as HTMLElement | SVGElement) : undefined;
  const heir = held && (same(held, made) ?? panel);
  panel.append(made);
  // It stands below what goes for a moment, which is no reason to scroll.
  heir?.focus({ preventScroll: true });
  for (const node of gone) node.remove();
}

/** The same node or edge of another picture. */
function same({ dataset: { node, edge } }: HTMLElement | SVGElement, made: DocumentFragment): SVGElement | null {
  const [name, id] = node === undefined ? ["data-edge", edge] : ["data-node", node];
  return id === undefined ? null : made.querySelector<SVGElement>(`[${name}="${CSS.escape(id)}"]`);
}
