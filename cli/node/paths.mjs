// Paths of the machine and paths of the program, which knows those of POSIX only.

/** A path of the machine as the program sees it: `C:\a\b` is `/C:/a/b`. */
export function inside(path) {
  const slashes = path.replaceAll("\\", "/");
  return process.platform === "win32" ? windowsInside(slashes) : path;
}

/** A path of the program as the machine sees it. */
export const outside = (path) => (process.platform === "win32" ? windowsOutside(path) : path);

const windowsInside = (path) => (/^[A-Za-z]:/.test(path) ? `/${path}` : path);

/** The last drive in a path is where it begins: the program takes `C:\a` for a name in the working directory. */
export function windowsOutside(path) {
  const drive = /^(?:.*\/)?([A-Za-z]:)(?:[\\/]|$)(.*)$/s.exec(path);
  return drive === null ? path : `${drive[1]}/${drive[2].replaceAll("\\", "/")}`;
}
