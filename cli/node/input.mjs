// A thread that reads standard input, so that the program can wait for it and not only read it: `patient.mjs` says how.

import { workerData } from "node:worker_threads";
import { ofProcess } from "./streams.mjs";

const state = new Int32Array(workerData, 0, 1);
const room = new Uint8Array(workerData, Int32Array.BYTES_PER_ELEMENT);
const input = ofProcess(0);

for (let count = 1; count > 0; ) {
  count = input.read(room);
  Atomics.store(state, 0, count > 0 ? count : -1);
  Atomics.notify(state, 0);
  while (count > 0 && Atomics.load(state, 0) !== 0) Atomics.wait(state, 0, count);
}
