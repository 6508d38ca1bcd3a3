import { describe, expect, it } from 'vitest';
import { HcmError } from '../contract/errors.ts';
import { printError } from './print-error.ts';
import { createTestIo } from './testing/test-io.ts';

function shown(error: unknown): string {
  const { errors } = createTestIo();
  printError(errors, error);
  return errors.text;
}

describe('printError', () => {
  it('says what happened, why, what to do here, and the code last', () => {
    expect(shown(new HcmError('HCM5001'))).toBe(
      'hcm: No host runs\n  Nothing runs the connections of this data folder.\n  Start one with hcm run.\n  HCM5001\n',
    );
  });

  it('gives the service’s id of the event for its support, if it is one', () => {
    expect(shown(new HcmError('HCM2020', { trackingId: 'a-b_G1' }))).toMatch(
      / {2}HCM2020, TrackingId a-b_G1\n$/,
    );
    expect(shown(new HcmError('HCM2020', { trackingId: 'a b\n' }))).toMatch(/ {2}HCM2020\n$/);
  });

  it('shows nothing of an error that it doesn’t know', () => {
    const text = shown(new TypeError('SharedAccessKey=secret'));
    expect(text).toContain('It is of the kind TypeError.');
    expect(text).toMatch(/HCM9001\n$/);
    expect(text).not.toContain('secret');
  });

  it('lets no detail steer the terminal', () => {
    expect(shown(new HcmError('HCM1041', { name: 'a\u001b[2Jb\nc' }))).toMatch(
      /^hcm: No connection is called a\[2Jbc\n/,
    );
  });
});
