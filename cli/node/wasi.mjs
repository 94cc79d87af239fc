// The part of WASI, preview 1, that the program uses: arguments, variables, clock, random bytes, standard streams, files.
// What a file is, the `files` that it is given decide: those of the machine, or some in memory.

import { randomFillSync } from "node:crypto";
import { BAD_DESCRIPTOR, INVALID, NOT_A_DIRECTORY, NOT_SUPPORTED, SUCCESS, WasiError, numberOf } from "./errors.mjs";

/** Kinds of files. */
const UNKNOWN = 0;
const CHARACTER_DEVICE = 2;
const DIRECTORY = 3;
const REGULAR = 4;
const LINK = 7;
/** Everything that a descriptor may be used for, but for the right to seek, which tells a file from a terminal. */
const ALL_RIGHTS = 0x3fffffffn;
const SEEK_RIGHTS = (1n << 2n) | (1n << 5n);
const CREATE = 1;
const MUST_BE_DIRECTORY = 2;
const EXCLUSIVE = 4;
const TRUNCATE = 8;
const MAY_READ = 1n << 1n;
const MAY_WRITE = 1n << 6n;
const APPEND = 1;
const FOLLOW = 1;
/** The one directory that is open from the start: the root of `files`. */
const ROOT = 3;

/** How the program ended. */
export class Exit extends Error {
  constructor(status) {
    super(`ended with ${status}`);
    this.status = status;
  }
}

/** Gives the imports of a program, and what to call with its memory before it starts. */
export function wasi({ args, env, files, streams }) {
  let memory;
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  // The memory's buffer changes whenever it grows.
  const view = () => new DataView(memory.buffer);
  const bytes = (at, length) => new Uint8Array(memory.buffer, at, length);
  const text = (at, length) => decoder.decode(bytes(at, length));

  const open = new Map([
    [0, { stream: streams[0] }],
    [1, { stream: streams[1] }],
    [2, { stream: streams[2] }],
    [ROOT, { path: "/", directory: true }],
  ]);
  const descriptor = (fd) => {
    const found = open.get(fd);
    if (found === undefined) throw new WasiError(BAD_DESCRIPTOR);
    return found;
  };
  const below = (fd, at, length) => {
    const { path, directory } = descriptor(fd);
    if (!directory) throw new WasiError(NOT_A_DIRECTORY);
    return `${path === "/" ? "" : path}/${text(at, length)}`;
  };

  const lists = (values) => {
    const encoded = values.map((value) => encoder.encode(`${value}\0`));
    return {
      sizes(count, size) {
        view().setUint32(count, encoded.length, true);
        view().setUint32(size, encoded.reduce((sum, one) => sum + one.length, 0), true);
      },
      get(pointers, buffer) {
        let at = buffer;
        encoded.forEach((one, index) => {
          view().setUint32(pointers + 4 * index, at, true);
          bytes(at, one.length).set(one);
          at += one.length;
        });
      },
    };
  };
  const ours = lists(args);
  const variables = lists(Object.entries(env).map(([name, value]) => `${name}=${value}`));

  const buffers = (at, count) =>
    Array.from({ length: count }, (_, index) => {
      const entry = at + 8 * index;
      return bytes(view().getUint32(entry, true), view().getUint32(entry + 4, true));
    });
  /** Moves bytes between the program's buffers and a file, until one of them is not filled. */
  const move = (at, count, result, each) => {
    let total = 0;
    for (const buffer of buffers(at, count)) {
      const moved = each(buffer);
      total += moved;
      if (moved < buffer.length) break;
    }
    view().setUint32(result, total, true);
  };
  const read = (file, buffer) => {
    if (file.stream !== undefined) return file.stream.read(buffer);
    if (file.directory) throw new WasiError(BAD_DESCRIPTOR);
    const count = file.open.read(buffer, file.position);
    file.position += count;
    return count;
  };
  const write = (file, buffer) => {
    if (file.stream !== undefined) return file.stream.write(buffer);
    if (file.directory) throw new WasiError(BAD_DESCRIPTOR);
    const count = file.open.write(buffer, file.append ? file.open.stat().size : file.position);
    file.position += count;
    return count;
  };

  const kinds = { directory: DIRECTORY, file: REGULAR, link: LINK, terminal: CHARACTER_DEVICE };
  const putStat = (at, stat) => {
    const to = view();
    const time = BigInt(Math.round(stat.modified * 1e6));
    to.setBigUint64(at, 0n, true);
    to.setBigUint64(at + 8, BigInt(stat.inode), true);
    to.setUint8(at + 16, kinds[stat.kind] ?? UNKNOWN);
    to.setBigUint64(at + 24, 1n, true);
    to.setBigUint64(at + 32, BigInt(stat.size), true);
    for (const place of [40, 48, 56]) to.setBigUint64(at + place, time, true);
  };
  const noFile = (kind) => ({ kind, size: 0, inode: 0, modified: 0 });

  const calls = {
    args_get: ours.get,
    args_sizes_get: ours.sizes,
    environ_get: variables.get,
    environ_sizes_get: variables.sizes,
    clock_time_get(id, _precision, result) {
      const now = id === 0 ? BigInt(Date.now()) * 1_000_000n : process.hrtime.bigint();
      view().setBigUint64(result, now, true);
    },
    random_get: (at, length) => void randomFillSync(bytes(at, length)),
    sched_yield() {},
    /** Waits: of what can be waited for, the program uses the clock alone. */
    poll_oneoff(subscriptions, events, count, result) {
      const from = view();
      if (count !== 1 || from.getUint8(subscriptions + 8) !== 0) return NOT_SUPPORTED;
      const nanoseconds = from.getBigUint64(subscriptions + 24, true);
      const isAbsolute = (from.getUint16(subscriptions + 40, true) & 1) === 1;
      const clock = from.getUint32(subscriptions + 16, true);
      const now = clock === 0 ? BigInt(Date.now()) * 1_000_000n : process.hrtime.bigint();
      const wait = isAbsolute ? nanoseconds - now : nanoseconds;
      if (wait > 0n) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(wait) / 1e6);
      bytes(events, 32).fill(0);
      from.setBigUint64(events, from.getBigUint64(subscriptions, true), true);
      from.setUint32(result, 1, true);
      return SUCCESS;
    },
    proc_exit(status) {
      throw new Exit(status);
    },
    fd_prestat_get(fd, result) {
      if (fd !== ROOT) return BAD_DESCRIPTOR;
      view().setUint32(result, 0, true);
      view().setUint32(result + 4, 1, true);
      return SUCCESS;
    },
    fd_prestat_dir_name(fd, at) {
      if (fd !== ROOT) return BAD_DESCRIPTOR;
      bytes(at, 1).set(encoder.encode("/"));
      return SUCCESS;
    },
    fd_fdstat_get(fd, result) {
      const file = descriptor(fd);
      const kind = file.stream === undefined ? (file.directory ? "directory" : file.open.stat().kind) : file.stream.kind;
      const rights = kind === "file" || kind === "directory" ? ALL_RIGHTS : ALL_RIGHTS & ~SEEK_RIGHTS;
      bytes(result, 24).fill(0);
      view().setUint8(result, kinds[kind] ?? UNKNOWN);
      view().setBigUint64(result + 8, rights, true);
      view().setBigUint64(result + 16, ALL_RIGHTS, true);
    },
    fd_fdstat_set_flags: (fd) => void descriptor(fd),
    fd_filestat_get(fd, result) {
      const file = descriptor(fd);
      if (file.stream !== undefined) putStat(result, noFile(file.stream.kind));
      else putStat(result, file.directory ? files.stat(file.path, true) : file.open.stat());
    },
    fd_filestat_set_size: (fd, size) => descriptor(fd).open.truncate(Number(size)),
    fd_read: (fd, at, count, result) => move(at, count, result, (buffer) => read(descriptor(fd), buffer)),
    fd_write: (fd, at, count, result) => move(at, count, result, (buffer) => write(descriptor(fd), buffer)),
    fd_seek(fd, offset, whence, result) {
      const file = descriptor(fd);
      if (file.open === undefined) return INVALID;
      const from = [0, file.position, file.open.stat().size][whence];
      file.position = from + Number(offset);
      view().setBigUint64(result, BigInt(file.position), true);
      return SUCCESS;
    },
    fd_tell: (fd, result) => view().setBigUint64(result, BigInt(descriptor(fd).position), true),
    fd_close(fd) {
      descriptor(fd).open?.close();
      open.delete(fd);
    },
    /** Entries from number `cookie` on; the last one is cut where the buffer ends, and the program asks again for it. */
    fd_readdir(fd, at, size, cookie, result) {
      const file = descriptor(fd);
      if (!file.directory) return NOT_A_DIRECTORY;
      if (cookie === 0n || file.entries === undefined) file.entries = files.list(file.path);
      let used = 0;
      for (let index = Number(cookie); index < file.entries.length && used < size; index += 1) {
        const { name, kind } = file.entries[index];
        const encoded = encoder.encode(name);
        const entry = new Uint8Array(24 + encoded.length);
        const header = new DataView(entry.buffer);
        header.setBigUint64(0, BigInt(index + 1), true);
        header.setUint32(16, encoded.length, true);
        header.setUint8(20, kinds[kind] ?? UNKNOWN);
        entry.set(encoded, 24);
        const part = entry.subarray(0, size - used);
        bytes(at + used, part.length).set(part);
        used += part.length;
      }
      view().setUint32(result, used, true);
      return SUCCESS;
    },
    path_filestat_get(fd, flags, at, length, result) {
      putStat(result, files.stat(below(fd, at, length), (flags & FOLLOW) !== 0));
    },
    path_readlink(fd, at, length, buffer, size, result) {
      const target = encoder.encode(files.readLink(below(fd, at, length))).subarray(0, size);
      bytes(buffer, target.length).set(target);
      view().setUint32(result, target.length, true);
    },
    path_open(fd, _lookup, at, length, how, rights, _inherited, flags, result) {
      const path = below(fd, at, length);
      const opened = files.open(path, {
        read: (rights & MAY_READ) !== 0n,
        write: (rights & MAY_WRITE) !== 0n,
        create: (how & CREATE) !== 0,
        exclusive: (how & EXCLUSIVE) !== 0,
        truncate: (how & TRUNCATE) !== 0,
        directory: (how & MUST_BE_DIRECTORY) !== 0,
      });
      let number = ROOT + 1;
      while (open.has(number)) number += 1;
      // What has no content of its own is a directory.
      open.set(number, opened === null ? { path, directory: true } : { open: opened, position: 0, append: (flags & APPEND) !== 0 });
      view().setUint32(result, number, true);
    },
  };

  const guarded = (call) => (...parameters) => {
    try {
      return call(...parameters) ?? SUCCESS;
    } catch (error) {
      if (error instanceof Exit) throw error;
      return numberOf(error);
    }
  };
  /** What the program links and never needs here, such as changing folders, says that it is not supported. */
  const imports = new Proxy({}, { get: (_, name) => guarded(calls[name] ?? (() => NOT_SUPPORTED)) });
  return { imports, use: (given) => void (memory = given) };
}
