// `embed.html`: a page that holds one element, for places that take an address only. `?src=` is the address of the
// Blueprint, `#v1=` its text as in a link of the editor; `?view=` and `?theme=` are those of the element.

import { decode, isLink } from "../editor/src/link";

const sheet = new CSSStyleSheet();
sheet.replaceSync(":root { color-scheme: light dark; } body { margin: 0; } blueprint-lens > * { margin: 12px; }");
document.adoptedStyleSheets = [sheet];

/** The Blueprint's own address, if it is one that can be asked. */
function asked(src: string): URL | undefined {
  const address = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : undefined;
  return address && /^https?:$/.test(address.protocol) ? address : undefined;
}

async function content(parameters: URLSearchParams): Promise<HTMLElement> {
  if (isLink(location.hash)) {
    const written = document.createElement("pre");
    written.textContent = await decode(location.hash);
    return written;
  }
  const address = asked(parameters.get("src") ?? "");
  if (!parameters.get("src") || !address) throw new Error("the address of this page names no Blueprint: say ?src=https://…");
  const link = document.createElement("a");
  link.href = address.href;
  link.textContent = address.href;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}

async function show(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const element = document.createElement("blueprint-lens");
  for (const name of ["view", "theme"]) {
    const value = parameters.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  try {
    element.append(await content(parameters));
  } catch (error) {
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "status");
    sentence.textContent = `Nothing can be shown: ${error instanceof Error ? error.message : "the link is damaged"}.`;
    return document.body.replaceChildren(sentence);
  }
  document.body.replaceChildren(element);
}

addEventListener("hashchange", () => void show());
void show();
