/** Questions, Test, the sheet of shortcuts, short messages: everything that opens over the table. */
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import type { OpenDialog } from '../../store/ui-store.ts';
import { sampleId } from '../sample-views.ts';
import type { Scene } from '../scene.ts';

function dialogScene(name: string, dialog: OpenDialog): Scene {
  return {
    name,
    bridge: (now) => ({
      answers: {
        'settings.get': { settings: defaultSettings, changed: [], managed: [] },
        'connections.remove': { closedSessions: 0 },
        'connections.restart': {},
        'connections.stop': {},
        'endpoints.test': { dialMs: 4, address: '10.20.4.11' },
        'app.copy': {},
        'log.tail': {
          lines: ['host started', 'connection state', 'session ended'].map((message, index) => ({
            number: index + 1,
            at: now - 60_000 + index * 1_000,
            level: 'info' as const,
            message,
            fields: '{"connection":"payroll-sql"}',
          })),
          latest: 3,
        },
      },
    }),
    prepare: ({ ui }) => ui.openDialog(dialog),
  };
}

export const scenes: readonly Scene[] = [
  dialogScene('remove', { kind: 'remove', ids: [sampleId(7)] }),
  dialogScene('remove-several', { kind: 'remove', ids: [sampleId(1), sampleId(2), sampleId(7)] }),
  dialogScene('restart', { kind: 'restart', ids: [sampleId(7)] }),
  dialogScene('test', { kind: 'test', endpoint: 'sql01.corp.contoso.com:1433' }),
  dialogScene('accept-endpoint', {
    kind: 'acceptEndpoint',
    id: sampleId(7),
    host: 'sql99.corp.contoso.com',
    port: 1433,
  }),
  dialogScene('change-endpoint', { kind: 'changeEndpoint', id: sampleId(7) }),
  dialogScene('limits', { kind: 'limits', id: sampleId(7) }),
  dialogScene('remove-second-key', { kind: 'removeSecondKey', id: sampleId(7) }),
  dialogScene('how-to-replace', { kind: 'howToReplace', ids: [sampleId(6)] }),
  dialogScene('shortcuts', { kind: 'shortcuts' }),
  dialogScene('about', { kind: 'about' }),
  dialogScene('logs', { kind: 'logs' }),
  {
    ...dialogScene('remove-refused', { kind: 'remove', ids: [sampleId(7)] }),
    prepare: ({ ui, bridge }) => {
      bridge.refuse('connections.remove', 'HCM4003');
      ui.openDialog({ kind: 'remove', ids: [sampleId(7)] });
    },
  },
  {
    // A host that does as it is told.
    name: 'obedient',
    prepare: ({ bridge, connections }) => {
      bridge.answer('settings.get', { settings: defaultSettings, changed: [], managed: [] });
      bridge.answer('connections.remove', ({ id }) => {
        const sequence = connections.getState().sequence + 1;
        bridge.emit('connections.patch', { sequence, changed: [], removed: [id] });
        return { closedSessions: 0 };
      });
    },
  },
  {
    name: 'toasts',
    prepare: ({ toasts }) => {
      toasts.show('success', 'Removed payroll-sql.');
      toasts.show('info', 'That didn’t take effect. The state shown is the true one.');
      toasts.show('error', 'Couldn’t restart erp-api: The host isn’t answering.', 'HCM5005');
    },
  },
];
