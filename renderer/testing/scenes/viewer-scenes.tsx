/** The window of somebody who may look at the host and not change it. */
import { detailsAnswers } from '../../features/details/testing/sample-sessions.ts';
import { sampleViewerHost } from '../sample-host.ts';
import { sampleId, sampleViews } from '../sample-views.ts';
import type { Scene } from '../scene.ts';

export const scenes: readonly Scene[] = [
  { name: 'viewer', bridge: (now) => ({ host: sampleViewerHost(now) }) },
  {
    name: 'viewer-details',
    bridge: (now) => ({
      host: sampleViewerHost(now),
      answers: detailsAnswers(now),
      views: sampleViews(now).map((view) =>
        view.config.id === sampleId(7)
          ? { ...view, endpointInAzure: { host: 'sql99.corp.contoso.com', port: 1433 } }
          : view,
      ),
    }),
    prepare: ({ ui }) => ui.openDetails(sampleId(7)),
  },
  {
    name: 'viewer-sessions',
    bridge: (now) => ({ host: sampleViewerHost(now), answers: detailsAnswers(now) }),
    prepare: ({ shell, ui }) => {
      shell.setState(({ preferences }) => ({ preferences: { ...preferences, detailsWidth: 624 } }));
      ui.setTab('sessions');
      ui.openDetails(sampleId(7));
    },
  },
  {
    name: 'viewer-several',
    bridge: (now) => ({ host: sampleViewerHost(now), answers: detailsAnswers(now) }),
    prepare: ({ ui }) => {
      ui.openDetails(sampleId(7));
      ui.select([1, 4, 7].map(sampleId));
    },
  },
  {
    name: 'viewer-unauthorized',
    bridge: (now) => ({ host: sampleViewerHost(now), answers: detailsAnswers(now) }),
    prepare: ({ ui }) => ui.openDetails(sampleId(8)),
  },
  { name: 'viewer-empty', bridge: (now) => ({ host: sampleViewerHost(now), views: [] }) },
];
