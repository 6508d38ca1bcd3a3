import { describe, expect, it } from 'vitest';
import { SecretRegister } from '../log/secret-register.ts';
import { silentLogger } from '../log/logger.ts';
import { keyFileBox } from '../secrets/key-file.ts';
import { openConnectionStore } from '../store/connections.ts';
import { temporaryFolder } from '../store/testing/temporary-folder.ts';
import { ProxyPassword } from './proxy-password.ts';

const one = 'http://m.keller@one.example:8080';
const two = 'http://m.keller@two.example:8080';

async function open(folder = temporaryFolder()) {
  const store = await openConnectionStore({ folder, report: () => undefined });
  const secretBox = keyFileBox({ folder, log: silentLogger });
  return { folder, password: new ProxyPassword({ store, secretBox, secrets: new SecretRegister() }) };
}

describe('the password of a proxy', () => {
  it('is for that one alone, also before anybody had it forgotten', async () => {
    const { folder, password } = await open();
    await password.set('secret-4711', one);
    for (const opened of [password, (await open(folder)).password]) {
      expect(opened.isStoredFor(two)).toBe(false);
      expect(await opened.read(two)).toBeNull();
      expect(await opened.read(one)).toBe('secret-4711');
      expect(await opened.read('https://k.meller@ONE.example:8080/')).toBe('secret-4711');
    }
  });

  it('that was there before any proxy was named is for the first that uses it', async () => {
    const { folder, password } = await open();
    await password.set('secret-4711', null);
    expect(await password.read(one)).toBe('secret-4711');
    expect(await password.read(two)).toBeNull();
    expect((await open(folder)).password.isStoredFor(two)).toBe(false);
  });

  it('that somebody else has stored meanwhile counts', async () => {
    const { folder, password } = await open();
    await password.set('secret-4711', one);
    const store = await openConnectionStore({ folder, report: () => undefined });
    const secretBox = keyFileBox({ folder, log: silentLogger });
    const host = new ProxyPassword({ store, secretBox, secrets: new SecretRegister() });
    expect(await host.read(one)).toBe('secret-4711');
    await password.set('secret-4712', one);
    await store.reread();
    expect(await host.read(one)).toBe('secret-4712');
  });
});
