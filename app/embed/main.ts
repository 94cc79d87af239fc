// `<blueprint-lens>`: a Blueprint inside somebody else's page, to be read, or to be tried out where it is `editable`. What
// the author put inside stays on show until the element is scrolled near and its picture is drawn; where that fails, it
// stays for good.

import start from "blueprint-lens-engine";
import wasm from "blueprint-lens-engine-address";
import css from "blueprint-lens-styles";
import { field, linesLeadTo } from "./edit";
import { source } from "./source";
import { type Views, views } from "./views";

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
  static readonly observedAttributes = ["theme", "height", "editable"];

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
  /** What is shown, once something is. */
  #text: string | undefined;

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
    if (this.#text === undefined) this.#near.observe(this);
  }

  disconnectedCallback(): void {
    this.#near.disconnect();
    this.#system.removeEventListener("change", this.#dress);
  }

  attributeChangedCallback(name: string): void {
    if (name !== "editable") this.#dress();
    else if (this.#text !== undefined) void this.#fill(this.#text);
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
      await this.#fill(text);
    } catch (error) {
      console.error(error);
      const sentence = document.createElement("p");
      sentence.setAttribute("role", "status");
      sentence.textContent = `The picture could not be drawn: ${error instanceof Error ? error.message : String(error)}.`;
      this.#frame.replaceChildren(document.createElement("slot"), sentence);
    }
  }

  async #fill(text: string): Promise<void> {
    const { bar, panel, draw } = views(this.getAttribute("view"));
    // A picture is laid out for its column, so the panel takes its place before it is filled.
    await draw(text, () => this.#hold(text, bar, panel, draw));
  }

  /** Shows the parts instead of what the author put inside. */
  #hold(text: string, bar: HTMLElement, panel: HTMLElement, draw: Views["draw"]): void {
    this.#text = text;
    this.#frame.replaceChildren(bar, panel);
    if (!this.hasAttribute("editable")) return;
    const box = field(text, async (typed) => {
      await draw((this.#text = typed));
      this.dispatchEvent(new CustomEvent("blueprint-change", { bubbles: true, detail: { text: typed } }));
    });
    linesLeadTo(box, panel);
    const sides = document.createElement("div");
    sides.className = "sides";
    sides.append(panel, box);
    this.#frame.append(sides);
  }
}

if (!customElements.get("blueprint-lens")) customElements.define("blueprint-lens", BlueprintLens);
