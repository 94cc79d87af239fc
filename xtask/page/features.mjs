// Flags for wasm-opt and its siblings: what all browsers run that the page is made for. Given more, they use it: tail
// calls, for one, which Safari has since 18.2 only.

export const features = [
  "bulk-memory",
  "bulk-memory-opt",
  "sign-ext",
  "nontrapping-float-to-int",
  "mutable-globals",
  "multivalue",
  "reference-types",
].map((name) => `--enable-${name}`);
