/** Wrong usage or input that cannot be read: told in one line, with what to do; the run ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Codes that a run ends with. */
export const EXIT = {
  /** Nothing fails. */
  passed: 0,
  /** Findings at error level, failed expectations, denied findings. */
  failed: 1,
  /** Wrong usage, input that cannot be read; and a bug of ours, told as such. */
  usage: 2,
  /** Stopped by Ctrl-C. */
  stopped: 130,
} as const;

/** What the system says of a file that cannot be read or written, in plain English. */
export function systemReason(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    EACCES: 'you have no permission',
    EPERM: 'you have no permission',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is not a folder',
    EEXIST: 'it exists already',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    ELOOP: 'its links run in a circle',
    ENAMETOOLONG: 'its name is too long',
  };
  return known[code] ?? (code === '' ? 'the system gives no reason' : `the system says ${code}`);
}
