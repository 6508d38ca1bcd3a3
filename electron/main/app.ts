/**
 * The order in which the app comes up. First what Chromium wants to know before it is ready (sandbox, scheme, folders,
 * lock), then session, window and host. The window comes before the host: somebody who waits sees that.
 */
import { homedir, tmpdir } from 'node:os';
import { app, dialog, protocol } from 'electron';
import { enShell } from '../contract/messages/en-shell.ts';
import { toErrorData, type ErrorData } from '../contract/errors.ts';
import { openAppFolder, throwawayProfile, type AppFolder } from './app-folder.ts';
import { isTestBuild } from './build-flags.ts';
import { tellProblem } from './native-dialogs.ts';
import { pagePrivileges } from './page-address.ts';
import { runApp } from './run-app.ts';
import { hardenContents } from './security.ts';
import { readStartOptions } from './start-options.ts';

export interface AppFiles {
  /** Folder of the built page. */
  readonly page: string;
  readonly preload: string;
}

export async function startApp(files: AppFiles): Promise<void> {
  // Root can't have a sandbox, and end-to-end tests may have to run as root; the product ends before this line then.
  if (!isTestBuild || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.setName(enShell.productName);
  protocol.registerSchemesAsPrivileged(pagePrivileges);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  const { env, platform, argv } = process;
  const { demo } = readStartOptions(argv, env);
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
  void app.whenReady().then(() => run(files, home, demo));
}

function run(files: AppFiles, home: AppFolder, demo: boolean): void {
  runApp({ files, home, demo }).catch((error: unknown) => {
    giveUp(toErrorData(error), () => home.dispose());
  });
}

/** Never a silent end. */
function giveUp(problem: ErrorData, dispose: () => void): void {
  tellProblem(dialog, enShell.cantStart, problem);
  dispose();
  app.exit(1);
}
