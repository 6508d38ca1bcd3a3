/** What the app says of itself. */
import type { AppInfo } from '../contract/shell-api.ts';
import { userName } from './user-name.ts';
import { productVersion } from './version.ts';

export function appInfo(dataFolder: string): AppInfo {
  const { versions, platform } = process;
  return {
    version: productVersion,
    platform,
    user: userName(),
    electron: versions.electron,
    chrome: versions.chrome,
    node: versions.node,
    dataFolder,
  };
}
