// Texts of the engine as elements: names in backticks are set as code, nothing is read as markup.

/** A paragraph of that class. */
export function prose(name: string, text: string): HTMLElement {
  const paragraph = element("p", name);
  text.split("`").forEach((piece, index) => {
    if (index % 2 === 0) paragraph.append(piece);
    else paragraph.append(Object.assign(document.createElement("code"), { textContent: piece }));
  });
  return paragraph;
}

/** An element of that class. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { className });
}
