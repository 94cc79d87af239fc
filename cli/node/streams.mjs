// Standard input, output and error: those of the process, or texts.

import { readSync, writeSync } from "node:fs";
import { isatty } from "node:tty";

const PAUSE = new Int32Array(new SharedArrayBuffer(4));

/** Calls again for as long as the other end of a stream is not ready. */
function patiently(call) {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(PAUSE, 0, 0, 2);
    }
  }
}

/** A stream of the process. */
export const ofProcess = (fd) => ({
  kind: isatty(fd) ? "terminal" : "pipe",
  read(buffer) {
    try {
      return patiently(() => readSync(fd, buffer));
    } catch (error) {
      // Windows says the end of a pipe so.
      if (error.code === "EOF") return 0;
      throw error;
    }
  },
  write: (buffer) => patiently(() => writeSync(fd, buffer)),
});

/** A stream that gives `bytes`. */
export function giving(bytes) {
  let at = 0;
  return {
    kind: "pipe",
    read(buffer) {
      const part = bytes.subarray(at, at + buffer.length);
      buffer.set(part);
      at += part.length;
      return part.length;
    },
    write: () => 0,
  };
}

/** A stream that keeps what is written to it; `content` gives all of it. */
export function keeping() {
  const parts = [];
  return {
    kind: "pipe",
    read: () => 0,
    write(buffer) {
      parts.push(Buffer.from(buffer));
      return buffer.length;
    },
    content: () => Buffer.concat(parts),
  };
}
