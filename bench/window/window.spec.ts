/**
 * The app with one connection through which as much flows as goes, both ways: the delay of its main process's event loop,
 * and how long a click takes. Writes what it measured into the file that the bench named.
 */
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { openWithConnection } from '../../e2e/app/fixtures/added-connection.ts';
import { expect, test } from '../../e2e/app/fixtures/test.ts';
import { MainWindow } from '../../e2e/app/pages/main-window.ts';
import type { Session } from '../../e2e/fixtures/target.ts';
import { startForward } from '../../e2e/fixtures/tunnel.ts';

const name = 'under-load';
const chunk = Buffer.alloc(64 * 1024, 7);
const clicksPerRun = 10;
const warmUpMs = 3_000;

test('the app at full throughput', async ({ stage, launchApp }) => {
  const runs = Number(process.env['HCM_BENCH_RUNS'] ?? 1);
  const seconds = Number(process.env['HCM_BENCH_SECONDS'] ?? 5);
  const { target, relay, opened } = await openWithConnection({ stage, launchApp }, name);
  const { app, page } = opened;
  const { port } = await startForward(stage, relay, name);
  const flow = [await target.open(port), await target.open(port)].map((session, index) =>
    flood(session, index === 0 ? 'up' : 'down'),
  );
  const window = new MainWindow(page);
  const checkbox = window.row(name).getByRole('checkbox');
  await expect(checkbox).toBeVisible();
  await page.evaluate(measureClicks);
  await pause(warmUpMs);

  const figures = {
    delayP99Ms: [] as number[],
    clickMs: [] as number[],
    megabytesPerSecond: [] as number[],
  };
  for (let run = 0; run < runs; run += 1) {
    await app.evaluate(watchLoop);
    const bytesBefore = flow.reduce((sum, { bytes }) => sum + bytes(), 0);
    const began = performance.now();
    for (let click = 0; click < clicksPerRun; click += 1) {
      await checkbox.click();
      await pause((seconds * 1000) / clicksPerRun);
    }
    const elapsedSeconds = (performance.now() - began) / 1000;
    const bytes = flow.reduce((sum, one) => sum + one.bytes(), 0) - bytesBefore;
    figures.megabytesPerSecond.push(bytes / 1e6 / elapsedSeconds);
    figures.delayP99Ms.push(await app.evaluate(delayP99Ms));
  }
  figures.clickMs.push(...(await page.evaluate(() => Reflect.get(globalThis, 'clicks') as number[])));
  expect(figures.clickMs.length).toBe(runs * clicksPerRun);
  for (const { stop } of flow) stop();
  await writeFile(process.env['HCM_BENCH_FIGURES'] ?? 'out/bench-window.json', JSON.stringify(figures));
});

/** Writes into one end as fast as it is taken, and counts what comes out at the other. */
function flood({ app, service }: Session, direction: 'up' | 'down') {
  const [from, to] = direction === 'up' ? [app, service] : [service, app];
  let bytes = 0;
  let isOver = false;
  to.on('data', (part) => (bytes += part.length));
  const write = (): void => {
    while (!isOver && from.write(chunk));
  };
  from.on('drain', write);
  write();
  return { bytes: () => bytes, stop: () => (isOver = true) };
}

/** In the page: from the click to the first frame after the row has changed. */
function measureClicks(): void {
  const clicks: number[] = [];
  Object.assign(globalThis, { clicks });
  let since: number | null = null;
  document.addEventListener('click', (event) => (since = event.timeStamp), true);
  const grid = document.querySelector('[role=grid]');
  if (grid === null) throw new Error('there is no table');
  new MutationObserver((changes) => {
    const isSelection = changes.some(({ attributeName }) => attributeName === 'aria-selected');
    const start = since;
    if (start === null || !isSelection) return;
    since = null;
    // A task of its own comes after the frame has been drawn.
    requestAnimationFrame(() => setTimeout(() => clicks.push(performance.now() - start), 0));
  }).observe(grid, { subtree: true, childList: true, attributes: true });
}

/** In the app's main process: begins to watch its event loop. */
function watchLoop(): void {
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  Object.assign(globalThis, { delay });
}

/** What a timer of a millisecond waits beyond it. */
function delayP99Ms(): number {
  const delay = Reflect.get(globalThis, 'delay') as {
    disable(): void;
    percentile(share: number): number;
  };
  delay.disable();
  return Math.max(0, delay.percentile(99) / 1e6 - 1);
}
