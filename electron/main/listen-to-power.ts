/**
 * What the desktop says about power: a resume from sleep, sooner than the host's own watch, which finds it at its next look,
 * and surer on systems whose clocks don't tell; and the end of everything, which nobody is asked about.
 */
import type { PowerMonitor } from 'electron';

export interface PowerListeners {
  readonly onResume: () => void;
  /** The computer shuts down, or its person signs out (Linux and macOS; Windows tells the window). */
  readonly onShutdown: () => void;
}

/** Unlocking a screen is no resume: nothing slept. */
export function listenToPower(
  power: Pick<PowerMonitor, 'on'>,
  { onResume, onShutdown }: PowerListeners,
): void {
  power.on('resume', onResume);
  // Typed without the event that it comes with.
  power.on('shutdown', (...[event]: { preventDefault?: () => void }[]) => {
    // Waits for our own end; else macOS would ask the app to quit, be held up by its question, and give up.
    event?.preventDefault?.();
    onShutdown();
  });
}

/** Without a key or the mouse for so long nobody sits there, seconds. */
const awaySeconds = 300;

/** Whether somebody may be looking at the screen: it isn't locked, and was used lately. Unknown counts as yes. */
export function isSomebodyThere(power: Pick<PowerMonitor, 'getSystemIdleState'>): boolean {
  const state = power.getSystemIdleState(awaySeconds);
  return state === 'active' || state === 'unknown';
}
