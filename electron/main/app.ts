/**
 * The order in which the app comes up. First what Chromium wants to know before it is ready (sandbox, scheme, folders,
 * lock), then session, window and host. The window comes before the host: somebody who waits sees that.
 */
import { homedir, tmpdir } from 'node:os';
import { app, dialog, Menu, protocol } from 'electron';
import { shellTexts } from '../contract/messages/texts/shell.ts';
import { toErrorData, type ErrorData } from '../contract/errors.ts';
import { appId } from './app-id.ts';
import { openAppFolder, throwawayProfile } from './app-folder.ts';
import { isTestBuild } from './build-flags.ts';
import { tellProblem } from './native-dialogs.ts';
import { openFirstWindow, type FirstWindowFiles } from './open-first-window.ts';
import { pagePrivileges } from './page-address.ts';
import type { RunOptions } from './run-app.ts';
import { hardenContents } from './security.ts';
import { readStartOptions } from './start-options.ts';

export async function startApp(files: FirstWindowFiles): Promise<void> {
  // Root can't have a sandbox, and end-to-end tests may have to run as root; the product ends before this line then.
  if (!isTestBuild || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // The first drawing makes more garbage than V8 has room for at first: collecting it would come before the first frame.
  app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=16');
  // The page draws itself before it is shown: not with the priority of something that nobody waits for.
  app.commandLine.appendSwitch('disable-renderer-backgrounding');
  app.setName(shellTexts.productName);
  // Ours comes with the window; Electron would make one for the time before.
  Menu.setApplicationMenu(null);
  // The shortcut of the Start menu has it, too: without it Windows shows no notification of the app.
  if (process.platform === 'win32') app.setAppUserModelId(appId);
  protocol.registerSchemesAsPrivileged(pagePrivileges);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  const { env, platform, argv } = process;
  const { demo, hidden } = readStartOptions(argv, env);
  const opened = await openAppFolder({
    platform,
    env,
    homedir: homedir(),
    temporaryFolder: tmpdir(),
    demo,
  });
  if (!opened.ok) {
    const { profile, dispose } = throwawayProfile(tmpdir());
    app.setPath('userData', profile);
    void app.whenReady().then(() => giveUp(opened.problem, dispose));
    return;
  }
  const { home } = opened;
  app.setPath('userData', home.profile);
  if (!app.requestSingleInstanceLock()) {
    // The first instance shows its window (`second-instance`).
    home.dispose();
    app.exit(0);
    return;
  }
  void app.whenReady().then(() => run({ files, home, demo, hidden }));
}

/** The window first, then what is behind it: reading that takes as long as its page’s process takes to come up. */
async function run({
  files,
  ...options
}: Omit<RunOptions, 'first'> & { files: FirstWindowFiles }): Promise<void> {
  const { home } = options;
  try {
    const first = openFirstWindow(files, home.folder);
    const { runApp } = await import('./run-app.ts');
    await runApp({ ...options, first });
  } catch (error) {
    giveUp(toErrorData(error), () => home.dispose());
  }
}

/** Never a silent end. */
function giveUp(problem: ErrorData, dispose: () => void): void {
  tellProblem(dialog, shellTexts.cantStart, problem);
  dispose();
  app.exit(1);
}
