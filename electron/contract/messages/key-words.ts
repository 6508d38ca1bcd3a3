/** The keys of a connection, as words: how each fares, and what to say when Azure refuses one. Never a key itself. Pure. */
import type { KeySlot } from '../connection.ts';
import type { ConnectionView } from '../connection-view.ts';
import { formatMoment } from '../format.ts';
import type { Tone } from '../status.ts';
import { describeError } from './describe-error.ts';
import { connectedMarkTexts, keyCalloutTexts, keyStateTexts, keyWordTexts } from './texts/keys.ts';
import { momentWordTexts } from './texts/status.ts';
import { fillText } from './message-text.ts';

interface KeyState {
  readonly tone: Tone;
  readonly text: string;
}

/** How one of the keys, or the account in their place, fares; null where there is nothing to say: the only one, and all is well. */
export function keyState(view: ConnectionView, slot: KeySlot, now: number): KeyState | null {
  const { keys, azure, tokenProblem } = view;
  if (tokenProblem !== null)
    return {
      tone: 'watch',
      text: fillText(keyStateTexts.noToken, { problem: describeError(tokenProblem).title }),
    };
  const refused = keys.refused.find((one) => one.slot === slot);
  if (refused !== undefined) {
    const time = formatMoment(refused.at, now, momentWordTexts);
    const goesOn = keys.hasSecondary && keys.refused.length === 1;
    return { tone: goesOn ? 'watch' : 'act', text: fillText(keyStateTexts.refused, { time }) };
  }
  if (!keys.hasSecondary) return null;
  return keys.inUse === slot && azure.status === 'connected'
    ? { tone: 'good', text: keyStateTexts.inUse }
    : { tone: 'quiet', text: keyStateTexts.reserve };
}

/** The key that a person should replace although the connection works; null when there is none. */
function refusedKey({ keys, azure }: ConnectionView): KeySlot | null {
  const [refused, another] = keys.refused;
  if (refused === undefined || another !== undefined || azure.status !== 'connected') return null;
  return refused.slot;
}

export function refusedKeyMark(view: ConnectionView): string | null {
  const slot = refusedKey(view);
  if (slot === null) return null;
  if (!view.keys.hasSecondary) return connectedMarkTexts.keyRefused;
  return slot === 'primary' ? connectedMarkTexts.primaryRefused : connectedMarkTexts.secondaryRefused;
}

export function refusedKeyTooltip(view: ConnectionView): string | null {
  const slot = refusedKey(view);
  if (slot === null) return null;
  return view.keys.hasSecondary
    ? fillText(keyCalloutTexts.tooltip, keyBlanks(slot))
    : keyCalloutTexts.tooltipOnly;
}

/** What the details say first when a key was refused and the connection works all the same. */
export function refusedKeyCallout(
  view: ConnectionView,
): { readonly slot: KeySlot; readonly title: string; readonly text: string } | null {
  const slot = refusedKey(view);
  if (slot === null) return null;
  if (!view.keys.hasSecondary) return { slot, title: keyCalloutTexts.onlyTitle, text: keyCalloutTexts.only };
  const blanks = keyBlanks(slot);
  const text = view.keys.inUse === slot ? keyCalloutTexts.otherLeft : keyCalloutTexts.otherInUse;
  return { slot, title: fillText(keyCalloutTexts.title, blanks), text: fillText(text, blanks) };
}

function keyBlanks(slot: KeySlot): { readonly key: string; readonly other: string } {
  return { key: keyWordTexts[slot], other: keyWordTexts[slot === 'primary' ? 'secondary' : 'primary'] };
}
