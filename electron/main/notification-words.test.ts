import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../contract/messages/language.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import type { Notice } from './incidents.ts';
import { notificationWords } from './notification-words.ts';

const now = new Date(2026, 5, 1, 14, 11).getTime();
const since = new Date(2026, 5, 1, 14, 5).getTime();
const well = connectedView();
const named = (name: string) => connectedView({ name });
const refused = {
  ...well,
  azure: { ...well.azure, status: 'unauthorized', problem: { code: 'HCM2020', details: {} } },
} as const;
const dead = {
  ...well,
  endpoint: { ...well.endpoint, status: 'unreachable', problem: { code: 'HCM3102', details: {} } },
} as const;

describe('notificationWords', () => {
  afterEach(() => speak('en'));

  it.each(
    (
      [
        [
          { kind: 'down', views: [well], since },
          'payroll-sql is not connected',
          'Since 14:05. This host keeps trying.',
        ],
        [{ kind: 'needsYou', views: [refused], since }, 'payroll-sql needs you', 'Azure refused the key.'],
        [
          { kind: 'endpoint', views: [dead], since },
          'payroll-sql: endpoint unreachable',
          'Connection refused: sql01.corp.contoso.com:1433.',
        ],
        [
          { kind: 'recovered', views: [well], lastedMs: 375_000 },
          'payroll-sql works again',
          'It was down for 6 min.',
        ],
        [
          { kind: 'recovered', views: [well], lastedMs: 42_000 },
          'payroll-sql works again',
          'It was down for 42 s.',
        ],
        [
          { kind: 'unstable', views: [well], times: 3 },
          'payroll-sql is unstable',
          'It lost its way to Azure or its endpoint 3 times in 10 min.',
        ],
        [
          { kind: 'down', views: [named('a'), named('b'), named('c')], since },
          '3 connections are not connected',
          'a, b, c',
        ],
        [
          { kind: 'recovered', views: ['a', 'b', 'c', 'd', 'e'].map(named), lastedMs: 1 },
          '5 connections work again',
          'a, b, c and 2 more',
        ],
        [
          { kind: 'host', since },
          'The background host isn’t answering',
          'Since 14:05. Connections may still be running.',
        ],
        [
          { kind: 'update', version: '2.4.0' },
          'Version 2.4.0 is out',
          'Open Hybrid Connection Manager to see what changed.',
        ],
      ] satisfies (readonly [Notice, string, string])[]
    ).map(([notice, title, body]) => [title, notice, body] as const),
  )('%s', (title, notice, body) => {
    expect(notificationWords(notice, now)).toEqual({ title, body });
  });

  it('speaks the language', async () => {
    await speak('nl');
    expect(notificationWords({ kind: 'needsYou', views: [refused], since }, now).title).toBe(
      'payroll-sql heeft aandacht nodig',
    );
    await speak('zh-Hans');
    expect(notificationWords({ kind: 'down', views: [well], since }, now).body).toContain('14:05');
  });
});
