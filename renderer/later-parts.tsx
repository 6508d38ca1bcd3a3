/**
 * Parts of the page that the first table doesn't need: code of their own, loaded when somebody wants one of them, or else as
 * soon as the page has nothing to do after its first seconds. So the window opens sooner, and nobody waits for a dialog.
 */
import { useEffect } from 'react';
import { laterPart } from './components/later-part.tsx';

const dialogs = laterPart(async () => (await import('./all-dialogs.tsx')).AllDialogs);
const details = laterPart(async () => (await import('./whole-details.tsx')).WholeDetails);
const help = laterPart(async () => (await import('./features/help/help-page.tsx')).HelpPage);
const settings = laterPart(async () => (await import('./whole-settings.tsx')).WholeSettings);

export const AllDialogs = dialogs.Part;
export const WholeDetails = details.Part;
export const HelpPage = help.Part;
export const WholeSettings = settings.Part;

const all = [details, dialogs, help, settings];

/** @throws when one of them can't be loaded */
export async function loadLaterParts(): Promise<void> {
  await Promise.all(all.map(async ({ load }) => load()));
}

/** Long enough for the first table. */
const quietMs = 2_000;

/** Loads them all once the window has come up. One that can't be loaded says so where it is shown. */
export function useLaterParts(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      loadLaterParts().catch(() => undefined);
    }, quietMs);
    return () => clearTimeout(timer);
  }, []);
}
