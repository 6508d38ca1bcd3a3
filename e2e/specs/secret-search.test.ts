/** A search that finds nothing proves something only when it would have found it: every spelling is planted once. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canaries } from '../fixtures/canaries.ts';
import { commandLines } from '../fixtures/process-facts.ts';
import { ProcessWatch } from '../fixtures/process-watch.ts';
import { SecretSearch, spellings, type Finding } from '../fixtures/secret-search.ts';
import { onStage } from '../fixtures/stage.ts';
import { until } from '../fixtures/until.ts';

const search = new SecretSearch(canaries);

describe('the search for secrets', () => {
  it('finds every spelling in a file, and its name', () =>
    onStage(async (scratch) => {
      const folder = join(scratch.folder, 'planted', 'deep');
      for (const [name, secret] of Object.entries(canaries)) {
        for (const [how, bytes] of spellings(secret)) {
          await mkdir(folder, { recursive: true });
          const path = join(folder, 'file');
          await writeFile(path, Buffer.concat([Buffer.from('{"message":"'), bytes, Buffer.from('"}\n')]));
          const { findings } = await search.lookInFolder(scratch.folder);
          expect(findings).toContainEqual({ where: 'planted/deep/file', what: `${name}: ${how}` });
          await rm(folder, { recursive: true });
        }
      }
    }));

  it('finds a key inside base64 and JSON, whatever stands before it', () => {
    for (const before of ['', 'x', 'xy', 'xyz']) {
      const whole = `${before}${canaries['odd send key']};`;
      for (const text of [Buffer.from(whole).toString('base64'), Buffer.from(whole).toString('base64url')]) {
        expect(search.look('text', text)).not.toEqual([]);
      }
      expect(search.look('text', JSON.stringify(JSON.stringify({ whole })))).not.toEqual([]);
    }
  });

  it.each<readonly [string]>([
    ['SharedAccessSignature sr=http%3A%2F%2Fhost&sig=uL0ImRW8pcUBUZbN&se=1&skn=x'],
    ['wss://host/$hc/x?sb-hc-token=SharedAccessSignature%20sr%3Dhttp&sb-hc-id=1'],
    ['"sig%3DuL0ImRW8pcUBUZbN"'],
  ])('finds the token %s', (token) => {
    expect(search.look('a log', `{"message":"${token}"}`)).not.toEqual([]);
  });

  it('finds nothing where nothing is', () => {
    const hiddenText = 'SharedAccessKey=***;sig=***;SharedAccessSignature ***';
    expect(search.look('a log', hiddenText)).toEqual<Finding[]>([]);
  });

  it('finds a key in a command line', async () => {
    // One of its own: other tests look at the same list meanwhile.
    const planted = randomBytes(32).toString('base64');
    const watch = new ProcessWatch();
    const script = 'process.stdin.resume()';
    const child = spawn(process.execPath, ['-e', script, planted], { stdio: 'pipe' });
    const { pid = 0 } = child;
    try {
      await until('it is in the list', commandLines, (lines) => lines.get(pid)?.includes(script) ?? false);
    } finally {
      await watch.stop();
      child.kill('SIGKILL');
    }
    const lines = [...((await watch.stop()).get(pid) ?? [])];
    const searchPlanted = new SecretSearch({ planted });
    expect(lines.flatMap((line) => searchPlanted.look('a command line', line))).not.toEqual([]);
  });
});
