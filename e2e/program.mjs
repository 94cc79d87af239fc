// The command line: BLUEPRINT_LENS names the program, else the debug build is taken.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/** Where the program lies. */
export const program = process.env.BLUEPRINT_LENS ?? join(target, "debug", "blueprint-lens");
