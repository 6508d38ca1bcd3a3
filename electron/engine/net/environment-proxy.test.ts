import { describe, expect, it } from 'vitest';
import { SecretRegister } from '../log/secret-register.ts';
import { environmentProxy, type Environment } from './environment-proxy.ts';

const relay = 'contoso.servicebus.windows.net';

async function proxyOf(environment: Environment, host = relay, port = 443): Promise<string> {
  const [choice] = await environmentProxy(environment)(host, port);
  return choice?.kind === 'proxy' ? `${choice.proxy.host}:${choice.proxy.port}` : (choice?.kind ?? '');
}

describe('the environment’s proxy', () => {
  it.each([
    ['nothing', {}, 'direct'],
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://a:1' }, 'a:1'],
    ['https_proxy', { https_proxy: 'a:1' }, 'a:1'],
    ['the small letters first', { https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2' }, 'a:1'],
    ['ALL_PROXY', { ALL_PROXY: 'http://a:1' }, 'a:1'],
    ['https before all', { all_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2' }, 'b:2'],
    ['an empty one as none', { https_proxy: ' ', ALL_PROXY: 'http://a:1' }, 'a:1'],
    ['not the one for plain HTTP', { http_proxy: 'http://a:1', HTTP_PROXY: 'http://a:1' }, 'direct'],
    ['NO_PROXY', { HTTPS_PROXY: 'http://a:1', NO_PROXY: 'x, .windows.net' }, 'direct'],
    ['no_proxy', { HTTPS_PROXY: 'http://a:1', no_proxy: '*' }, 'direct'],
    ['NO_PROXY for others', { HTTPS_PROXY: 'http://a:1', NO_PROXY: 'windows.com' }, 'a:1'],
    ['SOCKS as a proxy that is not supported', { ALL_PROXY: 'socks5h://a:1' }, 'unsupported'],
  ])('reads %s', async (_name, environment, expected) => {
    expect(await proxyOf(environment)).toBe(expected);
  });

  it('decodes user name and password, and makes the password known to the log', async () => {
    const secrets = new SecretRegister();
    const [choice] = await environmentProxy({ HTTPS_PROXY: 'http://k%40corp:gehe%2Fim42@a:1' }, secrets)(
      relay,
      443,
    );
    expect(choice).toMatchObject({ kind: 'proxy', proxy: { user: 'k@corp', password: 'gehe/im42' } });
    expect(secrets.hide('it is gehe/im42')).not.toContain('gehe');
  });

  it('names the variable that it can’t read, never its value', async () => {
    await expect(proxyOf({ HTTPS_PROXY: 'ftp://u:secret-word@a:1' })).rejects.toMatchObject({
      code: 'HCM2070',
      details: { setting: 'HTTPS_PROXY', reason: 'scheme' },
    });
  });

  it('is not asked about what stands in NO_PROXY, readable or not', async () => {
    expect(await proxyOf({ HTTPS_PROXY: 'ftp://a', NO_PROXY: relay })).toBe('direct');
  });
});
