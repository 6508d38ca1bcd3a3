import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { endWords } from './end-word.ts';
import { readSessionLine, sessionLine } from './session-line.ts';

const record: SessionRecord = {
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a10',
  connectionId: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11',
  trackingId: 'a-b-c_G12',
  peer: '20.103.44.18:51022',
  startedAt: Date.UTC(2026, 10, 19, 12),
  endedAt: Date.UTC(2026, 10, 19, 12, 0, 31, 250),
  dialMs: 4.1,
  endpoint: { host: 'sql01.corp', port: 1433, address: '10.0.0.4' },
  bytesIn: 100,
  bytesOut: 2_000,
  closedBy: 'host',
  code: 'HCM3123',
  detail: 'closed by m.keller',
};

const operations = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');

describe('the line of a session', () => {
  it('has the fields that are documented, and no other', () => {
    expect(JSON.parse(sessionLine(record, 'payroll-sql'))).toEqual({
      time: '2026-11-19T12:00:31.250Z',
      session: record.id,
      connection: 'payroll-sql',
      connectionId: record.connectionId,
      trackingId: 'a-b-c_G12',
      peer: '20.103.44.18:51022',
      host: 'sql01.corp',
      port: 1433,
      address: '10.0.0.4',
      started: '2026-11-19T12:00:00.000Z',
      durationMs: 31_250,
      dialMs: 4.1,
      bytesIn: 100,
      bytesOut: 2_000,
      closedBy: 'host',
      why: 'person',
      code: 'HCM3123',
      person: 'm.keller',
      detail: 'closed by m.keller',
    });
    for (const field of Object.keys(JSON.parse(sessionLine(record, 'x')) as object))
      expect(operations, field).toContain(`\`${field}\``);
    for (const word of endWords) expect(operations, word).toContain(`\`${word}\``);
  });

  it('names no person where nobody said a name', () => {
    const line = sessionLine({ ...record, detail: 'closed by hand' }, 'x');
    expect(JSON.parse(line)).toMatchObject({ why: 'person' });
    expect(line).not.toContain('"person":"');
  });

  it.each([
    ['a whole one', record],
    ['one that never came to be', { ...record, dialMs: null, peer: null, endpoint: null, code: 'HCM2041' }],
    ['one that ended in order', { ...record, closedBy: 'app', code: null, detail: '1000' }],
  ] as const)('comes back as it was: %s', (_name, written) => {
    expect(readSessionLine(sessionLine(written, 'x').trimEnd())).toEqual(written);
  });

  it('counts although another version wrote more, less or other values', () => {
    const line = JSON.parse(sessionLine(record, 'x')) as Record<string, unknown>;
    const other = { ...line, newer: { deep: 1 }, code: 'HCM3999', closedBy: 'proxy', bytesIn: -1 };
    delete (other as Record<string, unknown>)['detail'];
    expect(readSessionLine(JSON.stringify(other))).toEqual({
      ...record,
      bytesIn: 0,
      closedBy: null,
      code: null,
      detail: '',
    });
  });

  it.each(['', '{"session":', '[]', 'null', '{"level":"warn","message":"log lines were lost","count":3}'])(
    'is nothing else: %s',
    (line) => expect(readSessionLine(line)).toBeNull(),
  );
});
