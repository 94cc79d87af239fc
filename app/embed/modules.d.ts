// What the bundler (xtask/page/embed.mjs) puts in place of these names.

declare module "blueprint-lens-engine" {
  export function initSync(input: { module: WebAssembly.Module }): WebAssembly.Exports;
  /** The analysis of one text; `free` gives its memory back. */
  export class Analysis {
    constructor(text: string);
    /** The same text with what the rules find; takes the place of this one, which is free then. */
    checked(): Analysis;
    free(): void;
    picture(width: number): string;
    redacted(): string;
    ends(): string;
    reach(page: number): string;
    exposure(): string;
    explain(from: string, to: string): string;
    problems(): string;
  }
}
declare module "blueprint-lens-engine-address" {
  const address: string;
  export default address;
}
declare module "blueprint-lens-secondary-address" {
  const address: string;
  export default address;
}
declare module "blueprint-lens-styles" {
  const css: string;
  export default css;
}
