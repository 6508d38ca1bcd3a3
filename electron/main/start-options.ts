/** What the app was asked for when it was started. Pure. */
export interface StartOptions {
  /** Everything in a temporary data folder, with the practice relay running. */
  readonly demo: boolean;
  /** Without showing the window. */
  readonly hidden: boolean;
}

/** Also of a start at login. */
export const hiddenSwitch = '--hidden';

export function readStartOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const demo = environment['HCM_DEMO'] === '1' || argv.includes('--demo');
  // Practice is there to be seen.
  return { demo, hidden: !demo && argv.includes(hiddenSwitch) };
}
