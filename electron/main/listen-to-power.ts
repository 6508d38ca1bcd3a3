/**
 * The desktop's notice of a resume from sleep: sooner than the host's own watch, which finds it at its next look, and
 * surer on systems whose clocks don't tell.
 */
import type { PowerMonitor } from 'electron';

/** Unlocking a screen is no resume: nothing slept. */
export function listenToPower(power: Pick<PowerMonitor, 'on'>, onResume: () => void): void {
  power.on('resume', onResume);
}
