// Constants that no first picture reads, by their bytes: what the secondary module may bring (constants.mjs).

import { readFile } from "node:fs/promises";

/** Powers of five of 128 bits each, by which the standard library reads decimals of many digits: the first of them. */
const POWERS_OF_FIVE = { begins: Buffer.from("5ad63b92d653f4ee3f3ba10629aa3f11", "hex"), length: 651 * 16 };

/** Style sheets that stand in exported pictures, one or several behind each other. */
const STYLES = [["diagram.css", "diagram-media.css"], ["overlay.css"]];

/** All of them. */
export async function pieces(root) {
  const text = async (names) => Buffer.concat(await Promise.all(names.map((name) => readFile(new URL(`style/${name}`, root)))));
  const texts = await Promise.all(STYLES.map(text));
  return [POWERS_OF_FIVE, ...texts.map((bytes) => ({ begins: bytes, length: bytes.length }))];
}
