import { describe, expect, it } from 'vitest';
import type { SessionView } from '../../../electron/contract/api.ts';
import { csvCell, sessionCsv } from './session-csv.ts';

const session: SessionView = {
  id: '00000000-0000-4000-8000-000000000001',
  connectionId: '00000000-0000-4000-8000-000000000002',
  trackingId: 'track_G12',
  peer: '20.103.44.18:51022',
  startedAt: Date.UTC(2026, 10, 19, 13, 58, 41),
  endedAt: null,
  dialMs: 4.4,
  endpoint: { host: 'sql01', port: 1433, address: '10.0.0.4' },
  bytesIn: 1_200_000,
  bytesOut: 38_400_000,
  closedBy: null,
  code: null,
  detail: '',
};

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    [-5, '-5'],
    [0, '0'],
    ['', ''],
  ])('%j becomes %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

it('has a line for each session, open and ended, in machine-readable values', () => {
  const now = session.startedAt + 432_000;
  const failed: SessionView = {
    ...session,
    endedAt: session.startedAt + 20_000,
    dialMs: null,
    peer: '=cmd|calc',
    bytesIn: 0,
    bytesOut: 0,
    closedBy: 'endpoint',
    code: 'HCM3104',
  };
  expect(sessionCsv([session, failed], now).split('\r\n')).toEqual([
    'Started,Ended,App address,Open for (s),To endpoint (bytes),To app (bytes),Connect (ms),Why,Code,Tracking id',
    '2026-11-19T13:58:41.000Z,,20.103.44.18:51022,432,1200000,38400000,4,,,track_G12',
    "2026-11-19T13:58:41.000Z,2026-11-19T13:59:01.000Z,'=cmd|calc,20,0,0,,Endpoint didn’t answer within 20 s,HCM3104,track_G12",
    '',
  ]);
});
