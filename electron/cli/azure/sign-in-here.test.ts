import { expect, it } from 'vitest';
import type { CallName, Host } from '../../contract/api.ts';
import type { SignInStep } from '../../contract/azure.ts';
import { createTestIo } from '../testing/test-io.ts';
import { signInHere } from './sign-in-here.ts';

const id = '5f0f6f3e-1a2b-4c3d-8e4f-0000000000ff';
const account = {
  id,
  kind: 'user',
  name: 'ada@contoso.test',
  tenantId: null,
  cloud: 'public',
  authority: 'login.microsoftonline.com',
  signedInAt: '2026-11-22T10:00:00.000Z',
  needsSignIn: false,
} as const;

/** A host whose sign-in is done at once. */
function hostWith(step: SignInStep) {
  const asked: [CallName, unknown][] = [];
  const host: Pick<Host, 'call'> = {
    call: (name, input) => {
      asked.push([name, input]);
      return Promise.resolve(name === 'azure.startSignIn' ? { id, step } : { account }) as never;
    },
  };
  return { asked, host: { ...host, subscribe: () => () => undefined } };
}

it('tells the host who signs in, for its log', async () => {
  const { host, asked } = hostWith({ kind: 'none' });
  const io = { ...createTestIo(), userName: 'kim' };
  expect(await signInHere(io, host, { method: 'managedIdentity' }, { mayOpenBrowser: false })).toBe(account);
  expect(asked[0]).toEqual(['azure.startSignIn', { method: 'managedIdentity', by: 'kim' }]);
});

it.each([
  [
    {
      kind: 'deviceCode',
      userCode: 'ABCD\u001b[2J',
      verificationUrl: 'https://login.test/\u001b]0;x\u0007',
      expiresAt: '2026-11-22T10:15:00.000Z',
    },
  ],
  [{ kind: 'browser', url: 'https://login.test/\u001b[2J\u202e' }],
] as const)('what the authority says can’t steer the terminal: $kind', async (step) => {
  const { host } = hostWith(step);
  const io = createTestIo({ terminal: true });
  await signInHere(io, host, { method: 'browser' }, { mayOpenBrowser: false });
  expect(io.errors.text).toContain('https://login.test/');
  expect(io.errors.text).not.toMatch(/[^\P{C}\n]/u);
});
