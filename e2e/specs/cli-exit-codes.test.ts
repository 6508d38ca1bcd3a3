/** Every verb's exit code, as the built program ends: once while no host runs, and once beside one, on the same data folder. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hcmProgram } from '../fixtures/hcm-process.ts';
import { Stage } from '../fixtures/stage.ts';
import { startHost } from '../fixtures/tunnel.ts';

interface Row {
  readonly words: readonly string[];
  readonly without: number;
  readonly beside: number;
  readonly input?: string;
}

const both = (code: number, words: string, input?: string): Row => ({
  words: words.split(' '),
  without: code,
  beside: code,
  ...(input === undefined ? {} : { input }),
});

const needsHost = (beside: number, words: string): Row => ({ ...both(3, words), beside });

/** Nothing listens there. */
const stringOf = (name: string): string =>
  `Endpoint=sb://localhost:1/;SharedAccessKeyName=listen;SharedAccessKey=c2VjcmV0LWtleQ==;EntityPath=${name}`;

const rows: readonly Row[] = [
  both(1, 'add - --endpoint localhost:9', stringOf('sql')),
  both(0, 'list'),
  both(0, 'show sql'),
  needsHost(0, 'status'),
  both(1, 'remove nothing --yes'),
  both(0, 'start sql'),
  both(0, 'stop idle'),
  needsHost(0, 'restart sql'),
  needsHost(1, 'sessions --kill ffff --yes'),
  both(1, 'test 127.0.0.1:1 --timeout 5'),
  both(0, 'logs sql'),
  both(1, 'update sql --name other'),
  both(0, 'config list'),
  both(0, 'config get drainSeconds'),
  both(1, 'config set idleMinutes 99999'),
  both(0, 'config unset halfCloseMinutes'),
  both(10, 'plan -f change.yaml'),
  both(1, 'apply -f broken.yaml'),
  both(0, 'export --without-secrets'),
  both(1, 'import broken.yaml --dry-run'),
  both(0, 'account list'),
  both(1, 'logout nobody'),
  both(1, 'sync-keys sql'),
  both(1, 'rotate-keys sql --yes'),
  both(1, 'proxy --mode manual --url nonsense://'),
  { words: ['service', 'install', '--dry-run', '--program', '/usr/bin/hcm'], without: 0, beside: 0 },
  both(1, 'forward - --port 0', 'rubbish'),
  both(1, 'relay --entity ? --endpoint localhost:9'),
  both(0, 'completion bash'),
];

/** In specs of their own: what goes on, what is about a system, what needs nothing. Wrong use is in `wrong-use.test.ts`. */
const elsewhere = [
  ...['login', 'account', 'account help'],
  ...['run', 'demo', 'version', 'help', 'config', 'config help', 'service', 'service help'],
  ...['service uninstall', 'service start', 'service stop', 'service status'],
];

const sideBySide = 4;
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  for (const [name, text] of Object.entries({
    'change.yaml': 'version: 1\nconnections: []\nsettings:\n  drainSeconds: 61\n',
    'broken.yaml': 'version: 1\nconnections: [{ name: 5 }]\n',
  }))
    await writeFile(join(stage.folder, name), text);
  for (const name of ['sql', 'idle'])
    expect((await stage.run(['add', '-'], { input: stringOf(name) })).exitCode).toBe(0);
});

afterAll(() => stage.dispose());

async function codes(of: readonly Row[]): Promise<readonly string[]> {
  const found: string[] = [];
  const next = of.entries();
  const work = async (): Promise<void> => {
    for (const [index, { words, input = '' }] of next) {
      const { exitCode, errors } = await stage.run(words, { input });
      // Whoever gets another code is told why, unless it is the answer itself.
      const isTold = exitCode === 0 || exitCode === 10 || words[0] === 'status' || /HCM\d{4}/u.test(errors);
      found[index] = `${words.join(' ')}: ${exitCode}${isTold ? '' : ' without a word'}`;
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return found;
}

const wanted = (beside: boolean): readonly string[] =>
  rows.map((row) => `${row.words.join(' ')}: ${beside ? row.beside : row.without}`);

describe('exit codes', () => {
  it('name every verb of the reference', () => {
    const reference = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8');
    const verbs = [...reference.matchAll(/^## hcm (.+)$/gmu)].map(([, verb = '']) => verb);
    const told = (verb: string): boolean => rows.some(({ words }) => words.join(' ').startsWith(verb));
    expect(verbs.filter((verb) => !told(verb) && !elsewhere.includes(verb))).toEqual([]);
    expect(verbs.length).toBeGreaterThan(25);
  });

  it('are 1 where the answer can’t be written', async () => {
    // Opened for reading only: as a full disk does, it takes nothing.
    const file = await open(join(stage.folder, 'change.yaml'), 'r');
    try {
      const words = [hcmProgram, 'export', '--without-secrets'];
      const { status, stderr } = spawnSync(process.execPath, words, {
        env: stage.environment,
        stdio: ['ignore', file.fd, 'pipe'],
        encoding: 'utf8',
      });
      expect([status, /HCM400\d/u.test(stderr)]).toEqual([1, true]);
    } finally {
      await file.close();
    }
  });

  it('are these while no host runs, and these beside one', async () => {
    expect(await codes(rows)).toEqual(wanted(false));
    await startHost(stage);
    expect(await codes(rows)).toEqual(wanted(true));
  });
});
