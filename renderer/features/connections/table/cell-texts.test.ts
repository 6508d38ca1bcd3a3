import { describe, expect, it } from 'vitest';
import { viewUnknown } from '../../../../electron/contract/view-at-rest.ts';
import { sampleNow } from '../../../testing/sample-host.ts';
import { sampleView, sampleViews } from '../../../testing/sample-views.ts';
import { sessionsText } from '../../../../electron/contract/messages/connection-figures.ts';
import { addressLine, cellTip } from './cell-texts.ts';
import { tableShape } from './columns.ts';

const views = new Map(sampleViews().map((view) => [view.config.name, view]));
const payroll = views.get('payroll-sql')!;
const inventory = views.get('inventory-db')!;
const wide = { shape: tableShape('wide', []), compact: false, now: sampleNow };
const least = { ...wide, shape: tableShape('least', []) };

describe('below the endpoint', () => {
  it('stands where its name leads', () => {
    expect(addressLine(payroll)).toBe('10.20.4.11');
  });

  it('says why nothing is known', () => {
    expect(addressLine(views.get('hr-files-api')!)).toBe('Not looked up');
    expect(addressLine(sampleView({ number: 1, name: 'lost', leg: { address: null } }))).toBe('Not resolved');
  });

  it('says nothing twice, and nothing without a host', () => {
    const numeric = sampleView({
      number: 1,
      name: 'numeric',
      endpoint: '10.0.0.1:80',
      leg: { address: '10.0.0.1' },
    });
    expect(addressLine(numeric)).toBe('');
    expect(addressLine(viewUnknown(payroll, sampleNow))).toBe('');
  });
});

describe('sessions', () => {
  it('are a figure only while the connection is with Azure', () => {
    expect(sessionsText(payroll)).toBe('8');
    expect(sessionsText(inventory)).toBe('0');
    expect(sessionsText(views.get('crm-mysql')!)).toBe('–');
  });
});

describe('tooltip of a cell', () => {
  it('explains a state always', () => {
    expect(cellTip(inventory, 'status', wide)).toEqual({
      text: 'Azure delivers sessions to this host, but it can’t hand them to the endpoint.',
      whenCut: false,
    });
  });

  it('shows a name only when it is cut, with what stands below it', () => {
    expect(cellTip(payroll, 'name', wide)).toEqual({ text: 'payroll-sql', whenCut: true });
    expect(cellTip(payroll, 'name', least)).toEqual({
      text: 'payroll-sql\ncontoso-relay-weu',
      whenCut: true,
    });
  });

  it('holds the second lines of a compact table', () => {
    const compact = { ...wide, compact: true };
    expect(cellTip(payroll, 'endpoint', compact)).toEqual({
      text: 'sql01.corp.contoso.com:1433\n10.20.4.11',
      whenCut: false,
    });
    expect(cellTip(payroll, 'endpointStatus', compact)).toEqual({ text: 'Reachable\n4 ms', whenCut: false });
    expect(cellTip(payroll, 'status', compact)?.text).toContain('This host and 1 other\n');
  });

  it('speaks of the leg that the narrow table shows', () => {
    expect(cellTip(inventory, 'status', least)?.text).toContain('Connection refused');
    expect(cellTip(payroll, 'sessions', wide)).toBeNull();
  });
});
