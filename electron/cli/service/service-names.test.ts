import { describe, expect, it } from 'vitest';
import { launchdService } from './launchd-service.ts';
import { systemdService } from './systemd-service.ts';
import { windowsService } from './windows-service.ts';

/** Of both managers of Microsoft: services, units and their folders (product B2, B8). */
const microsofts = [
  'hybridconnectionmanager.service',
  'HybridConnectionManagerService',
  'HybridConnectionManager',
  '/opt/hybridconnectionmanager.service',
];

const keepers = [
  systemdService(),
  launchdService(),
  windowsService({ programFiles: 'C:\\PF', programData: 'C:\\PD', systemRoot: 'C:\\Windows' }),
];

describe('our names', () => {
  it('are none of Microsoft’s, so that both managers can stand side by side', () => {
    const taken = new Set(microsofts.map((name) => name.toLowerCase()));
    for (const keeper of keepers) {
      const steps = [
        ...keeper.install({ program: ['/opt/hcm/hcm'], start: true, viewers: true }),
        ...keeper.uninstall({ purge: true }),
        ...keeper.start(),
        ...keeper.stop(),
      ];
      const words = [
        ...[keeper.serviceName, keeper.file, keeper.dataFolder],
        ...steps.flatMap((step) => (step.do === 'run' ? step.words : [step.path])),
      ];
      const parts = words.flatMap((word) => [word, ...word.split(/[\\/]/)]);
      expect(parts.filter((part) => taken.has(part.toLowerCase()))).toEqual([]);
    }
  });
});
