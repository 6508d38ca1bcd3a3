/**
 * Windows half of the key file: the key is wrapped by DPAPI for this machine, and the file's ACL admits only this user,
 * the system and the administrators. The machine's scope alone would let every local user unwrap it, so both are needed;
 * the user's scope would shut out the background service.
 *
 * Through Windows' own PowerShell, because a native module would have to be built for each Node and Electron.
 */
import { win32 } from 'node:path';
import type { KeyProtector } from './key-protector.ts';
import { runProgram, type RunProgram } from './run-program.ts';

/** Mixed into the wrapping, so that a blob of another program isn't taken for ours. */
const entropy = 'hcm key file 1';

const system = '*S-1-5-18';
const administrators = '*S-1-5-32-544';

/** @param systemRoot where Windows lies, such as `C:\Windows`. */
export function dpapiProtector(systemRoot: string, run: RunProgram = runProgram): KeyProtector {
  const tool = (...names: readonly string[]): string => win32.join(systemRoot, 'System32', ...names);
  const powerShell = tool('WindowsPowerShell', 'v1.0', 'powershell.exe');
  const convert = async (action: 'Protect' | 'Unprotect', bytes: Buffer): Promise<Buffer> => {
    const args = [
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-EncodedCommand',
      encodeCommand(conversion(action)),
    ];
    const output = await run({ file: powerShell, args, input: `${bytes.toString('base64')}\n` });
    return readBase64(output);
  };
  return {
    protect: (key) => convert('Protect', key),
    unprotect: (stored) => convert('Unprotect', stored),
    restrict: async (path) => {
      const user = readUserSid(await run({ file: tool('whoami.exe'), args: ['/user', '/fo', 'csv', '/nh'] }));
      await run({ file: tool('icacls.exe'), args: restriction(path, user) });
    },
    // The ACL was set before anybody knew the file's name, and icacls speaks the language of the installation.
    repair: () => Promise.resolve(false),
  };
}

/** `/inheritance:r` drops what the folder hands down, `/grant:r` replaces what is there. */
export function restriction(path: string, userSid: string): readonly string[] {
  const grants = [`*${userSid}`, system, administrators].map((who) => `${who}:F`);
  return [path, '/inheritance:r', '/grant:r', ...grants, '/q'];
}

/** From `"domain\user","S-1-5-21-…"`. */
export function readUserSid(csv: string): string {
  const sid = /"(S-1-[0-9]+(?:-[0-9]+){1,15})"\s*$/.exec(csv)?.[1];
  if (sid === undefined) throw new Error('no user in the answer of whoami');
  return sid;
}

export function readBase64(output: string): Buffer {
  const text = output.trim();
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text))
    throw new Error('no base64 in the answer of PowerShell');
  return Buffer.from(text, 'base64');
}

/** As `-EncodedCommand` takes it: base64 of UTF-16, which no quoting can break. */
export function encodeCommand(script: string): string {
  return Buffer.from(script, 'utf16le').toString('base64');
}

/** Reads one line of base64, writes one. Holds no secret itself. */
function conversion(action: 'Protect' | 'Unprotect'): string {
  return [
    `$ErrorActionPreference = 'Stop'`,
    `$ProgressPreference = 'SilentlyContinue'`,
    `Add-Type -AssemblyName System.Security`,
    `$bytes = [Convert]::FromBase64String([Console]::In.ReadLine())`,
    `$entropy = [Text.Encoding]::UTF8.GetBytes('${entropy}')`,
    `$scope = [Security.Cryptography.DataProtectionScope]::LocalMachine`,
    `$result = [Security.Cryptography.ProtectedData]::${action}($bytes, $entropy, $scope)`,
    `[Console]::Out.Write([Convert]::ToBase64String($result))`,
  ].join('\n');
}
