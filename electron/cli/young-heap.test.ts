import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleScript } from '../engine/store/testing/bundle-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'hcm-young-heap-'));
let module = '';
beforeAll(async () => {
  module = await bundleScript(join(import.meta.dirname, 'young-heap.ts'), folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Space for young objects after as many of them as a busy hour makes, in turns of the event loop, bytes. */
function youngBytes(before: string): number {
  const code = `
    import { setImmediate as turn } from 'node:timers/promises';
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepYoungHeapSmall } from ${JSON.stringify(pathToFileURL(module).href)};
    ${before}
    let kept = [];
    for (let count = 0; count < 2e6; count++) {
      kept.push({ count });
      if (kept.length > 30000) kept = kept.slice(15000);
      if (count % 1000 === 0) await turn();
    }
    console.log(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }));
}

it('keeps the space for young objects from growing beyond what helps, in this runtime too', () => {
  const grown = youngBytes('');
  const kept = youngBytes('keepYoungHeapSmall();');
  expect(kept).toBeLessThanOrEqual(grown / 1.5);
  expect(kept).toBeLessThanOrEqual(32 * 1024 * 1024);
});

it('lets a space that is too small grow', () => {
  expect(youngBytes('keepYoungHeapSmall();')).toBeGreaterThanOrEqual(8 * 1024 * 1024);
});
