/** Who keeps services on this system. */
import { posix } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import type { CliIo } from '../cli-io.ts';
import { wrongUse } from '../wrong-use.ts';
import { launchdService } from './launchd-service.ts';
import type { ServiceKeeper } from './service-plan.ts';
import { systemdService } from './systemd-service.ts';
import { windowsService } from './windows-service.ts';

/** @throws HcmError HCM5024 where there is none that we know. */
export function serviceKeeper({ platform, environment }: CliIo, root?: string): ServiceKeeper {
  if (root !== undefined && platform !== 'linux') throw wrongUse('contradiction', { name: '--root' });
  // An empty one, of a variable that isn't set, would be the system that runs.
  if (root !== undefined && !posix.isAbsolute(root)) throw wrongUse('choice', { name: '--root' });
  switch (platform) {
    case 'linux':
      return systemdService(root);
    case 'darwin':
      return launchdService();
    case 'win32':
      return windowsService({
        programFiles: environment['ProgramFiles'] ?? 'C:\\Program Files',
        programData: environment['ProgramData'] ?? 'C:\\ProgramData',
        systemRoot: environment['SystemRoot'] ?? 'C:\\Windows',
      });
    default:
      throw new HcmError('HCM5024');
  }
}
