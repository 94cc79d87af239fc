// `<blueprint-lens>`: a Blueprint inside somebody else's page, to be read. What the author put inside stays on show
// until the element is scrolled near and its picture is drawn; where that fails, it stays for good.

import start, { ends, picture, problems, reach } from "blueprint-lens-engine";
import wasm from "blueprint-lens-engine-address";
import css from "blueprint-lens-styles";
import { encode } from "../editor/src/link";
import { lightable } from "./light";
import { source } from "./source";

const VIEWS = ["diagram", "reach", "problems"] as const;
type View = (typeof VIEWS)[number];

/** How far below the window an element begins to load. */
const NEAR = "400px";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

let engine: Promise<unknown> | undefined;
const loaded = (): Promise<unknown> =>
  (engine ??= start({ module_or_path: new URL(wasm, import.meta.url) }).catch((error: unknown) => {
    engine = undefined;
    throw error;
  }));

class BlueprintLens extends HTMLElement {
  static readonly observedAttributes = ["theme", "height"];

  readonly #root = this.attachShadow({ mode: "open" });
  readonly #frame = document.createElement("div");
  readonly #near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#near.disconnect();
      void this.#show();
    },
    { rootMargin: NEAR },
  );
  readonly #system = matchMedia("(prefers-color-scheme: dark)");
  #shown = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#frame.className = "lens";
    this.#frame.append(document.createElement("slot"));
    this.#root.append(this.#frame);
  }

  connectedCallback(): void {
    this.#dress();
    this.#system.addEventListener("change", this.#dress);
    if (!this.#shown) this.#near.observe(this);
  }

  disconnectedCallback(): void {
    this.#near.disconnect();
    this.#system.removeEventListener("change", this.#dress);
  }

  attributeChangedCallback(): void {
    this.#dress();
  }

  /** Takes over theme and height: the attribute's, else the colour scheme of the page, else the system's. */
  readonly #dress = (): void => {
    const asked = this.getAttribute("theme");
    const page = getComputedStyle(this).colorScheme;
    const theme = [asked, page].find((name) => name === "light" || name === "dark");
    this.#frame.dataset.theme = theme ?? (this.#system.matches ? "dark" : "light");
    this.#frame.style.height = this.getAttribute("height") ?? "";
  };

  async #show(): Promise<void> {
    try {
      const [text] = await Promise.all([source(this), loaded()]);
      const editor = new URL("./index.html", import.meta.url).href + (await encode(text));
      this.#fill(text, editor);
      this.#shown = true;
    } catch (error) {
      console.error(error);
      const sentence = document.createElement("p");
      sentence.setAttribute("role", "status");
      sentence.textContent = `The picture could not be drawn: ${error instanceof Error ? error.message : String(error)}.`;
      this.#frame.replaceChildren(document.createElement("slot"), sentence);
    }
  }

  #fill(text: string, editor: string): void {
    const tabs = document.createElement("div");
    tabs.setAttribute("role", "tablist");
    tabs.setAttribute("aria-label", "View of the Blueprint");
    const panel = document.createElement("div");
    panel.id = "panel";
    panel.tabIndex = 0;
    panel.setAttribute("role", "tabpanel");
    const buttons = VIEWS.map((view) => {
      const button = document.createElement("button");
      button.type = "button";
      button.id = view;
      button.textContent = view;
      button.setAttribute("role", "tab");
      button.setAttribute("aria-controls", "panel");
      return button;
    });
    const choose = (view: View): void => {
      for (const button of buttons) {
        button.ariaSelected = String(button.id === view);
        button.tabIndex = button.id === view ? 0 : -1;
      }
      panel.setAttribute("aria-labelledby", view);
      // Markup of the engine, which escapes every text of the file.
      panel.innerHTML = { diagram: picture, reach, problems }[view](text);
      // The lines are those of a text that this page does not show.
      for (const line of panel.querySelectorAll<HTMLAnchorElement>("a.line-link")) line.href = editor;
      const svg = view === "diagram" ? panel.querySelector("svg") : null;
      if (svg) lightable(svg, ends(text));
    };
    buttons.forEach((button, at) => {
      button.addEventListener("click", () => choose(button.id as View));
      button.addEventListener("keydown", ({ key }) => {
        const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[key];
        const other = next === undefined ? undefined : buttons.at(next % buttons.length);
        if (!other) return;
        choose(other.id as View);
        other.focus();
      });
    });
    const link = document.createElement("a");
    link.href = editor;
    link.textContent = "Open in editor";
    tabs.append(...buttons);
    const bar = document.createElement("div");
    bar.className = "bar";
    bar.append(tabs, link);
    this.#frame.replaceChildren(bar, panel);
    choose(VIEWS.find((view) => view === this.getAttribute("view")) ?? "diagram");
  }
}

if (!customElements.get("blueprint-lens")) customElements.define("blueprint-lens", BlueprintLens);
