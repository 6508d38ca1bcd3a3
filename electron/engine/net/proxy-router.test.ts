import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { direct, type ProxyChoice } from './proxy-choice.ts';
import { proxyRouter, type ProxySettings } from './proxy-router.ts';

const relay = 'contoso.servicebus.windows.net';
const ofSystem: ProxyChoice = {
  kind: 'proxy',
  proxy: { secure: false, host: 'system', port: 8080, user: '', password: '' },
};

function route(
  change: Partial<ProxySettings>,
  {
    host = relay,
    password = () => Promise.resolve('geheim42' as string | null),
    system = () => Promise.resolve([ofSystem] as readonly ProxyChoice[]),
  } = {},
): Promise<readonly ProxyChoice[]> {
  const settings: ProxySettings = { proxyMode: 'system', proxyUrl: null, proxyBypass: '', ...change };
  return proxyRouter({ settings: () => settings, password, system })(host, 443);
}

describe('the way to a relay', () => {
  it('is what this computer says, nothing, or what is set', async () => {
    expect(await route({})).toEqual([ofSystem]);
    expect(await route({ proxyMode: 'none' })).toEqual(direct);
    const manual = await route({ proxyMode: 'manual', proxyUrl: 'http://m.keller@manual:3128' });
    expect(manual).toEqual([
      {
        kind: 'proxy',
        proxy: { secure: false, host: 'manual', port: 3128, user: 'm.keller', password: 'geheim42' },
      },
    ]);
  });

  it('follows a change at once', async () => {
    let proxyMode: ProxySettings['proxyMode'] = 'none';
    const resolve = proxyRouter({
      settings: () => ({ proxyMode, proxyUrl: null, proxyBypass: '' }),
      password: () => Promise.resolve(null),
      system: () => Promise.resolve([ofSystem]),
    });
    expect(await resolve(relay, 443)).toEqual(direct);
    proxyMode = 'system';
    expect(await resolve(relay, 443)).toEqual([ofSystem]);
  });

  it.each(['system', 'manual'] as const)(
    'leads past the proxy where the list says so, in mode %s',
    async (proxyMode) => {
      const change = { proxyMode, proxyUrl: 'http://manual:3128', proxyBypass: '*.windows.net' };
      expect(await route(change)).toEqual(direct);
    },
  );

  it.each(['system', 'manual'] as const)(
    'to this computer has no proxy unless asked, in mode %s',
    async (proxyMode) => {
      const change = { proxyMode, proxyUrl: 'http://manual:3128' };
      expect(await route(change, { host: 'localhost' })).toEqual(direct);
      const [asked] = await route({ ...change, proxyBypass: '<-loopback>' }, { host: 'localhost' });
      expect(asked?.kind).toBe('proxy');
    },
  );

  it('asks for no password without a user name', async () => {
    const password = (): Promise<string> => Promise.reject(new Error('asked'));
    const [choice] = await route({ proxyMode: 'manual', proxyUrl: 'http://manual:3128' }, { password });
    expect(choice).toMatchObject({ proxy: { user: '', password: '' } });
  });

  it('says what is wrong with the settings', async () => {
    const refused = (reason: string, setting: string) => ({ code: 'HCM2070', details: { setting, reason } });
    await expect(route({ proxyMode: 'manual' })).rejects.toMatchObject(refused('empty', 'proxyUrl'));
    const password = (): Promise<string> => Promise.reject(new HcmError('HCM4010'));
    await expect(
      route({ proxyMode: 'manual', proxyUrl: 'http://k@manual:3128' }, { password }),
    ).rejects.toMatchObject(refused('sealed', 'proxyUrl'));
    const system = (): Promise<readonly ProxyChoice[]> => Promise.reject(new Error('no session'));
    await expect(route({}, { system })).rejects.toMatchObject(refused('system', 'proxyMode'));
  });
});
