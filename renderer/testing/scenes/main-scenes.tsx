/** The table: ten states, many rows, what stands above and in place of it. */
import { manyViews, sampleId, sampleViews } from '../sample-views.ts';
import { sampleHostInfo } from '../sample-host.ts';
import type { Scene } from '../scene.ts';

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
    name: 'no-network',
    bridge: (now) => ({
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
