import { describe, expect, it } from 'vitest';
import { connectedView } from '../../../../electron/contract/testing/test-views.ts';
import { sampleNow } from '../../../testing/sample-host.ts';
import { sampleViews } from '../../../testing/sample-views.ts';
import { rowName } from './row-name.ts';

const views = sampleViews();

function nameOf(name: string, later = 0): string {
  const view = views.find(({ config }) => config.name === name);
  return view ? rowName(view, sampleNow + later) : '';
}

describe('what a screen reader says for a row', () => {
  it.each([
    'payroll-sql, Connected, this host and 1 other, endpoint reachable, 8 sessions',
    'inventory-db, Connected, to Azure only, endpoint unreachable, connection refused, 0 sessions',
    'crm-mysql, Not connected, retrying, attempt 4, endpoint reachable, 0 sessions',
    'reporting-odata, Unauthorized, Azure refused the key, endpoint reachable, 0 sessions',
    'labels-print, Stopped, since yesterday 17:40, endpoint not checked, stopped, 0 sessions',
    'orders-biztalk, Discontinued, BizTalk, ended 31 May 2018, endpoint not checked, discontinued, 0 sessions',
  ])('%s', (said) => {
    expect(nameOf(said.split(',')[0] ?? '')).toBe(said);
  });

  it('keeps the capitals of an abbreviation', () => {
    const [view = connectedView()] = views;
    const azure = {
      ...view.azure,
      status: 'notConnected',
      retryAt: null,
      problem: { code: 'HCM2071', details: {} },
    } as const;
    expect(rowName({ ...view, azure }, sampleNow)).toContain(', Not connected, SOCKS isn’t supported,');
  });

  it('doesn’t tick', () => {
    expect(nameOf('crm-mysql', 5_000)).toBe(nameOf('crm-mysql'));
  });
});
