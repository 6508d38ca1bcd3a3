import { describe, expect, it } from 'vitest';
import { azureStatuses, type AzureStatus } from '../../electron/contract/status.ts';
import { sampleView } from '../testing/sample-views.ts';
import { actionsFor, expectedStatus, touchedBy } from './actions-for.ts';

function inStatus(status: AzureStatus, number = 1) {
  return sampleView({ number, name: `connection-${number}`, azure: { status } });
}

function offered(...statuses: readonly AzureStatus[]): readonly string[] {
  return actionsFor(statuses.map((status, index) => inStatus(status, index + 1))).map(({ action }) => action);
}

describe('actionsFor', () => {
  const always = ['test', 'copyDetails', 'remove'];

  it.each<readonly [AzureStatus, readonly string[]]>([
    ['connected', ['restart', 'stop', 'replaceKey']],
    ['connecting', ['stop']],
    ['notConnected', ['stop', 'retryNow']],
    ['unauthorized', ['stop', 'retryNow', 'replaceKey']],
    ['notFound', ['stop', 'retryNow', 'openInAzure']],
    ['blockedByPolicy', []],
    ['keyNeeded', ['replaceKey']],
    ['cantStart', ['retryNow']],
    ['stopping', ['closeSessionsNow']],
    ['stopped', ['start']],
    ['discontinued', ['howToReplace']],
    ['unknown', ['retryNow']],
  ])('%s offers %j and what is always there', (status, actions) => {
    expect(offered(status)).toEqual([...actions, ...always]);
  });

  it('several offer what at least one allows, and nothing that is for one alone', () => {
    expect(offered('connected', 'stopped')).toEqual(['restart', 'start', 'stop', 'copyDetails', 'remove']);
  });

  it('has nothing for nobody', () => {
    expect(actionsFor([])).toEqual([]);
  });

  it('touches only those that allow it', () => {
    const views = [inStatus('connected', 1), inStatus('stopped', 2), inStatus('connected', 3)];
    expect(touchedBy(views, 'restart').map(({ config }) => config.name)).toEqual([
      'connection-1',
      'connection-3',
    ]);
  });

  it('names its keys as the system does', () => {
    const shortcutOn = (platform: string): string | null | undefined =>
      actionsFor([inStatus('connected')], platform).find(({ action }) => action === 'test')?.shortcut;
    expect(shortcutOn('linux')).toBe('Ctrl+T');
    expect(shortcutOn('darwin')).toBe('Cmd+T');
  });

  it('says the same of every status with the words of the design', () => {
    const labels = azureStatuses.flatMap((status) =>
      actionsFor([inStatus(status)]).map(({ label }) => label),
    );
    expect(new Set(labels)).toEqual(
      new Set([
        'Restart',
        'Stop',
        'Start',
        'Retry now',
        'Replace key…',
        'Close sessions now',
        'Open in Azure',
        'How to replace it',
        'Test',
        'Copy details',
        'Remove',
      ]),
    );
  });
});

describe('expectedStatus', () => {
  const idle = inStatus('connected');
  const busy = { ...idle, sessions: 3 };

  it.each([
    ['start', idle, 'connecting'],
    ['retryNow', idle, 'connecting'],
    ['restart', idle, 'connecting'],
    ['restart', busy, 'stopping'],
    ['stop', idle, 'stopped'],
    ['stop', busy, 'stopping'],
  ] as const)('%s', (action, view, status) => {
    expect(expectedStatus(action, view)).toBe(status);
  });
});
