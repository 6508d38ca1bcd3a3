import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withHost } from '../host-access.ts';
import { runCli } from '../run-cli.ts';
import { createTestIo } from '../testing/test-io.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-import-settings-'));
});

afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function hcm(
  ...words: readonly string[]
): Promise<{ readonly output: string; readonly errors: string }> {
  const environment = { HCM_HOME: join(folder, 'home'), HCM_POLICY_FILE: join(folder, 'policy.json') };
  const io = { ...createTestIo({ environment, workingFolder: folder }), uid: process.getuid?.() ?? 0 };
  io.typed.end('');
  await runCli(words, io, withHost);
  return { output: io.output.text, errors: io.errors.text };
}

async function values(): Promise<readonly unknown[]> {
  const { output } = await hcm('config', 'list', '--output', 'json');
  const list = JSON.parse(output) as readonly { readonly name: string; readonly value: unknown }[];
  return list.flatMap(({ name, value }) =>
    name === 'drainSeconds' || name === 'maxSessions' ? [value] : [],
  );
}

it('import --settings leaves what the organization has set, and says so', async () => {
  const file = join(folder, 'move.json');
  await hcm('config', 'set', 'drainSeconds', '5');
  await hcm('config', 'set', 'maxSessions', '7');
  expect((await hcm('export', file, '--without-secrets')).errors).toBe('');
  await hcm('config', 'unset', 'drainSeconds');
  await hcm('config', 'unset', 'maxSessions');
  await writeFile(
    join(folder, 'policy.json'),
    JSON.stringify({ version: 1, by: 'Contoso', settings: { drainSeconds: 120 } }),
  );
  const stay = 'Set by your organization, so they stay: drainSeconds\n';
  const dry = await hcm('import', file, '--settings', '--dry-run');
  expect(dry.errors).toContain(stay);
  const imported = await hcm('import', file, '--settings', '--yes');
  expect(imported.errors).toContain(stay);
  expect(JSON.parse(imported.output)).toMatchObject({
    settings: [{ name: 'maxSessions', from: 5000, to: 7 }],
    takesSettings: true,
  });
  expect(await values()).toEqual([120, 7]);
  // Nothing else is left to be changed.
  expect((await hcm('import', file, '--settings', '--yes')).errors).toContain(stay);
  expect((await hcm('import', file, '--yes')).errors).not.toContain(stay);
});
