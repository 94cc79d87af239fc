// The table of who can reach whom: a cell tells why, the arrow keys lead from cell to cell, and a large table has pages.

/** The page of the table that `panel` is asked to show. */
export const pageOf = (panel: HTMLElement): number => Number(panel.dataset.page ?? 0);

/** Has a table scroll by itself, so that the rest stays in sight. */
export function wide(table: HTMLTableElement | null): void {
  if (!table) return;
  const room = document.createElement("div");
  room.className = "wide";
  table.replaceWith(room);
  room.append(table);
}

/** Where an arrow key leads, in rows and columns. */
const STEPS: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The button of the next cell that has one, from `cell` on in some direction. */
function nextTo(cell: HTMLTableCellElement, [down, right]: [number, number]): HTMLButtonElement | undefined {
  const rows = [...(cell.closest("table")?.rows ?? [])];
  let row = rows.indexOf(cell.parentElement as HTMLTableRowElement);
  let at = cell.cellIndex;
  for (;;) {
    row += down;
    at += right;
    // A row may begin with the name of a lane: cells are counted from the end, where each row has the same.
    const cells = rows[row]?.cells;
    const other = cells?.[down === 0 ? at : cells.length - ((cell.parentElement as HTMLTableRowElement).cells.length - at)];
    if (!other) return undefined;
    const button = other.querySelector("button");
    if (button) return button;
  }
}

/** Makes the table in `panel` work: `explain` tells why a pair can or cannot connect, `fill` shows another page. */
export function explained(
  panel: HTMLElement,
  explain: (from: string, to: string) => DocumentFragment | undefined,
  fill: () => Promise<void>,
): void {
  panel.addEventListener("click", (event) => {
    const target = event.target as Element;
    const page = target.closest<HTMLElement>("[data-page]")?.dataset.page;
    if (page !== undefined && target.closest("[data-page]") !== panel) {
      panel.dataset.page = page;
      void fill();
      return;
    }
    const cell = target.closest<HTMLElement>("td[data-from]");
    const told = cell && explain(cell.dataset.from ?? "", cell.dataset.to ?? "");
    if (!told) return;
    const box = panel.querySelector(".why") ?? document.createElement("div");
    box.className = "why";
    box.setAttribute("role", "status");
    box.replaceChildren(told);
    cell.closest(".wide")?.after(box);
    for (const other of panel.querySelectorAll("td.chosen")) other.classList.remove("chosen");
    cell.classList.add("chosen");
  });
  panel.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const cell = step && (event.target as Element).closest<HTMLTableCellElement>("td[data-from]");
    const button = cell && nextTo(cell, step);
    if (!button) return;
    event.preventDefault();
    button.focus();
  });
  // One cell is on the way of Tab: the one that had the focus last, at first the first one.
  panel.addEventListener("focusin", ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>("td[data-from] button");
    if (!button) return;
    for (const other of panel.querySelectorAll<HTMLButtonElement>('td button[tabindex="0"]')) other.tabIndex = -1;
    button.tabIndex = 0;
  });
}
