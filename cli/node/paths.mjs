// Paths of the machine and paths of the program, which knows those of POSIX only.

const isWindows = process.platform === "win32";

/** A path of the machine as the program sees it. */
export const inside = (path) => (isWindows ? windowsInside(path) : path);

/** A path of the program as the machine sees it. */
export const outside = (path) => (isWindows ? windowsOutside(path) : path);

/** `C:\a\b` is `/C:/a/b` in the program. */
export function windowsInside(path) {
  const slashes = path.replaceAll("\\", "/");
  return /^[A-Za-z]:/.test(slashes) ? `/${slashes}` : slashes;
}

/** The last drive in a path is where it begins: the program takes `C:\a` for a name in the working directory. */
export function windowsOutside(path) {
  const slashes = path.replaceAll("\\", "/");
  const drive = /^(?:.*\/)?([A-Za-z]:)(?:\/|$)(.*)$/s.exec(slashes);
  return drive === null ? slashes : `${drive[1]}/${drive[2]}`;
}
