// What the bundler (xtask/page/embed.mjs) puts in place of these names.

declare module "blueprint-lens-engine" {
  export default function start(input: { module_or_path: URL }): Promise<unknown>;
  export function picture(text: string): string;
  export function ends(text: string): string;
  export function reach(text: string): string;
  export function problems(text: string): string;
}
declare module "blueprint-lens-engine-address" {
  const address: string;
  export default address;
}
declare module "blueprint-lens-styles" {
  const css: string;
  export default css;
}
