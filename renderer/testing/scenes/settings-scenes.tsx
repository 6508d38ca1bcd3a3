/** The page of settings: each part, what is managed, what a viewer sees, what is found, and a value that wasn't taken. */
import type { WindowCallOutput } from '../../../electron/contract/shell-api.ts';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import { settingsSections } from '../../store/ui-store.ts';
import { sampleViewerHost } from '../sample-host.ts';
import type { Scene } from '../scene.ts';
import type { Answers } from '../test-bridge.ts';

const settings: WindowCallOutput<'settings.get'> = {
  settings: {
    ...defaultSettings,
    proxyMode: 'manual',
    proxyUrl: 'http://proxy.corp.contoso.com:8080',
    proxyBypass: '*.corp.contoso.com, 10.0.0.0/8',
    updateMode: 'off',
  },
  changed: ['proxyMode', 'proxyUrl', 'proxyBypass'],
  managed: ['drainSeconds', 'proxyMode', 'updateMode', 'updateFeed', 'logLevel'].map((name) => ({
    name: name as 'drainSeconds',
    by: 'Group Policy “Contoso servers baseline”',
  })),
};

const answers: Answers = {
  'settings.get': settings,
  'proxy.get': { hasPassword: true },
  'login.get': { isPossible: true, atLogin: true, hidden: false },
};

export const scenes: readonly Scene[] = [
  ...settingsSections.map((section): Scene => ({
    name: `settings-${section}`,
    bridge: () => ({ answers }),
    prepare: ({ ui }) => ui.openPage({ kind: 'settings', section }),
  })),
  {
    name: 'settings-viewer',
    bridge: (now) => ({ answers, host: sampleViewerHost(now) }),
    prepare: ({ ui }) => ui.openPage({ kind: 'settings', section: 'connections' }),
  },
];
