/** The `code` of an error of the operating system (`ENOENT` …); `unknown` when it is no such error. */
export function errno(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}
