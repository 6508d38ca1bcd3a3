/** Details of a connection: each tab, each kind of trouble, several at once. Pictures 03 to 05 of the design. */
import { activities, detailsAnswers } from '../../features/details/testing/sample-sessions.ts';
import type { DetailsTab } from '../../store/ui-store.ts';
import { sampleId, sampleViews } from '../sample-views.ts';
import type { Scene } from '../scene.ts';
import type { Answers } from '../test-bridge.ts';

const noSessions: Answers = {
  'sessions.history': { ended: [], today: 0, failedToday: 0, lastHour: 0, typicalDialMs: null },
};

function scene(name: string, connection: number, tab: DetailsTab, width = 440, answers: Answers = {}): Scene {
  return {
    name: `details-${name}`,
    bridge: (now) => ({ answers: { ...detailsAnswers(now), ...answers } }),
    prepare: ({ shell, ui }) => {
      shell.setState(({ preferences }) => ({ preferences: { ...preferences, detailsWidth: width } }));
      ui.setTab(tab);
      ui.openDetails(sampleId(connection));
    },
  };
}

export const scenes: readonly Scene[] = [
  scene('overview', 4, 'overview'),
  scene('good', 7, 'overview'),
  scene('retrying', 1, 'overview', 440, noSessions),
  scene('unauthorized', 8, 'overview', 440, noSessions),
  scene('stopped', 5, 'overview', 440, noSessions),
  scene('biztalk', 6, 'overview', 440, noSessions),
  scene('sessions', 7, 'sessions', 624),
  scene('sessions-narrow', 7, 'sessions', 400),
  scene('no-sessions', 4, 'sessions', 440, noSessions),
  scene('activity', 7, 'activity'),
  scene('log', 7, 'log'),
  scene('log-wide', 7, 'log', 840),
  {
    ...scene('other-endpoint', 7, 'overview'),
    bridge: (now) => ({
      answers: {
        ...detailsAnswers(now),
        'connections.resolveNamespace': { addresses: [] },
        'activity.list': { activity: [...activities(now)] },
      },
      views: sampleViews(now).map((view) =>
        view.config.id === sampleId(7)
          ? { ...view, listeners: 1, endpointInAzure: { host: 'sql99.corp.contoso.com', port: 1433 } }
          : view,
      ),
    }),
  },
  {
    ...scene('key-refused', 7, 'overview'),
    bridge: (now) => ({
      answers: detailsAnswers(now),
      views: sampleViews(now).map((view) =>
        view.config.id === sampleId(7)
          ? {
              ...view,
              config: { ...view.config, secondaryKeyName: 'secondListener' },
              keys: {
                inUse: 'secondary',
                hasSecondary: true,
                refused: [{ slot: 'primary', at: now - 90_000 }],
              },
            }
          : view,
      ),
    }),
  },
  {
    ...scene('limit-hit', 7, 'overview'),
    bridge: (now) => ({
      answers: detailsAnswers(now),
      views: sampleViews(now).map((view) =>
        view.config.id === sampleId(7)
          ? {
              ...view,
              limitHit: {
                problem: { code: 'HCM3110', details: { limit: 1000 } },
                at: now - 90_000,
                times: 14,
              },
            }
          : view,
      ),
    }),
  },
  {
    ...scene('several', 7, 'overview'),
    prepare: ({ ui }) => {
      ui.openDetails(sampleId(7));
      ui.select([1, 2, 4, 5, 7, 8].map(sampleId));
    },
  },
];
