import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { silentLogger } from '../log/logger.ts';
import { temporaryFolder } from '../store/testing/temporary-folder.ts';
import { dpapiProtector, encodeCommand, readBase64, readUserSid, restriction } from './dpapi-protector.ts';
import { keyFileBox } from './key-file.ts';
import { runProgram, type ProgramCall } from './run-program.ts';

const sid = 'S-1-5-21-1004336348-1177238915-682003330-1001';

/** Answers as Windows' programs do; wraps by turning each byte round. */
function windows(): { readonly calls: ProgramCall[]; readonly run: (call: ProgramCall) => Promise<string> } {
  const calls: ProgramCall[] = [];
  const run = (call: ProgramCall): Promise<string> => {
    calls.push(call);
    if (call.file.endsWith('whoami.exe')) return Promise.resolve(`"contoso\\m.keller","${sid}"\r\n`);
    if (call.file.endsWith('icacls.exe')) return Promise.resolve('');
    const bytes = Buffer.from(call.input ?? '', 'base64').map((byte) => byte ^ 0xff);
    return Promise.resolve(Buffer.from(bytes).toString('base64'));
  };
  return { calls, run };
}

describe('the key file on Windows', () => {
  it('holds the wrapped key, behind an ACL that was there before its name', async () => {
    const folder = temporaryFolder();
    const { calls, run } = windows();
    const options = { folder, log: silentLogger, protector: dpapiProtector('C:\\Windows', run) };
    const sealed = await keyFileBox(options).seal('secret', 'id');
    expect(calls.map(({ file }) => file)).toEqual([
      'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      'C:\\Windows\\System32\\whoami.exe',
      'C:\\Windows\\System32\\icacls.exe',
    ]);
    expect(calls[2]?.args[0]).toMatch(/secret\.key\.[0-9a-f]{12}\.tmp$/);
    expect(await keyFileBox(options).open(sealed, 'id')).toBe('secret');
    const stored = readFileSync(join(folder, 'secret.key'));
    const key = Buffer.from(calls[0]?.input ?? '', 'base64');
    expect(key).toHaveLength(32);
    expect(stored.equals(key)).toBe(false);
    await expect(keyFileBox({ folder, log: silentLogger }).open(sealed, 'id')).rejects.toThrow();
  });

  it('never gives the key to a command line', async () => {
    const { calls, run } = windows();
    const key = randomBytes(32);
    const protector = dpapiProtector('D:\\Win', run);
    expect((await protector.unprotect(await protector.protect(key))).equals(key)).toBe(true);
    for (const { args, input } of calls) {
      expect(args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand']);
      const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
      expect(script).toContain('$scope = [Security.Cryptography.DataProtectionScope]::LocalMachine');
      expect(script).toContain('[Console]::In.ReadLine()');
      for (const form of ['base64', 'hex', 'base64url'] as const) {
        expect(args.join(' ') + script).not.toContain(key.toString(form));
      }
      expect(input).toMatch(/^[A-Za-z0-9+/]+={0,2}\n$/);
    }
    expect(Buffer.from(calls[0]?.args.at(-1) ?? '', 'base64').toString('utf16le')).toContain('::Protect(');
    expect(Buffer.from(calls[1]?.args.at(-1) ?? '', 'base64').toString('utf16le')).toContain('::Unprotect(');
  });

  it('is refused when DPAPI refuses, and not overwritten', async () => {
    const folder = temporaryFolder();
    const { run } = windows();
    const sealed = await keyFileBox({
      folder,
      log: silentLogger,
      protector: dpapiProtector('C:\\W', run),
    }).seal('x', 'id');
    const before = readFileSync(join(folder, 'secret.key'));
    const refusing = dpapiProtector('C:\\W', () => Promise.reject(new Error('program ended with 1')));
    const box = keyFileBox({ folder, log: silentLogger, protector: refusing });
    await expect(box.open(sealed, 'id')).rejects.toMatchObject({ code: 'HCM4011' });
    await expect(box.seal('x', 'id')).rejects.toMatchObject({ code: 'HCM4011' });
    expect(readFileSync(join(folder, 'secret.key')).equals(before)).toBe(true);
  });
});

describe('what is said to and read from the programs', () => {
  it('grants this user, the system and the administrators, and drops what is inherited', () => {
    expect(restriction('C:\\x y\\secret.key', sid)).toEqual([
      'C:\\x y\\secret.key',
      '/inheritance:r',
      '/grant:r',
      `*${sid}:F`,
      '*S-1-5-18:F',
      '*S-1-5-32-544:F',
      '/q',
    ]);
  });

  it('finds the SID whatever the user is called', () => {
    expect(readUserSid(`"contoso\\m, ""S-1-1"" keller","${sid}"\r\n`)).toBe(sid);
    expect(readUserSid('"nt authority\\system","S-1-5-18"\r\n')).toBe('S-1-5-18');
    for (const answer of ['', '"a","b"', 'S-1-5-18', '"S-1-5-18" x'])
      expect(() => readUserSid(answer)).toThrow();
  });

  it('takes base64 and nothing else', () => {
    expect(readBase64('AAEC\r\n')).toEqual(Buffer.from([0, 1, 2]));
    for (const answer of ['', '\n', 'Exception calling "Protect"', 'AA EC'])
      expect(() => readBase64(answer)).toThrow();
  });

  it('encodes a command as UTF-16', () => {
    expect(encodeCommand('a€')).toBe(Buffer.from([0x61, 0, 0xac, 0x20]).toString('base64'));
  });
});

describe('runProgram', () => {
  const node = (script: string, input?: string): Promise<string> =>
    runProgram({ file: process.execPath, args: ['-e', script], ...(input === undefined ? {} : { input }) });

  it('hands over the input and returns the output', async () => {
    expect(await node('process.stdin.pipe(process.stdout)', 'line\n')).toBe('line\n');
  });

  it('fails on another exit code, a missing program and an endless output, and shows nothing of it', async () => {
    await expect(node('console.log("secret"); process.exit(3)')).rejects.toThrow(/^program ended with 3$/);
    await expect(runProgram({ file: '/not/there', args: [] })).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(node('process.stdout.write("x".repeat(70000)); setInterval(() => 0, 1000)')).rejects.toThrow(
      /ended/,
    );
    await expect(node('process.exit(0)', 'x'.repeat(1e6))).resolves.toBe('');
  });
});
