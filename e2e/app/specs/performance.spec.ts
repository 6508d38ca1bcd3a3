/**
 * A host with hundreds of connections. What is asserted doesn't depend on how fast this computer is; how long things take
 * is measured inside the page and printed.
 */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noOwnLimits, type ConnectionConfig } from '../../../electron/contract/connection.ts';
import { columnNameTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { connectionsFormat } from '../../../electron/engine/store/connections-format.ts';
import type { Stage } from '../../fixtures/stage.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';
import { addAll, endSessions } from '../tour/fill-window.ts';
import { sceneNames, setScene } from '../tour/scene.ts';

const storedCount = 500;
/** Rows in sight and a few around them. */
const mostDrawn = 60;

interface Measured {
  readonly waitsMs: number[];
  readonly longTasksMs: number[];
}

test('hundreds of connections: drawn in part, filtered, sorted, while counters move', async ({
  stage,
  launchApp,
}, testInfo) => {
  const print = (line: string): void => {
    testInfo.annotations.push({ type: 'measured', description: line });
    process.stdout.write(`  ${line}\n`);
  };
  await storeConnections(stage, storedCount);
  const scene = await setScene(stage);
  const opened = await launchApp({ relay: scene.relay });
  const { page } = opened;
  const window = new MainWindow(page);
  await expect(window.table).toHaveAttribute('aria-rowcount', String(storedCount + 1));
  const drawn = (): Promise<number> => page.locator('[data-row-id]').count();

  await test.step('only what can be seen is drawn', async () => {
    expect(await drawn()).toBeLessThan(mostDrawn);
    await window.rows.first().focus();
    await page.keyboard.press('End');
    await expect(window.row('stored-500')).toBeFocused();
    expect(await drawn()).toBeLessThan(mostDrawn);
    await page.keyboard.press('Home');
    await expect(window.row('stored-001')).toBeFocused();
  });

  await measureInPage();
  await test.step('each key in the filter', async () => {
    await window.filter.click();
    for (const word of ['stored-1', 'stored-49', 'contoso']) {
      await page.keyboard.type(word);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
    }
    await expect(window.table).toHaveAttribute('aria-rowcount', String(storedCount + 1));
    const { waitsMs } = await measured();
    expect(waitsMs.length).toBeGreaterThan(10);
    print(
      `filter of ${storedCount}: median ${median(waitsMs)} ms, most ${Math.max(...waitsMs).toFixed(1)} ms`,
    );
  });

  await test.step('selection and order stay while counters move', async () => {
    await addAll(
      page,
      scene.connections.filter(({ name }) => name === sceneNames.busy),
    );
    await page.getByRole('button', { name: columnNameTexts.traffic, exact: true }).click();
    await page.getByRole('button', { name: columnNameTexts.name, exact: true }).click();
    await window.filter.fill('stored-25');
    await window.row('stored-250').getByRole('checkbox').click();
    await window.row('stored-251').getByRole('checkbox').click();
    await window.filter.fill('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    const busy = window.row(sceneNames.busy);
    await expect(busy).toHaveAccessibleName(/, connected/i);
    const before = await namesInOrder();
    await forgetMeasured();
    await scene.openSessions();
    await expect(busy).toHaveAccessibleName(/3 sessions/);
    const traffic = busy.locator('[data-column=traffic]');
    for (let changes = 0; changes < 3; changes += 1) {
      const shown = await traffic.innerText();
      await expect(traffic).not.toHaveText(shown);
    }
    expect(await namesInOrder()).toEqual(before);
    await expect(page.getByText('2 selected')).toBeVisible();
    expect(await drawn()).toBeLessThan(mostDrawn);
    const { longTasksMs } = await measured();
    const longest = Math.max(0, ...longTasksMs).toFixed(0);
    print(`while counters moved: ${longTasksMs.length} long tasks, the longest ${longest} ms`);
  });
  await endSessions(page, scene, [sceneNames.busy]);
  expect(opened.consoleProblems).toEqual([]);

  function namesInOrder(): Promise<readonly string[]> {
    return page.locator('[data-row-id] [data-column=name]').allInnerTexts();
  }

  /** From the event of a key to the first frame after the rows have changed. */
  function measureInPage(): Promise<void> {
    return page.evaluate(() => {
      const found: Measured = { waitsMs: [], longTasksMs: [] };
      Object.assign(window, { measured: found });
      let since: number | null = null;
      document.addEventListener('input', () => (since = performance.now()), true);
      const grid = document.querySelector('[role=grid]');
      if (grid === null) throw new Error('there is no table');
      new MutationObserver(() => {
        const start = since;
        since = null;
        if (start === null) return;
        // A task of its own comes after the frame has been drawn.
        requestAnimationFrame(() => setTimeout(() => found.waitsMs.push(performance.now() - start), 0));
      }).observe(grid, { subtree: true, childList: true, attributes: true });
      new PerformanceObserver((list) => {
        found.longTasksMs.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ entryTypes: ['longtask'] });
    });
  }

  function measured(): Promise<Measured> {
    return page.evaluate(() => Reflect.get(window, 'measured') as Measured);
  }

  function forgetMeasured(): Promise<void> {
    return page.evaluate(() => {
      const found = Reflect.get(window, 'measured') as Measured;
      found.waitsMs.length = 0;
      found.longTasksMs.length = 0;
    });
  }
});

/** Before the app starts: half of them stopped, half retired, so that nothing is dialled. */
async function storeConnections(stage: Stage, count: number): Promise<void> {
  const now = new Date().toISOString();
  const configs = Array.from({ length: count }, (_, index): ConnectionConfig => {
    const isRetired = index % 2 === 0;
    return {
      id: randomUUID(),
      kind: isRetired ? 'biztalk' : 'relay',
      host: isRetired ? 'contoso.hybrid.biztalk.windows.net' : 'localhost',
      port: isRetired ? 443 : 1,
      name: `stored-${String(index + 1).padStart(3, '0')}`,
      keyName: 'listen',
      endpoint: { host: '127.0.0.1', port: 1 + index, source: 'manual' },
      limits: noOwnLimits,
      secondaryKeyName: null,
      caPem: null,
      enabled: isRetired,
      addedBy: null,
      createdAt: now,
      updatedAt: now,
      azure: null,
      resource: null,
      entra: null,
    };
  });
  const content = { version: connectionsFormat.version, ...connectionsFormat.write(configs) };
  await writeFile(join(stage.home, 'connections.json'), JSON.stringify(content), { mode: 0o600 });
}

function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[sorted.length >> 1] ?? 0).toFixed(1);
}
