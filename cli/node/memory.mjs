// Files in memory: texts that somebody hands over, and nothing else.

import { INVALID, NO_ENTRY, READ_ONLY, WasiError } from "./errors.mjs";

/** Files of these names in one folder, the root; they can be read only. */
export function memoryFiles(texts) {
  const files = new Map(Object.entries(texts).map(([name, text]) => [`/${name}`, Buffer.from(text)]));
  const statOf = (content) => ({ kind: "file", size: content.length, inode: 0, modified: 0 });
  const found = (path) => {
    const content = files.get(path);
    if (content === undefined) throw new WasiError(NO_ENTRY);
    return content;
  };
  const isRoot = (path) => path === "/" || path === "/.";
  return {
    stat: (path) => (isRoot(path) ? { kind: "directory", size: 0, inode: 0, modified: 0 } : statOf(found(path))),
    list: () => [...files.keys()].map((path) => ({ name: path.slice(1), kind: "file" })),
    readLink(path) {
      throw new WasiError(isRoot(path) || files.has(path) ? INVALID : NO_ENTRY);
    },
    open(path, how) {
      if (isRoot(path)) return null;
      if (how.write) throw new WasiError(READ_ONLY);
      const content = found(path);
      return {
        stat: () => statOf(content),
        read: (buffer, position) => content.copy(buffer, 0, position, position + buffer.length),
        close() {},
      };
    },
  };
}
