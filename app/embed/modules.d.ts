// What the bundler (xtask/page/embed.mjs) puts in place of these names.

declare module "blueprint-lens-engine" {
  export default function start(input: { module_or_path: URL }): Promise<unknown>;
  /** The analysis of one text; `free` gives its memory back. */
  export class Analysis {
    constructor(text: string);
    free(): void;
    picture(width: number): string;
    redacted(): string;
    ends(): string;
    reach(): string;
    problems(): string;
  }
}
declare module "blueprint-lens-engine-address" {
  const address: string;
  export default address;
}
declare module "blueprint-lens-styles" {
  const css: string;
  export default css;
}
