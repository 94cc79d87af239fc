/** Importing this module registers the element `<blueprint-lens>`. */
export {};

/** `<blueprint-lens>`. Its attributes: `src`, `view`, `theme`, `editable`, `height`. */
interface BlueprintLensElement extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "blueprint-lens": BlueprintLensElement;
  }
  interface HTMLElementEventMap {
    /** The text of an `editable` element was changed. */
    "blueprint-change": CustomEvent<{ text: string }>;
  }
}
