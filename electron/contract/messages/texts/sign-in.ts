/** English texts of the page that a browser shows when a sign-in comes back to this computer. */
import { localised } from '../localised.ts';

export const signInPageTexts = localised({
  title: 'Hybrid Connection Manager',
  done: 'You are signed in. You can close this page.',
  failed: 'The sign-in didn’t work. What went wrong is told where you began it. You can close this page.',
} as const);
