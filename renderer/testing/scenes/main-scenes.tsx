/** The table: ten states, many rows, what stands above and in place of it. */
import type { HealthItem } from '../../../electron/contract/health.ts';
import { manyViews, sampleId, sampleViews } from '../sample-views.ts';
import { sampleHostInfo } from '../sample-host.ts';
import type { Scene } from '../scene.ts';

function sampleItem(now: number, change: Partial<HealthItem> & Pick<HealthItem, 'code'>): HealthItem {
  return {
    ...{ connectionId: null, relay: null, since: now - 60_000, affected: [], problem: null, details: {} },
    ...change,
  };
}

export const scenes: readonly Scene[] = [
  { name: 'main' },
  { name: 'details', prepare: ({ ui }) => ui.openDetails(sampleId(4)) },
  { name: 'selected', prepare: ({ ui }) => ui.select([sampleId(2), sampleId(4), sampleId(6)]) },
  {
    name: 'compact',
    prepare: ({ shell }) =>
      shell.setState(({ preferences }) => ({ preferences: { ...preferences, density: 'compact' } })),
  },
  { name: 'many', bridge: (now) => ({ views: manyViews(500, now) }) },
  { name: 'group', prepare: ({ ui }) => ui.toggleGroup('attention') },
  { name: 'no-match', prepare: ({ ui }) => ui.setFilter('abc') },
  {
    name: 'unreachable',
    prepare: ({ bridge }) =>
      bridge.emit('app.hostChanged', {
        state: {
          mode: 'unreachable',
          problem: { code: 'HCM5001', details: {} },
          info: sampleHostInfo(),
        },
      }),
  },
  {
    name: 'relay-down',
    bridge: (now) => {
      const views = sampleViews(now).filter(({ config }) => config.kind === 'relay' && config.enabled);
      const [first] = views;
      const host = first?.config.host ?? '';
      const problem = { code: 'HCM2003', details: { host, port: 443 } } as const;
      return {
        views: views.map((view) => ({
          ...view,
          config: { ...view.config, host },
          azure: { ...view.azure, status: 'notConnected', problem, answersInMs: null },
        })),
        health: [
          sampleItem(now, {
            ...{ code: 'HCM8002', relay: `${host}:443`, problem, details: problem.details },
            affected: views.map(({ config }) => config.id),
          }),
          sampleItem(now, {
            ...{ code: 'HCM8021', details: { file: 'connections.json' } },
            problem: { code: 'HCM4003', details: {} },
          }),
          sampleItem(now, { code: 'HCM8026', details: { times: 1 } }),
        ],
      };
    },
  },
  {
    name: 'no-network',
    bridge: (now) => ({
      health: [
        sampleItem(now, {
          code: 'HCM8001',
          affected: sampleViews(now)
            .filter(({ config }) => config.kind === 'relay' && config.enabled)
            .map(({ config }) => config.id),
        }),
      ],
      views: sampleViews(now)
        .filter(({ config }) => config.kind === 'relay' && config.enabled)
        .map((view) => ({
          ...view,
          azure: {
            ...view.azure,
            status: 'notConnected',
            problem: { code: 'HCM2004', details: {} },
            answersInMs: null,
          },
        })),
    }),
  },
  { name: 'empty', bridge: () => ({ views: [] }) },
  {
    name: 'working',
    bridge: (now) => ({
      views: sampleViews(now).filter(({ config }) => ['erp-api', 'payroll-sql'].includes(config.name)),
    }),
  },
];
