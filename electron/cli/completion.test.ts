import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectedView } from '../contract/testing/test-views.ts';
import { runCli } from './run-cli.ts';
import { storeOfViews } from './testing/store-of-views.ts';
import { createTestIo } from './testing/test-io.ts';
import type { WithHost } from './cli.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-completion-'));
  // What the script asks; the program itself is asked in the tests below.
  const asked = '#!/bin/sh\n[ "$1 $2" = "__complete names" ] && printf "payroll-sql\\ncontoso/crm\\n"\n';
  await writeFile(join(folder, 'hcm'), asked);
  await chmod(join(folder, 'hcm'), 0o755);
  await writeFile(join(folder, 'gateway one.txt'), '');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function hcm(words: readonly string[], withHost: WithHost = storeOfViews([]).withHost) {
  const io = createTestIo({ environment: { HCM_HOME: folder } });
  const code = await runCli(words, io, withHost);
  return { code, output: io.output.text, errors: io.errors.text };
}

async function script(shell: string): Promise<string> {
  const { code, output } = await hcm(['completion', shell]);
  expect(code).toBe(0);
  return output;
}

/** What bash offers behind these words; the last one is what is typed already. */
async function inBash(...words: readonly string[]): Promise<readonly string[]> {
  await writeFile(join(folder, 'script.bash'), await script('bash'));
  const run = `source script.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hcm; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, error } = spawnSync('bash', ['--norc', '-c', run, 'bash', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: [folder, process.env['PATH'] ?? ''].join(delimiter) },
  });
  if (error !== undefined) throw error;
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('completion in bash', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['commands', ['hcm', 'se'], ['sessions', 'service']],
    ['commands below a command', ['hcm', 'config', ''], ['list', 'get', 'set', 'unset', 'help']],
    ['options', ['hcm', 'sessions', '--ki'], ['--kill', '--kill-all']],
    ['options of the whole program', ['hcm', 'list', '--qu'], ['--quiet']],
    ['values of an option', ['hcm', 'list', '--output', ''], ['table', 'json', 'yaml']],
    ['the same behind a sign', ['hcm', 'list', '--output', '=', 'j'], ['json']],
    ['the same behind a bare sign', ['hcm', 'list', '--output', '='], ['table', 'json', 'yaml']],
    ['values of an argument', ['hcm', 'completion', 'p'], ['powershell']],
    ['names of connections', ['hcm', 'show', ''], ['payroll-sql', 'contoso/crm']],
    ['a name that was begun', ['hcm', 'logs', '--connection', 'pay'], ['payroll-sql']],
    ['settings', ['hcm', 'config', 'get', 'drain'], ['drainSeconds']],
    ['files with blanks', ['hcm', 'add', '--connection-string-file', 'gate'], ['gateway one.txt']],
    ['commands behind help', ['hcm', 'help', 'comp'], ['completion']],
    ['nothing where anything goes', ['hcm', 'forward', '--port', ''], []],
    ['a value that is called like a command is none', ['hcm', 'show', 'list', '--out'], ['--output']],
  ])('%s', async (_what, words, offered) => {
    expect(await inBash(...words)).toEqual(offered);
  });
});

describe('completion in other shells', () => {
  it.each([
    [
      'zsh',
      [
        '#compdef hcm',
        '"config/set") route="config set"',
        '"sessions --kill-all") _hcm_ask names',
        '--ended:',
      ],
    ],
    [
      'fish',
      ["complete -c hcm -n '__hcm_at sessions' -l kill-all", "-a '(__hcm_ask names)'", "case 'config/set'"],
    ],
    [
      'powershell',
      [
        'Register-ArgumentCompleter -Native -CommandName hcm',
        "'config set' = @{",
        "'--output' = @('table', 'json', 'yaml')",
      ],
    ],
  ])('%s knows every command, and what is asked for', async (shell, pieces) => {
    const text = await script(shell);
    for (const piece of pieces) expect(text).toContain(piece);
    for (const name of ['add', 'sessions', 'logs', 'config']) expect(text).toContain(name);
    expect(text.replaceAll(/hcm __complete |__hcm_\w+/gu, '')).not.toContain('__complete');
  });

  it.each([
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ])('%s reads its script, where it is', async (shell, words) => {
    const { error, stderr } = spawnSync(shell, words, { input: await script(shell), encoding: 'utf8' });
    if (error === undefined) expect(stderr).toBe('');
  });

  it('knows no other shell', async () => {
    expect((await hcm(['completion', 'tcsh'])).code).toBe(2);
    expect((await hcm(['completion'])).code).toBe(2);
  });
});

describe('hcm __complete', () => {
  it('names connections, with their namespace where one name means several', async () => {
    const views = [
      connectedView({ name: 'crm' }),
      connectedView({
        id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11',
        name: 'CRM',
        host: 'fabrikam.servicebus.windows.net',
      }),
      connectedView({ id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a12', name: 'sql' }),
    ];
    const { code, output } = await hcm(['__complete', 'names'], storeOfViews(views).withHost);
    expect([code, output]).toEqual([0, 'contoso/crm\nfabrikam/CRM\nsql\n']);
  });

  it('is silent when it can’t answer, and where there is no data folder', async () => {
    const failing: WithHost = () => Promise.reject(new Error('broken'));
    expect(await hcm(['__complete', 'names'], failing)).toEqual({ code: 0, output: '', errors: '' });
    expect(await hcm(['__complete', 'nonsense'])).toEqual({ code: 0, output: '', errors: '' });
    const io = createTestIo({ environment: { HCM_HOME: join(folder, 'none') } });
    expect(await runCli(['__complete', 'names'], io, failing)).toBe(0);
    expect(io.errors.text + io.output.text).toBe('');
  });
});
