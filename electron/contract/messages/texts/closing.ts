/** English texts of the dialog that says what closing the window does (design §9.10). */
import { localised } from '../localised.ts';

export const closingTexts = localised({
  title: 'Connections keep running',
  stays: 'Hybrid Connection Manager stays in the tray. Quit from there to stop them.',
  staysBackground:
    'Hybrid Connection Manager stays in the tray. The background host runs the connections, also while nobody is signed in.',
  titleQuits: 'Closing the window stops the connections',
  quits:
    'This desktop shows no tray, so Hybrid Connection Manager ends with its window. Minimize it to keep the connections running.',
  titleQuitsBackground: 'Connections keep running',
  quitsBackground: 'The background host runs them, also while nobody is signed in.',
  dontShowAgain: 'Don’t show again',
  ok: 'OK',
  quit: 'Quit',
  keepOpen: 'Keep open',
} as const);
