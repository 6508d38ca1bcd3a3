import { describe, expect, it } from 'vitest';
import { connectedView, testConfig } from '../../contract/testing/test-views.ts';
import { viewAtRest } from '../../contract/connection-view.ts';
import { renderConnectionDetails, renderConnectionTable } from './connection-list.ts';
import { renderDetails, renderTable } from './table.ts';

describe('renderTable', () => {
  it('aligns columns and leaves no blanks at the ends', () => {
    expect(
      renderTable([
        ['NAME', 'STATUS'],
        ['a', 'Connected'],
        ['longer-name', ''],
      ]),
    ).toBe('NAME         STATUS\na            Connected\nlonger-name\n');
  });

  it('leaves out what could steer a terminal', () => {
    expect(renderTable([['a\u001b[31mb\u0007\u202ec\n']])).toBe('a[31mbc\n');
  });

  it('labels values', () => {
    expect(
      renderDetails([
        ['Name', 'x'],
        ['Endpoint', 'y:1'],
      ]),
    ).toBe('Name:      x\nEndpoint:  y:1\n');
  });
});

describe('renderConnectionTable', () => {
  it('shows both ways with the window’s words and why they are so', () => {
    const refused = {
      ...connectedView({ name: 'crm' }),
      endpoint: {
        ...connectedView().endpoint,
        status: 'unreachable',
        problem: { code: 'HCM3102', details: {} },
      },
    } as const;
    const bare = viewAtRest(testConfig({ name: 'old', kind: 'biztalk', endpoint: null }));
    expect(renderConnectionTable([connectedView(), refused, bare], 0).split('\n')).toEqual([
      'NAME         STATUS                                     NAMESPACE  ENDPOINT                     ENDPOINT STATUS                   SESSIONS',
      'payroll-sql  Connected · This host and 1 other          contoso    sql01.corp.contoso.com:1433  Reachable · 4 ms                  3',
      'crm          Connected · To Azure only                  contoso    sql01.corp.contoso.com:1433  Unreachable · Connection refused  3',
      'old          Discontinued · BizTalk, ended 31 May 2018  contoso    –                            Not checked · Discontinued        0',
      '',
    ]);
  });
});

describe('renderConnectionDetails', () => {
  it('says what happened, why and what to do where something isn’t good', () => {
    const view = {
      ...connectedView(),
      azure: {
        ...connectedView().azure,
        status: 'unauthorized',
        problem: { code: 'HCM2020', details: { name: 'payroll-sql' } },
      },
    } as const;
    const text = renderConnectionDetails(view, 0);
    expect(text).toContain('Status:               Unauthorized · Azure refused the key\n');
    expect(text).toContain('To endpoint:          2.1 MB\n');
    expect(
      text.endsWith(
        '\nAzure refused the key for payroll-sql\n  It was probably regenerated.\n  Give it the new string: hcm update with --connection-string.\n  HCM2020\n',
      ),
    ).toBe(true);
  });

  it('says no more than the values where all is well', () => {
    expect(renderConnectionDetails(connectedView(), 0)).not.toContain('HCM');
  });
});
