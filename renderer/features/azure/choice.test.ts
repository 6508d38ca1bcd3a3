import { describe, expect, it } from 'vitest';
import { sampleConnection } from '../../testing/sample-azure.ts';
import {
  canAdd,
  chosenOf,
  emptyChoice,
  withAll,
  withAnyway,
  withEndpoint,
  withListenWith,
  withOutcome,
  withTick,
  type Choice,
} from './choice.ts';
import { noteOf } from './choose-rows.ts';

const a = sampleConnection('a');
const b = sampleConnection('b');
const c = sampleConnection('c');
const d = sampleConnection('d');
const configured = sampleConnection('configured', { obstacle: 'configured' });
const bare = sampleConnection('bare', { endpoint: null, obstacle: 'noEndpoint' });
const locked = sampleConnection('locked', { obstacle: 'noKeyPermission' });
const rows = [a, b, configured, c, d];

function ticked(...some: readonly { readonly resourceId: string }[]): Choice {
  return { ...emptyChoice, ticked: new Set(some.map(({ resourceId }) => resourceId)) };
}

function namesOf(choice: Choice, shown = [...rows, bare, locked]): readonly string[] {
  return shown.filter(({ resourceId }) => choice.ticked.has(resourceId)).map(({ name }) => name);
}

describe('a range', () => {
  it('goes both ways from the last one that was touched, past what can’t be added', () => {
    const up = withTick(withTick(emptyChoice, rows, d.resourceId, false), rows, b.resourceId, true);
    expect(namesOf(up)).toEqual(['b', 'c', 'd']);
    expect(namesOf(withTick(up, rows, d.resourceId, true))).toEqual([]);
  });

  it('is one row when its beginning is hidden by the search', () => {
    const begun = withTick(emptyChoice, rows, a.resourceId, false);
    expect(namesOf(withTick(begun, [c, d], d.resourceId, true))).toEqual(['a', 'd']);
  });
});

it('all are those that are shown: what the search hides stays as it is', () => {
  const some = withAll(ticked(a), [c, d]);
  expect(namesOf(some)).toEqual(['a', 'c', 'd']);
  expect(namesOf(withAll(some, [c, d]))).toEqual(['a']);
});

it('another way to listen begins without what went wrong in the one before', () => {
  const root = { code: 'HCM6041', details: {} } as const;
  const failed = withOutcome(withOutcome(ticked(a, b), a.resourceId, root), b.resourceId, null);
  const next = withListenWith(failed, rows, 'entra');
  expect([...next.outcomes]).toEqual([[b.resourceId, null]]);
  expect(namesOf(next)).toEqual(['a']);
});

it('nothing is added that has vanished, or is on this host by now', () => {
  const later = sampleConnection('a', { obstacle: 'configured' });
  expect(chosenOf(ticked(a, b, c), [later, c, d])).toEqual([c]);
});

it('an endpoint that was typed is said, and can be typed anew', () => {
  const typed = withEndpoint(emptyChoice, bare.resourceId, 'sftp01:22');
  expect(canAdd(bare, typed)).toBe(true);
  expect(noteOf(bare, typed)).toMatchObject({ text: 'Endpoint typed here', tone: 'quiet' });
  expect(noteOf(bare, typed)?.help).not.toBeNull();
  const ftp = withEndpoint(emptyChoice, bare.resourceId, 'ftp01:21');
  expect(canAdd(bare, ftp)).toBe(true);
  expect(noteOf(bare, ftp)).toEqual({
    text: 'Can’t be tunnelled',
    tone: 'watch',
    help: 'Port 21 is FTP, which opens further ports and can’t be tunnelled.',
  });
});

it('a role at one Hybrid Connection alone isn’t seen: it can be tried all the same', () => {
  expect(canAdd(locked, emptyChoice)).toBe(false);
  const tried = withAnyway(emptyChoice, locked.resourceId);
  expect(canAdd(locked, tried)).toBe(true);
  expect(namesOf(tried)).toEqual(['locked']);
  expect(noteOf(locked, tried)).toBeNull();
});
