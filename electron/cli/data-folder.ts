/** Where the data folder is (plan §5.8). Pure. */
import { posix, win32 } from 'node:path';
import type { CliIo } from './cli-io.ts';

type Surroundings = Pick<CliIo, 'environment' | 'platform' | 'homeFolder' | 'workingFolder'>;

/** Absolute. `HCM_HOME` wins; a relative one counts from the working folder. */
export function dataFolder({ environment, platform, homeFolder, workingFolder }: Surroundings): string {
  const path = platform === 'win32' ? win32 : posix;
  const chosen = environment['HCM_HOME'] ?? '';
  if (chosen !== '') return path.resolve(workingFolder, chosen);
  switch (platform) {
    case 'win32':
      return path.join(environment['LOCALAPPDATA'] ?? path.join(homeFolder, 'AppData', 'Local'), 'hcm');
    case 'darwin':
      return path.join(homeFolder, 'Library', 'Application Support', 'hcm');
    default: {
      // The XDG rules say that a relative path counts as unset.
      const configured = environment['XDG_CONFIG_HOME'] ?? '';
      return path.join(path.isAbsolute(configured) ? configured : path.join(homeFolder, '.config'), 'hcm');
    }
  }
}
