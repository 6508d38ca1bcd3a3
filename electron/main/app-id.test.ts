import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { appId } from './app-id.ts';

it('is the id that packages and their shortcuts have', async () => {
  const config: unknown = parse(await readFile('electron-builder.yml', 'utf8'));
  expect(config).toMatchObject({ appId });
});
