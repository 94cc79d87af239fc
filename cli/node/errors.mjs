// Errors of Node as the numbers of WASI, preview 1.

/** Numbers that the other files use by name. */
export const SUCCESS = 0;
export const BAD_DESCRIPTOR = 8;
export const INVALID = 28;
export const NO_ENTRY = 44;
export const NOT_SUPPORTED = 52;
export const NOT_A_DIRECTORY = 54;
export const READ_ONLY = 69;

const NUMBERS = {
  EACCES: 2,
  EAGAIN: 6,
  EBADF: BAD_DESCRIPTOR,
  EBUSY: 10,
  EEXIST: 20,
  EFBIG: 22,
  EINTR: 27,
  EINVAL: INVALID,
  EIO: 29,
  EISDIR: 31,
  ELOOP: 32,
  EMFILE: 33,
  ENAMETOOLONG: 37,
  ENFILE: 41,
  ENOENT: NO_ENTRY,
  ENOMEM: 48,
  ENOSPC: 51,
  ENOSYS: NOT_SUPPORTED,
  ENOTDIR: NOT_A_DIRECTORY,
  ENOTEMPTY: 55,
  ENOTSUP: 58,
  ENXIO: 60,
  EPERM: 63,
  EPIPE: 64,
  EROFS: READ_ONLY,
  ETXTBSY: 74,
  EXDEV: 75,
};

/** An error with one of the numbers above. */
export class WasiError extends Error {
  constructor(number) {
    super(`error ${number} of WASI`);
    this.number = number;
  }
}

/** The number of an error that a call threw; anything that is no error of the system is a mistake here and goes on. */
export function numberOf(error) {
  if (error instanceof WasiError) return error.number;
  if (typeof error?.code === "string" && typeof error.syscall === "string") return NUMBERS[error.code] ?? NUMBERS.EIO;
  throw error;
}
