/** First run, practice, and the dialogs that read a connection string. Paste into them to see what they say. */
import type { DemoState } from '../../../electron/contract/shell-api.ts';
import type { Inspection } from '../../../electron/contract/api.ts';
import { sampleId } from '../sample-views.ts';
import type { Scene } from '../scene.ts';

const good: Inspection = {
  azure: { endpoint: { host: 'sql03.corp.contoso.com', port: 1433 }, listeners: 1 },
  problem: null,
  reached: { dialMs: 4, problem: null },
  existingId: null,
};

const refused: Inspection = {
  azure: null,
  problem: { code: 'HCM2020', details: { name: 'ledger-sql' } },
  reached: null,
  existingId: null,
};

const practice: DemoState = {
  phase: 'running',
  steps: [
    { step: 'relay', details: { port: 41843 } },
    { step: 'service', details: { endpoint: 'localhost:38211' } },
    { step: 'added', details: { name: 'demo' } },
    { step: 'connected', details: { name: 'demo', status: 'Connected', endpointStatus: 'Reachable' } },
    { step: 'sender', details: { port: 39615 } },
    {
      step: 'answered',
      details: {
        ...{ status: 200, time: '14 ms' },
        text: 'Hello from the on-premises service. You asked for /; this is answer 1.\n',
      },
    },
  ],
  connectionId: null,
  url: 'http://127.0.0.1:39615/',
  problem: null,
};

function practiceScene(name: string, state: DemoState): Scene {
  return {
    name,
    bridge: () => ({ answers: { 'demo.get': { state }, 'demo.stop': {}, 'demo.start': { state } } }),
    prepare: ({ ui }) => ui.openDialog({ kind: 'demo' }),
  };
}

export const scenes: readonly Scene[] = [
  {
    name: 'enter-manually',
    bridge: () => ({ answers: { 'connections.inspect': good } }),
    prepare: ({ ui }) => ui.openDialog({ kind: 'enterManually' }),
  },
  {
    name: 'enter-manually-refused',
    bridge: () => ({ answers: { 'connections.inspect': refused } }),
    prepare: ({ ui, bridge }) => {
      bridge.refuse('connections.add', 'HCM4003');
      ui.openDialog({ kind: 'enterManually' });
    },
  },
  {
    name: 'replace-key',
    bridge: () => ({ answers: { 'connections.inspect': good } }),
    prepare: ({ ui }) => ui.openDialog({ kind: 'replaceKey', id: sampleId(7) }),
  },
  {
    name: 'add-second-key',
    bridge: () => ({ answers: { 'connections.inspect': good } }),
    prepare: ({ ui }) => ui.openDialog({ kind: 'replaceKey', id: sampleId(7), slot: 'secondary' }),
  },
  practiceScene('practice-done', practice),
  practiceScene('practice-starting', {
    ...practice,
    phase: 'starting',
    steps: practice.steps.slice(0, 3),
    url: null,
  }),
  practiceScene('practice-failed', {
    ...practice,
    phase: 'failed',
    steps: practice.steps.slice(0, 1),
    url: null,
    problem: { code: 'HCM7001', details: { port: 41843 } },
  }),
];
