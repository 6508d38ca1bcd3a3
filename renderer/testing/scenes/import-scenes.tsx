/** Import…: each of its steps. */
import type { ImportRow } from '../../../electron/contract/import-view.ts';
import type { Person } from '../person.ts';
import type { Scene } from '../scene.ts';
import { sampleImportRow } from '../sample-import.ts';

const rows: readonly ImportRow[] = [
  sampleImportRow(0, { name: 'payroll-sql-2', endpoint: 'sql01.corp.contoso.com:1433' }),
  sampleImportRow(1, { name: 'orders', endpoint: null }),
  sampleImportRow(2, { name: 'reporting', action: 'unchanged' }),
  sampleImportRow(3, { name: 'ledger-sql', action: 'differs', differs: ['primaryKey', 'endpoint'] }),
  sampleImportRow(4, { name: 'legacy-orders', kind: 'biztalk', host: 'contoso.hybrid.biztalk.windows.net' }),
  sampleImportRow(5, {
    name: 'wrong-rule',
    kind: null,
    action: 'refused',
    problem: { code: 'HCM1015', details: { rule: 'defaultSender' } },
  }),
  sampleImportRow(6, {
    name: '',
    host: '',
    kind: null,
    action: 'refused',
    problem: { code: 'HCM1083', details: { key: 'connectionString' } },
  }),
  sampleImportRow(7, { name: 'warehouse', endpoint: 'wh.corp.contoso.com:5432' }),
];

const checks: Readonly<Record<number, ImportRow['check']>> = {
  0: { state: 'answered', problem: null },
  1: { state: 'refused', problem: { code: 'HCM2020', details: { host: 'contoso.servicebus.windows.net' } } },
  7: {
    state: 'answered',
    problem: { code: 'HCM3102', details: { host: 'wh.corp.contoso.com', port: 5432 } },
  },
};

const verified = rows.map((row) => ({ ...row, check: checks[row.row] ?? row.check }));

const switched = verified.map((row): ImportRow => {
  return [0, 4, 7].includes(row.row) ? { ...row, action: 'imported' } : row;
});

function importScene(name: string, presses: readonly string[]): Scene {
  return {
    name,
    bridge: () => ({
      answers: {
        'import.choose': {
          outcome: 'opened',
          file: 'Microsoft.HybridConnectionManager.Listener.exe.config',
          format: 'oldManager',
          rows: [...rows],
        },
        'import.read': { outcome: 'locked', file: 'move.json' },
        'import.verify': { rows: verified },
        'import.apply': { rows: switched },
        'import.stopVerifying': {},
        'import.close': {},
      },
    }),
    prepare: ({ ui }, person) => {
      ui.openDialog({ kind: 'import' });
      void pressAll(person, presses);
    },
  };
}

/** As a person goes on from step to step. */
async function pressAll(person: Person, presses: readonly string[]): Promise<void> {
  for (const text of presses) await person.pressText(text);
}

export const scenes: readonly Scene[] = [
  importScene('import', []),
  importScene('import-preview', ['Choose a file']),
  importScene('import-verify', ['Choose a file', 'Verify']),
  importScene('import-switch', ['Choose a file', 'Verify', 'Import 3']),
  {
    ...importScene('import-verifying', ['Choose a file', 'Verify']),
    prepare: ({ ui, bridge }, person) => {
      bridge.hold('import.verify');
      ui.openDialog({ kind: 'import' });
      void pressAll(person, ['Choose a file', 'Verify']).then(() => {
        const asking = rows.map((row): ImportRow => {
          const state = row.row === 1 ? 'asking' : row.row === 7 ? 'waiting' : 'notAsked';
          const check = row.row === 0 ? verified[0]?.check : { state, problem: null };
          return { ...row, check: check ?? row.check } as ImportRow;
        });
        bridge.emit('import.rowsChanged', { rows: asking });
      });
    },
  },
  {
    ...importScene('import-wrong-file', ['Choose a file']),
    prepare: ({ ui, bridge }, person) => {
      bridge.refuse('import.choose', 'HCM1080');
      ui.openDialog({ kind: 'import' });
      void pressAll(person, ['Choose a file']);
    },
  },
  {
    ...importScene('import-passphrase', ['Choose a file']),
    prepare: ({ ui, bridge }, person) => {
      bridge.answer('import.choose', { outcome: 'locked', file: 'move.json' });
      ui.openDialog({ kind: 'import' });
      void pressAll(person, ['Choose a file']);
    },
  },
];
