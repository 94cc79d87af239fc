// The files of the machine, and one more: the one through which the program has git run.

import {
  closeSync, constants, fstatSync, ftruncateSync, lstatSync, openSync, readSync, readdirSync, readlinkSync, statSync, writeSync,
} from "node:fs";
import { GIT, gitFile } from "./git.mjs";
import { inside, outside } from "./paths.mjs";

const kindOf = (entry) =>
  entry.isDirectory() ? "directory" : entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : entry.isCharacterDevice() ? "terminal" : "other";

const statOf = (found) => ({
  kind: kindOf(found),
  size: Number(found.size),
  inode: found.ino,
  modified: Number(found.mtimeMs),
});

export const machine = {
  stat(path, follow) {
    // Numbers of files exceed what a double holds.
    const read = follow ? statSync : lstatSync;
    return statOf(read(outside(path), { bigint: true }));
  },
  list: (path) => readdirSync(outside(path) || "/", { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  readLink: (path) => inside(readlinkSync(outside(path))),
  /** An open file; `null` for a directory. */
  open(path, how) {
    if (path === GIT) return gitFile();
    const at = outside(path);
    if (how.directory || isDirectory(at)) {
      if (how.directory && !isDirectory(at)) readdirSync(at);
      return null;
    }
    const flags =
      (how.write ? (how.read ? constants.O_RDWR : constants.O_WRONLY) : constants.O_RDONLY) |
      (how.create ? constants.O_CREAT : 0) |
      (how.exclusive ? constants.O_EXCL : 0) |
      (how.truncate ? constants.O_TRUNC : 0);
    const fd = openSync(at, flags, 0o666);
    return {
      stat: () => statOf(fstatSync(fd, { bigint: true })),
      read: (buffer, position) => readSync(fd, buffer, 0, buffer.length, isSeekable(fd) ? position : null),
      write: (buffer, position) => writeSync(fd, buffer, 0, buffer.length, isSeekable(fd) ? position : null),
      truncate: (size) => ftruncateSync(fd, size),
      close: () => closeSync(fd),
    };
  },
};

function isDirectory(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A pipe, such as that of `<(...)` in a shell, has no positions. */
const isSeekable = (fd) => fstatSync(fd).isFile();
