// What one gets without Blueprint Lens: files against the official schema, with the usual packages.
// `node bench/schema.mjs SCHEMA FILE…` prints what it found and the time it took without its start.

import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import { parseDocument } from "yaml";

const [schema, ...files] = process.argv.slice(2);
const start = performance.now();
const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(schema, "utf8")),
);
let refused = 0;
let errors = 0;
for (const file of files) {
  const document = parseDocument(readFileSync(file, "utf8"));
  const valid = document.errors.length === 0 && validate(document.toJS());
  if (!valid) {
    refused += 1;
    errors += document.errors.length || validate.errors.length;
  }
}
console.log(JSON.stringify({ refused, errors, milliseconds: performance.now() - start }));
