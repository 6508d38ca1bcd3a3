// @ts-check
/** electron-builder's `afterExtract` (a context as `afterPack` gets): takes out of Electron what it brings and no app of ours needs. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** @param {import('electron-builder').AfterPackContext} context */
export default function afterExtract({ appOutDir, packager, electronPlatformName }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  // Starts whatever folder it is given.
  rmSync(join(resources, 'default_app.asar'), { recursive: true, force: true });
}
