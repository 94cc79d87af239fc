// Standard input that can be waited for, and the file through which the program does: it writes for how many milliseconds
// at most, and reads a byte if there was something to read, or the end, by then.
//
// WebAssembly has no threads here, so one beside it reads. What both share is a number and room for bytes: 0 when the room is
// free, how many bytes are in it, or -1 at the end.

import { Worker } from "node:worker_threads";

/** The file's path inside the program. */
const INPUT = "/dev/blueprint-lens/input";
const ROOM = 1 << 16;

/** The stream, and `files` with that file. */
export function patient(files) {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT + ROOM);
  const state = new Int32Array(shared, 0, 1);
  const room = new Uint8Array(shared, Int32Array.BYTES_PER_ELEMENT);
  // Started when somebody first asks for input: until the thread has read something, Node does not end.
  let thread;
  const isThere = (milliseconds) => {
    thread ??= new Worker(new URL("./input.mjs", import.meta.url), { workerData: shared });
    thread.unref();
    return Atomics.wait(state, 0, 0, milliseconds) !== "timed-out";
  };
  let taken = 0;
  const stream = {
    kind: "pipe",
    read(buffer) {
      isThere(Infinity);
      const count = Atomics.load(state, 0);
      if (count < 0) return 0;
      const part = room.subarray(taken, Math.min(count, taken + buffer.length));
      buffer.set(part);
      taken += part.length;
      if (taken === count) {
        taken = 0;
        Atomics.store(state, 0, 0);
        Atomics.notify(state, 0);
      }
      return part.length;
    },
    write: () => 0,
  };
  return { stream, files: { ...files, open: (path, how) => (path === INPUT ? inputFile(isThere) : files.open(path, how)) } };
}

function inputFile(isThere) {
  const asked = [];
  let isAnswered = false;
  return {
    stat: () => ({ kind: "other", size: 0, inode: 0, modified: 0 }),
    write(buffer) {
      asked.push(Buffer.from(buffer));
      return buffer.length;
    },
    read(buffer) {
      if (isAnswered || !isThere(Number(Buffer.concat(asked).toString()))) return 0;
      isAnswered = true;
      buffer[0] = 1;
      return 1;
    },
    close() {},
  };
}
