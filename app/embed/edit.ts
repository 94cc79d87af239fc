// The text of an `editable` element: a plain field, so that nothing more has to be loaded.

/** How long the typing rests before the text is drawn, in milliseconds. */
const REST = 150;

/** A field with its label; `changed` gets what is typed, when the typing rests or the field is left. */
export function field(text: string, changed: (text: string) => void): HTMLElement {
  const area = document.createElement("textarea");
  area.id = "text";
  area.value = text;
  area.rows = Math.min(Math.max(text.split("\n").length, 8), 24);
  area.spellcheck = false;
  area.autocapitalize = "off";
  area.setAttribute("autocorrect", "off");
  const label = document.createElement("label");
  label.htmlFor = "text";
  label.textContent = "Text of the Blueprint";
  let resting: ReturnType<typeof setTimeout>;
  const tell = (): void => {
    clearTimeout(resting);
    if (area.value !== text) changed((text = area.value));
  };
  area.addEventListener("input", () => {
    clearTimeout(resting);
    resting = setTimeout(tell, REST);
  });
  area.addEventListener("change", tell);
  const box = document.createElement("div");
  box.className = "text";
  box.append(label, area);
  return box;
}

/** The start and the end of a line (1-based) in `text`. */
function extent(text: string, line: number): [number, number] {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  return [start, start + (lines[line - 1]?.length ?? 0)];
}

/** Has the links to lines inside `panel` select the line in the field inside `box`, which is nearer than the editor. */
export function linesLeadTo(box: HTMLElement, panel: HTMLElement): void {
  panel.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("a.line-link");
    const area = box.querySelector("textarea");
    if (!link || !area || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const [start, end] = extent(area.value, Number(link.dataset.line));
    // A field scrolls to its cursor when it gets the focus.
    area.blur();
    area.setSelectionRange(start, start);
    area.focus();
    area.setSelectionRange(start, end);
  });
}
