/** The way to `hcm`: the launcher, `npx`, help, version and wrong use. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../fixtures/built-hcm.ts';
import { hcmProgram } from '../fixtures/hcm-process.ts';
import { Stage } from '../fixtures/stage.ts';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');

let stage: Stage;

beforeAll(async () => {
  await ensureBuilt();
  stage = await Stage.open();
});

afterAll(() => stage.dispose());

async function versionOfPackage(): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function node(words: readonly string[], environment = stage.environment): Promise<Ended> {
  try {
    const { stdout, stderr } = await execute(process.execPath, [...words], { env: environment });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as Ended;
    return { code, stdout, stderr };
  }
}

describe('the launcher', () => {
  it('says which command makes a build when there is none', async () => {
    const clone = join(stage.folder, 'clone');
    await mkdir(join(clone, 'bin'), { recursive: true });
    const launcher = join(clone, 'bin', 'hcm.mjs');
    await copyFile(hcmProgram, launcher);
    expect(await node([launcher, 'version'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'hcm: not built yet. Run: npm run build\n',
    });
  });

  it('says which Node it needs when this one is too old', async () => {
    const older = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.18.3'}})";
    expect(await node(['--import', older, hcmProgram, 'version'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'hcm: this needs Node 20.19 or later; here is 20.18.3.\n',
    });
  });

  it('works through npx in the clone, with an empty cache and no network', async () => {
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
    const { stdout } = await execute(npx, ['hcm', 'version'], {
      cwd: root,
      env: { ...stage.environment, npm_config_cache: join(stage.folder, 'npm'), npm_config_offline: 'true' },
      shell: process.platform === 'win32',
    });
    expect(stdout).toBe(`${await versionOfPackage()}\n`);
  });
});

describe('hcm', () => {
  it('says its version', async () => {
    const { exitCode, output, errors } = await stage.run(['version']);
    expect({ exitCode, output, errors }).toEqual({
      exitCode: 0,
      output: `${await versionOfPackage()}\n`,
      errors: '',
    });
  });

  it('shows its commands and exit codes', async () => {
    const { exitCode, output } = await stage.run(['help']);
    expect(exitCode).toBe(0);
    expect(output).toContain('Exit codes: 0 done, 1 not done, 2 wrong use, 3');
    for (const verb of ['add', 'list', 'show', 'remove', 'run', 'forward', 'relay', 'version']) {
      const help = await stage.run(['help', verb]);
      expect(help.exitCode).toBe(0);
      expect(help.output).toMatch(new RegExp(`^Usage: hcm ${verb}\\b`));
    }
  });

  it.each([[[]], [['unknown']], [['list', '--unknown']], [['show']], [['remove', 'x']], [['forward', '-']]])(
    '%j ends with 2',
    async (words) => {
      const { exitCode, output, errors } = await stage.run(words);
      expect(exitCode).toBe(2);
      expect(output).toBe('');
      expect(errors).toMatch(/hcm: The command can’t be understood\n {2}.+\n {2}.+\n {2}HCM1060\n$/);
    },
  );

  it('ends with 3 where a host is needed and none runs', async () => {
    const { exitCode, errors } = await stage.run(['restart', 'x']);
    expect(exitCode).toBe(3);
    expect(errors).toMatch(/^hcm: No host runs\n {2}.+\n {2}Start one with hcm run\.\n {2}HCM5001\n$/);
  });

  it('does not mind a reader that goes away', async () => {
    const { stdout } = await execute(
      '/bin/sh',
      ['-c', `"${process.execPath}" "${hcmProgram}" help | head -1; echo $?`],
      {
        env: stage.environment,
      },
    );
    expect(stdout).toBe('Usage: hcm [options] [command]\n0\n');
  });
});

describe('the built command line', () => {
  it('reaches for Node, ws and nothing of a window', async () => {
    const folder = join(root, 'out', 'cli');
    const bundles = (await readdir(folder)).filter((name) => name.endsWith('.mjs'));
    const texts = await Promise.all(bundles.map((name) => readFile(join(folder, name), 'utf8')));
    const imported = texts.flatMap((text) =>
      Array.from(
        text.matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["'];$|import\(["']([^"']+)["']\)/gmu),
        (found) => found[1] ?? found[2] ?? '',
      ),
    );
    const outside = new Set(imported.filter((name) => !name.startsWith('.') && !isBuiltin(name)));
    expect([...outside]).toEqual(['ws']);
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    expect(Object.keys(dependencies)).toContain('ws');
    expect(Object.keys(dependencies).filter((name) => /electron|react/u.test(name))).toEqual([]);
  });
});
