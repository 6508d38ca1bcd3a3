import { describe, expect, it } from 'vitest';
import { connectedView, testConfig } from '../../contract/testing/test-views.ts';
import { viewAtRest } from '../../contract/view-at-rest.ts';
import { renderConnectionDetails, renderConnectionTable } from './connection-list.ts';
import { paintFor } from '../paint.ts';
import { renderDetails, renderTable, tableLines, tableWidth } from './table.ts';

const plain = paintFor({ hasColors: false });

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

  it('cuts lines where the terminal ends, and paints what is left without measuring it', () => {
    const state = { text: 'Connected · here', paint: (shown: string) => `<${shown}>` };
    const rows = [
      ['NAME', 'STATUS', 'END'],
      ['a', state, 'x'],
    ];
    expect(tableWidth(rows)).toBe('NAME  Connected · here  END'.length);
    expect(tableLines(rows)).toEqual(['NAME  STATUS            END', 'a     <Connected · here>  x']);
    expect(tableLines(rows, 12)).toEqual(['NAME  STATUS', 'a     <Conne…>']);
    expect(tableLines(rows, 5)).toEqual(['NAME', 'a']);
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
    expect(renderConnectionTable([connectedView(), refused, bare], 0, plain).split('\n')).toEqual([
      'NAME         STATUS                                     NAMESPACE  ENDPOINT                     ENDPOINT STATUS                   SESSIONS',
      'payroll-sql  Connected · This host and 1 other          contoso    sql01.corp.contoso.com:1433  Reachable · 4 ms                  3',
      'crm          Connected · To Azure only                  contoso    sql01.corp.contoso.com:1433  Unreachable · Connection refused  3',
      'old          Discontinued · BizTalk, ended 31 May 2018  contoso    –                            Not checked · Discontinued        –',
      '',
    ]);
  });
});

describe('colours', () => {
  it('are on the state words alone', () => {
    const refused = {
      ...connectedView(),
      azure: { ...connectedView().azure, status: 'unauthorized' },
    } as const;
    const text = renderConnectionTable([refused], 0, paintFor({ hasColors: true }));
    expect(text).toContain('\u001b[31mUnauthorized\u001b[39m · Azure refused the key');
    expect(text).toContain('\u001b[32mReachable\u001b[39m · 4 ms');
    // Without them nothing is lost.
    const bare = ['\u001b[31m', '\u001b[32m', '\u001b[39m'].reduce(
      (rest, code) => rest.replaceAll(code, ''),
      text,
    );
    expect(bare).toBe(renderConnectionTable([refused], 0, plain));
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
    const text = renderConnectionDetails(view, 0, plain);
    expect(text).toContain('Status:               Unauthorized · Azure refused the key\n');
    expect(text).toContain('To endpoint:          2.1 MB\n');
    expect(
      text.endsWith(
        '\nAzure refused the key for payroll-sql\n  It was probably regenerated.\n  Give it the new string: hcm update with --connection-string.\n  HCM2020\n',
      ),
    ).toBe(true);
  });

  it('says no more than the values where all is well', () => {
    expect(renderConnectionDetails(connectedView(), 0, plain)).not.toContain('HCM');
  });
});
