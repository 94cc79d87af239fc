// A thread that reads standard input, so that the program can wait for it and not only read it: `patient.mjs` says how.

import { workerData } from "node:worker_threads";
import { ofProcess } from "./streams.mjs";

const state = new Int32Array(workerData, 0, 1);
const room = new Uint8Array(workerData, Int32Array.BYTES_PER_ELEMENT);
const input = ofProcess(0);

function said(count) {
  Atomics.store(state, 0, count);
  Atomics.notify(state, 0);
}

try {
  for (let count = input.read(room); count > 0; count = input.read(room)) {
    said(count);
    while (Atomics.load(state, 0) !== 0) Atomics.wait(state, 0, count);
  }
} finally {
  // Input that cannot be read is at its end, too: somebody waits for it.
  said(-1);
}
