import { describe, expect, it } from 'vitest';
import type { ProgramCall } from '../secrets/run-program.ts';
import { managedRegistry, readRegistryDocument, registryKey } from './managed-registry.ts';

/** As `reg query … /s /reg:64` prints it on Windows Server 2022. */
const recorded = [
  '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\HybridConnectionManager`,
  '    By    REG_SZ    Contoso servers baseline',
  '    Version    REG_DWORD    0x1',
  '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\HybridConnectionManager\Relays`,
  '    1    REG_SZ    contoso-relay',
  '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\HybridConnectionManager\Settings`,
  '    (Default)    REG_SZ    (value not set)',
  '    drainSeconds    REG_DWORD    0x3c',
  '    MAXSESSIONS    REG_QWORD    0x64',
  '    proxyBypass    REG_SZ    *.corp.contoso.com, 10.0.0.0/8',
  '    proxyUrl    REG_SZ    ',
  '    extraCaFile    REG_EXPAND_SZ    C:\\Program Files\\Contoso    CA\\ca.pem',
  '    logLevel    REG_MULTI_SZ    warn\\0info',
  '',
].join('\r\n');

function registry(answers: Readonly<Record<string, string>>) {
  const calls: ProgramCall[] = [];
  const run = (call: ProgramCall): Promise<string> => {
    calls.push(call);
    const answer = answers[call.args[1] ?? ''];
    return answer === undefined ? Promise.reject(new Error('program ended with 1')) : Promise.resolve(answer);
  };
  return { calls, source: managedRegistry({ program: String.raw`C:\Windows\System32\reg.exe`, run }) };
}

const policies = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies`;

describe('a policy in the registry', () => {
  it('is read in the shape of the file', () => {
    expect(readRegistryDocument(recorded)).toEqual({
      version: 1,
      by: 'Contoso servers baseline',
      settings: {
        drainSeconds: 60,
        maxSessions: 100,
        proxyBypass: '*.corp.contoso.com, 10.0.0.0/8',
        proxyUrl: '',
        extraCaFile: 'C:\\Program Files\\Contoso    CA\\ca.pem',
        logLevel: { type: 'REG_MULTI_SZ' },
      },
    });
  });

  it('is asked for on the 64-bit side, of Windows’ own program', async () => {
    const { calls, source } = registry({ [registryKey]: recorded });
    expect(await source.read()).toMatchObject({ from: registryKey, document: { version: 1 } });
    expect(calls).toEqual([
      { file: String.raw`C:\Windows\System32\reg.exe`, args: ['query', registryKey, '/s', '/reg:64'] },
    ]);
  });

  it('isn’t there when its key isn’t', async () => {
    const { source } = registry({ [policies]: `\r\n${policies}\\Microsoft\r\n` });
    expect(await source.read()).toBeNull();
  });

  it.each([
    ['its key is there, and can’t be read', { [policies]: `\r\n${registryKey}\r\n` }],
    ['nothing can be read at all', {}],
  ])('is trouble when %s', async (_what, answers) => {
    await expect(registry(answers).source.read()).rejects.toMatchObject({
      code: 'HCM6103',
      details: { file: registryKey, reason: 'unreadable' },
    });
  });
});
