/** What the app was asked for when it was started. Pure. */
export interface StartOptions {
  /** Everything in a temporary data folder, with the practice relay running. */
  readonly demo: boolean;
}

export function readStartOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartOptions {
  return { demo: environment['HCM_DEMO'] === '1' || argv.includes('--demo') };
}
