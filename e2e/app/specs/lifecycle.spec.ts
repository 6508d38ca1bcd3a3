/** The app ends and starts in every way it can; connections and sessions outlive what they can outlive. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { shellCountTexts } from '../../../electron/contract/messages/texts/shell.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { executableName } from '../../../scripts/runtime-choice.mjs';
import type { Stage } from '../../fixtures/stage.ts';
import { startForward } from '../../fixtures/tunnel.ts';
import { within } from '../../fixtures/until.ts';
import { openWithConnection, untilRowIs } from '../fixtures/added-connection.ts';
import { expectAlive } from '../fixtures/stream.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';

const name = 'payroll-sql';

test('comes up again with what it had', async ({ launchApp, stage }) => {
  const { opened } = await openWithConnection({ stage, launchApp }, name);

  await test.step('a second start shows the first one’s window and ends', async () => {
    await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect(await startAgain(stage)).toBe(0);
    await expect.poll(() => isShown(opened.app)).toBe(true);
    await untilRowIs(opened, name, azureWordTexts.connected);
  });

  await test.step('after a restart the connection is there and connects', async () => {
    await opened.restart();
    await untilRowIs(opened, name, azureWordTexts.connected);
    await expect(new MainWindow(opened.page).rows).toHaveCount(1);
  });
});

test('keeps sessions through a crash of its page, and asks before it ends them', async ({
  launchApp,
  stage,
}) => {
  const { target, relay, opened } = await openWithConnection({ stage, launchApp }, name);
  const { app } = opened;
  const { port } = await startForward(stage, relay, name);
  const session = await target.open(port);
  await expect(new MainWindow(opened.page).cell(name, 'sessions')).toHaveText('1');
  const program = app.process();
  const exited = once(program, 'exit');

  await test.step('the page crashes: the session goes on, and the page comes back', async () => {
    const crashed = await processOfPage(app);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await expectAlive(session);
    await expect.poll(() => processOfPage(app)).not.toBe(crashed);
    // The one that crashed is all that Playwright knows; the new one is asked through the app.
    await expect.poll(() => textOfPage(app)).toContain(name);
    await expect.poll(() => textOfPage(app)).toContain(azureWordTexts.connected);
    await expectAlive(session);
  });

  await test.step('quitting asks; “keep running” keeps everything', async () => {
    await answerNativeQuestion(app, 1);
    await app.evaluate(({ app: electron }) => electron.quit());
    await expect.poll(() => askedQuestions(app)).toEqual([fillCounted(shellCountTexts.quitQuestion, 1)]);
    await expectAlive(session);
    expect(await isShown(app)).toBe(true);
  });

  await test.step('“quit” lets the session finish, and ends with 0', async () => {
    await answerNativeQuestion(app, 0);
    await app.evaluate(({ app: electron }) => electron.quit());
    await expect.poll(() => isShown(app)).toBe(false);
    await expectAlive(session);
    session.app.end();
    session.service.end();
    expect(await within('the app ends', exited)).toEqual([0, null]);
  });
});

/** @returns its exit code. */
async function startAgain(stage: Stage): Promise<unknown> {
  const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (runtime === undefined) throw new Error('there is no Electron');
  const appFolder = join(import.meta.dirname, '..', '..', '..', 'out', 'e2e-app');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(join(runtime, executableName(process.platform)), [...asRoot, appFolder], {
    cwd: stage.folder,
    env: { ...stage.environment, DISPLAY: process.env['DISPLAY'] },
    stdio: 'ignore',
  });
  const ended = once(second, 'exit');
  try {
    const [exitCode] = (await within('the second start ends', ended)) as [unknown];
    return exitCode;
  } finally {
    second.kill('SIGKILL');
  }
}

function isShown(app: ElectronApplication): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
}

function processOfPage(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
}

/** Empty while there is no page. */
function textOfPage(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return '';
    // Nobody answers a question that was put to a page that crashes meanwhile.
    const unanswered = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000));
    const answer = contents.executeJavaScript('document.body.innerText').then(String, () => '');
    return Promise.race([answer, unanswered]);
  });
}

/** The system draws its questions outside all pages: this answers them, and keeps what was asked. */
async function answerNativeQuestion(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'askedQuestions', asked);
    Reflect.set(dialog, 'showMessageBox', (_window: unknown, { message }: { message: string }) => {
      asked.push(message);
      return Promise.resolve({ response: answer, checkboxChecked: false });
    });
  }, response);
}

function askedQuestions(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'askedQuestions') as string[]);
}
