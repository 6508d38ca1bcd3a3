import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLogger } from '../engine/log/logger.ts';
import { rememberedLook } from './remembered-look.ts';
import { openWindowStore } from './window-state.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-look-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const unset = { bounds: null, theme: 'system' };

it('is what the window’s file keeps', async () => {
  expect(rememberedLook(folder)).toEqual(unset);
  const store = await openWindowStore({ folder, log: silentLogger });
  store.change({ bounds: { x: -5, y: 10, width: 900, height: 700 } });
  store.changePreferences({ theme: 'dark' });
  await store.saved();
  expect(rememberedLook(folder)).toEqual({
    bounds: { x: -5, y: 10, width: 900, height: 700 },
    theme: 'dark',
  });
});

it.each([
  ['broken', '{'],
  ['no object', '[]'],
  ['null', 'null'],
  ['half a place', '{"bounds":{"x":1,"y":2,"width":3}}'],
  ['no whole pixels', '{"bounds":{"x":1,"y":2,"width":3.5,"height":4}}'],
  ['out of all screens', '{"bounds":{"x":1e9,"y":2,"width":3,"height":4}}'],
  ['another theme', '{"preferences":{"theme":"pink"}}'],
  ['no preferences', '{"preferences":5}'],
  ['endless', `{"preferences":{"theme":"dark"},"x":"${'x'.repeat(100_000)}"}`],
])('counts as unset where the file is %s', async (_name, text) => {
  await writeFile(join(folder, 'window.json'), text);
  expect(rememberedLook(folder)).toEqual(unset);
});
