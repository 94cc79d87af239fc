// When V8 compiles a function of the program a second time, optimised.

import { setFlagsFromString } from "node:v8";

/** How long a function runs before that, in V8's own measure; its default is a thirtieth. */
const BUDGET = 50_000_000;
/** The releases of Node that are known to have the flag; V8 complains of one that it does not know. */
const [FIRST, LAST] = [20, 24];

/** Has it wait longer: most runs are over before an optimised function has paid for its compilation. */
export function optimiseLate() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= FIRST && major <= LAST) setFlagsFromString(`--wasm-tiering-budget=${BUDGET}`);
}
