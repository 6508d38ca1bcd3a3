/**
 * The order in which the app comes up. First what Chromium wants to know before it is ready (sandbox, scheme, folders,
 * lock), then session, window and host. The window comes before the host: somebody who waits sees that.
 */
import { homedir, tmpdir } from 'node:os';
import { app, dialog, protocol } from 'electron';
import { enShell } from '../contract/messages/en-shell.ts';
import type { ErrorData } from '../contract/errors.ts';
import { openAppFolder, type AppFolder } from './app-folder.ts';
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
    // A profile of its own all the same: Chromium wants one before it can show anything.
    app.setPath('userData', tmpdir());
    void app.whenReady().then(() => giveUp(opened.problem));
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
    home.dispose();
    giveUp({ code: 'HCM9001', details: { reason: error instanceof Error ? error.name : typeof error } });
  });
}

/** Never a silent end. */
function giveUp(problem: ErrorData): void {
  tellProblem(dialog, enShell.cantStart, problem);
  app.exit(1);
}
