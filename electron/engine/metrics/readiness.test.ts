import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { viewAtRest } from '../../contract/view-at-rest.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { AzureStatus } from '../../contract/status.ts';
import { connectedView, testConfig } from '../../contract/testing/test-views.ts';
import { readiness } from './readiness.ts';

function inState(status: AzureStatus, code: ErrorCode | null, name = 'hr'): ConnectionView {
  const view = connectedView({ name, id: '00000000-0000-4000-8000-000000000002' });
  return { ...view, azure: { ...view.azure, status, problem: code && { code, details: {} } } };
}

const good = connectedView();
const refused = inState('unauthorized', 'HCM2020');
const stopped = viewAtRest(testConfig({ name: 'old', enabled: false }));
const bizTalk = viewAtRest(testConfig({ name: 'older', kind: 'biztalk' }));

describe('readiness', () => {
  it('is there when the host serves and what is to run is connected', () => {
    const ready = { ready: true, host: 'serving', connections: [] };
    expect(readiness('serving', [], null)).toEqual(ready);
    expect(readiness('serving', [good, stopped, bizTalk], null)).toEqual(ready);
  });

  it('an endpoint out of reach takes nothing away', () => {
    const endpoint = { ...good.endpoint, status: 'unreachable' } as const;
    expect(readiness('serving', [{ ...good, endpoint }], null)?.ready).toBe(true);
  });

  it('names what stands in the way', () => {
    expect(readiness('serving', [good, refused, inState('connecting', null, 'web')], null)).toEqual({
      ready: false,
      host: 'serving',
      connections: [
        { namespace: 'contoso', name: 'hr', status: 'Unauthorized', code: 'HCM2020' },
        { namespace: 'contoso', name: 'web', status: 'Connecting', code: null },
      ],
    });
  });

  it.each(['starting', 'stopping'] as const)('is not there while the host is %s', (host) => {
    expect(readiness(host, [good], null)).toEqual({ ready: false, host, connections: [] });
    expect(readiness(host, [good], 'payroll-sql')?.ready).toBe(false);
  });

  it.each([
    'hr',
    'HR',
    'contoso/hr',
    'contoso.servicebus.windows.net/hr',
    '00000000-0000-4000-8000-000000000002',
  ])('of one connection, meant as %s', (wanted) => {
    expect(readiness('serving', [good, refused], wanted)?.connections).toHaveLength(1);
    expect(readiness('serving', [good, inState('connected', null)], wanted)?.ready).toBe(true);
  });

  it('of one that is stopped is not there, and of none is no answer', () => {
    expect(readiness('serving', [good, stopped], 'old')).toMatchObject({
      ready: false,
      connections: [{ name: 'old', status: 'Stopped' }],
    });
    expect(readiness('serving', [good], 'nobody')).toBeNull();
    expect(readiness('serving', [good], '')).toBeNull();
  });

  it('of a name that several have is there when all of them are', () => {
    const other = { ...inState('connected', null, 'payroll-sql') };
    expect(readiness('serving', [good, other], 'payroll-sql')?.ready).toBe(true);
    const lost = inState('notConnected', 'HCM2002', 'payroll-sql');
    expect(readiness('serving', [good, lost], 'payroll-sql')?.connections).toHaveLength(1);
  });
});
