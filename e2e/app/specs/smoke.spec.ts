/** The window opens, and its page has no more than it is meant to have. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { shellTexts } from '../../../electron/contract/messages/texts/shell.ts';
import { executableName } from '../../../scripts/runtime-choice.mjs';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';

const project = join(import.meta.dirname, '..', '..', '..');

test('opens, with its title and what it says of the host', async ({ launchApp }) => {
  const { app, page } = await launchApp();
  await expect(page).toHaveTitle(shellTexts.productName);
  await expect(new MainWindow(page).header).toBeVisible();
  expect(await app.evaluate(({ app: inMain }) => inMain.getName())).toBe(shellTexts.productName);
});

test('gives its page two functions and nothing of Node', async ({ launchApp }) => {
  const { page } = await launchApp();
  expect(
    await page.evaluate(() => {
      const hcm: unknown = Reflect.get(window, 'hcm');
      const foreign = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'];
      return {
        functions: Object.entries(hcm as object).map(([name, value]) => `${name}: ${typeof value}`),
        foreign: foreign.filter((name) => name in window),
      };
    }),
  ).toEqual({ functions: ['invoke: function', 'subscribe: function'], foreign: [] });
});

test('notices what its page’s policy forbids', async ({ launchApp }) => {
  const opened = await launchApp();
  const { page } = opened;
  await page.evaluate(() => {
    // Nobody listens there, and nothing gets as far as that.
    new Image().src = 'http://127.0.0.1:1/picture.png';
  });
  await expect.poll(() => opened.cspViolations).toHaveLength(1);
  // This one was wanted; any other one would fail the test.
  opened.cspViolations.length = 0;
});

test('starts again with the same data', async ({ launchApp }) => {
  const opened = await launchApp();
  await opened.restart();
  await expect(new MainWindow(opened.page).header).toBeVisible();
});

for (const refused of ['--remote-debugging-port=0', '--inspect', '--no-sandbox']) {
  test(`is never started with ${refused}`, async ({ stage }) => {
    const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    if (runtime === undefined) throw new Error('there is no Electron');
    // As root Electron itself ends before the app can say anything.
    const asRoot = process.getuid?.() === 0 && refused !== '--no-sandbox' ? ['--no-sandbox'] : [];
    const child = spawn(join(runtime, executableName(process.platform)), [project, refused, ...asRoot], {
      cwd: stage.folder,
      env: { ...stage.environment, DISPLAY: process.env['DISPLAY'] },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const errors = await text(child.stderr);
    expect(await ended).toBe(1);
    const [name = ''] = refused.split('=');
    expect(errors).toContain(fillText(shellTexts.switchRefused, { name }));
  });
}
