// The secondary module of the engine: what no picture needs (embed/src/secondary.rs). It is fetched once for all elements
// of a page, after the first picture.

import address from "blueprint-lens-secondary-address";
import { Secondary } from "../page/secondary";

export const secondary = new Secondary();

secondary.liesAt(new URL(address, import.meta.url).href);

/** Adds it to the instance with these exports at once; for the engine, when it cannot go on without it. */
export const join = (exports: WebAssembly.Exports): void => secondary.join(exports);
