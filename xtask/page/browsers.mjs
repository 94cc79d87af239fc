// The browsers that the page is made for, as esbuild and wasm-opt need to be told.

export const browsers = ["chrome111", "edge111", "firefox115", "safari16.4"];

/** What all of them run. Given more, wasm-opt uses it: tail calls, for one, which Safari has since 18.2 only. */
export const features = [
  "bulk-memory",
  "bulk-memory-opt",
  "sign-ext",
  "nontrapping-float-to-int",
  "mutable-globals",
  "multivalue",
  "reference-types",
].map((name) => `--enable-${name}`);
