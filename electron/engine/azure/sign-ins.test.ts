import { afterEach, expect, it } from 'vitest';
import type { AzureAccount } from '../../contract/azure.ts';
import type { HcmError } from '../../contract/errors.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { SignIns } from './sign-ins.ts';

const clock = new FakeClock();
let ended: string[] = [];
let signIns = create();

afterEach(() => {
  signIns.close();
  ended = [];
  signIns = create();
});

/** Nobody ever finishes one; it is known by its tenant. */
function create(): SignIns {
  return new SignIns({
    clock,
    run: ({ tenant = '' }, onStep, signal) => {
      onStep({ kind: 'browser', url: 'https://login.test/' });
      return new Promise<AzureAccount>((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          ended.push(tenant);
          reject(signal.reason as HcmError);
        });
      });
    },
  });
}

async function start(tenant: string): Promise<string> {
  return (await signIns.start({ method: 'browser', tenant })).id;
}

async function startMany(): Promise<readonly string[]> {
  const ids = [];
  for (let number = 1; number <= 8; number += 1) ids.push(await start(`tenant-${number}`));
  return ids;
}

it('one that nobody waits for any more makes room, the one that was asked for longest ago first', async () => {
  const ids = await startMany();
  // The window of the first asks again and again, the second's was closed.
  const first = signIns.wait(ids[0] ?? '');
  clock.advance(20_000);
  expect(await first).toBeNull();
  await start('ninth');
  expect(ended).toEqual(['tenant-2']);
  await expect(signIns.wait(ids[1] ?? '')).rejects.toMatchObject({ code: 'HCM6018' });
});

it('none that somebody waits for is ended for another', async () => {
  const ids = await startMany();
  const waits = ids.map((id) => signIns.wait(id));
  await expect(start('ninth')).rejects.toMatchObject({ code: 'HCM6019' });
  expect(ended).toEqual([]);
  clock.advance(20_000);
  expect(await Promise.all(waits)).toEqual(ids.map(() => null));
});
