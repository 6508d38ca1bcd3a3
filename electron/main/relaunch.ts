/** Starts the app again once this process is over, in sight: whoever waits for it wants to see it. */
import type { App } from 'electron';
import { ownAppImage, type Environment } from './own-app-image.ts';
import { hiddenSwitch } from './start-options.ts';

export interface Launched {
  readonly argv: readonly string[];
  readonly env: Environment;
  readonly execPath: string;
}

export function relaunch(app: Pick<App, 'relaunch'>, { argv, env, execPath }: Launched): void {
  const args = argv.slice(1).filter((word) => word !== hiddenSwitch);
  // What an AppImage runs lies in a mount that goes with this process.
  const image = ownAppImage(execPath, env);
  app.relaunch(image === null ? { args } : { args, execPath: image });
}
