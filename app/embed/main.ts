// `<blueprint-lens>`: a Blueprint inside somebody else's page, to be read, or to be tried out where it is `editable`. What
// the author put inside stays on show until the element is scrolled near and its picture is drawn; where that fails, it
// stays for good.

import css from "blueprint-lens-styles";
import { field, linesLeadTo } from "./edit";
import { loadNow, loaded, whole } from "./engine";
import { source, sourceNow } from "./source";
import { onTheme, systemTheme, themeAround } from "./theme";
import { type Views, isPicture, views } from "./views";

/** How far below the window an element begins to load. */
const NEAR = "400px";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** The elements of the page that do not show all yet: nothing, or a picture without the marks of the rules. */
const waiting = new Set<BlueprintLens>();

class BlueprintLens extends HTMLElement {
  static readonly observedAttributes = ["theme", "height", "editable", "src", "view"];

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
  /** Tells of what the author, or a script of the page, writes inside. */
  readonly #content = new MutationObserver(() => this.#changed());
  #deaf: (() => void) | undefined;
  /** Counts what is to be shown: an answer that comes late must not take the place of a later one. */
  #turn = 0;
  /** What is shown, once something is. */
  #text: string | undefined;
  #views: Views | undefined;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#frame.className = "lens";
    this.#frame.append(document.createElement("slot"));
    this.#root.append(this.#frame);
  }

  connectedCallback(): void {
    this.#dress();
    this.#deaf = onTheme(this.#dress);
    this.#content.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.#text !== undefined) return;
    waiting.add(this);
    this.#near.observe(this);
  }

  disconnectedCallback(): void {
    waiting.delete(this);
    this.#near.disconnect();
    this.#content.disconnect();
    this.#deaf?.();
  }

  attributeChangedCallback(name: string): void {
    if (name === "src") this.#changed();
    else if (name === "view") this.#views?.show(this.getAttribute("view"));
    else if (name !== "editable") this.#dress();
    else if (this.#text !== undefined) void this.#fill(this.#text);
  }

  /** Shows before anything else happens what would have been shown later: the page is about to be printed. */
  showNow(): void {
    this.#near.disconnect();
    try {
      loadNow();
      this.#turn += 1;
      const [text, parts] = [sourceNow(this), views(this.getAttribute("view"))];
      parts.drawNow(text, () => this.#hold(text, parts));
      waiting.delete(this);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What is shown may not be what is asked for any more. */
  #changed(): void {
    if (this.#turn > 0) void this.#show();
  }

  /** Takes over theme and height: the attribute's, else the theme of the page, else the system's. */
  readonly #dress = (): void => {
    const asked = this.getAttribute("theme");
    const own = asked === "light" || asked === "dark" ? asked : undefined;
    this.#frame.dataset.theme = own ?? themeAround(this) ?? systemTheme();
    this.#frame.style.height = this.getAttribute("height") ?? "";
  };

  async #show(): Promise<void> {
    const mine = ++this.#turn;
    try {
      const [text] = await Promise.all([source(this), isPicture(this.getAttribute("view")) ? loaded() : whole()]);
      if (this.#turn === mine) await this.#fill(text);
    } catch (error) {
      if (this.#turn === mine) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    waiting.delete(this);
    console.error(error);
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "status");
    sentence.textContent = `The picture could not be drawn: ${error instanceof Error ? error.message : String(error)}.`;
    this.#frame.replaceChildren(document.createElement("slot"), sentence);
  }

  async #fill(text: string): Promise<void> {
    const parts = views(this.getAttribute("view"));
    // A picture is laid out for its column, so the panel takes its place before it is filled.
    await parts.draw(text, () => this.#hold(text, parts));
    if (this.#views === parts) waiting.delete(this);
  }

  /** Shows the parts instead of what the author put inside. */
  #hold(text: string, parts: Views): void {
    this.#text = text;
    this.#views = parts;
    const { bar, panel } = parts;
    this.#frame.replaceChildren(bar, panel);
    if (!this.hasAttribute("editable")) return;
    const box = field(text, async (typed) => {
      await parts.draw((this.#text = typed));
      this.dispatchEvent(new CustomEvent("blueprint-change", { bubbles: true, detail: { text: typed } }));
    });
    linesLeadTo(box, panel);
    const sides = document.createElement("div");
    sides.className = "sides";
    sides.append(panel, box);
    this.#frame.append(sides);
  }
}

addEventListener("beforeprint", () => waiting.forEach((element) => element.showNow()));

if (!customElements.get("blueprint-lens")) customElements.define("blueprint-lens", BlueprintLens);
