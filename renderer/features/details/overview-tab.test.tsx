import { act, screen, within, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HcmError } from '../../../electron/contract/errors.ts';
import { sampleNow } from '../../testing/sample-host.ts';
import { sampleId, sampleView } from '../../testing/sample-views.ts';
import { openDetails, sampleNamed } from './testing/open-details.tsx';
import { sampleHistory, sampleSession } from './testing/sample-sessions.ts';

afterEach(() => void vi.restoreAllMocks());

/** What stands beside a name in the table of details. */
function valueOf(label: string): string {
  return screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent ?? '';
}

function pathLines(): readonly string[] {
  return within(screen.getByRole('list', { name: 'Path' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('the table of details', () => {
  it('has every row that older versions had, and what it is about', async () => {
    openDetails('payroll-sql');
    expect(await screen.findByText('20.86.92.14')).toBeVisible();
    const details = within(screen.getByRole('region', { name: 'Details' }));
    const labels = details.getAllByRole('term').map(({ textContent }) => textContent);
    expect(labels).toEqual([
      'Name',
      'Status',
      'Namespace',
      'Endpoint',
      'Endpoint source',
      'Service Bus address',
      'Azure IP address',
      'Azure ports',
      'Proxy',
      'Listeners',
      'Key',
      'Added by',
      'Created on',
      'Last updated',
      'Data',
    ]);
    expect(valueOf('Name')).toBe('payroll-sql');
    expect(valueOf('Status')).toBe('Connected since 09:05:51');
    expect(valueOf('Namespace')).toBe('contoso-relay-weu');
    expect(valueOf('Endpoint')).toContain('sql01.corp.contoso.com:1433');
    expect(valueOf('Service Bus address')).toContain('contoso-relay-weu.servicebus.windows.net');
    expect(valueOf('Azure ports')).toBe('443');
    expect(valueOf('Proxy')).toBe('None');
    expect(valueOf('Listeners')).toMatch(/^2: this host and 1 other/u);
    expect(valueOf('Key')).toMatch(/^defaultListener \(listen only\)Sealed by a key file on this host/);
    expect(valueOf('Created on')).toMatch(/^14 Mar 2025, \d\d:\d\d, in Azure$/);
    expect(valueOf('Last updated')).toMatch(/^1 Oct 2026, \d\d:\d\d, in Azure$/);
    expect(valueOf('Data')).toBe('84 MB to the endpoint, 2.1 GB to appsSince the host started');
  });

  it('copies the two addresses', async () => {
    const { services } = openDetails('payroll-sql', { answers: { 'app.copy': {} } });
    await userEvent.click(screen.getByRole('button', { name: 'Copy Endpoint' }));
    await userEvent.click(screen.getByRole('button', { name: 'Copy Service Bus address' }));
    expect(services.bridge.inputsOf('app.copy')).toEqual([
      { text: 'sql01.corp.contoso.com:1433' },
      { text: 'contoso-relay-weu.servicebus.windows.net' },
    ]);
  });

  it('asks DNS each time the details of a connection open, and says when nobody answers', async () => {
    const { services } = openDetails('payroll-sql', {
      answers: {
        'connections.resolveNamespace': ({ id }) => {
          if (id === sampleId(2)) throw new HcmError('HCM2001', { host: 'x' });
          return { addresses: ['20.86.92.14', '2603:1020::7'] };
        },
      },
    });
    expect(valueOf('Azure IP address')).toBe('Looking up…');
    expect(await screen.findByText('2603:1020::7')).toBeVisible();
    act(() => services.ui.openDetails(sampleId(2)));
    expect(await screen.findByText('Name could not be resolved.')).toBeVisible();
    act(() => services.ui.openDetails(sampleId(7)));
    expect(await screen.findByText('20.86.92.14')).toBeVisible();
    expect(services.bridge.inputsOf('connections.resolveNamespace')).toEqual([
      { id: sampleId(7) },
      { id: sampleId(2) },
      { id: sampleId(7) },
    ]);
  });

  it('doesn’t blame the name when no host can be asked', async () => {
    const { services } = openDetails('payroll-sql', {
      answers: {
        'connections.resolveNamespace': () => {
          throw new HcmError('HCM5001');
        },
      },
    });
    await act(() => Promise.resolve());
    expect(services.bridge.inputsOf('connections.resolveNamespace')).toHaveLength(1);
    expect(valueOf('Azure IP address')).toBe('–');
  });

  it('says what a single listener means, and the way to a second one', async () => {
    const warning = 'If this host stops, apps can’t connect. Run a second host for it on another computer.';
    const first = openDetails('payroll-sql');
    expect(screen.queryByText(warning)).not.toBeInTheDocument();
    expect(screen.getByText('Azure spreads connections at random over 2 listeners.')).toBeVisible();
    expect(valueOf('Listeners')).toBe(
      '2: this host and 1 other2 listeners are about 1,460 listener hours a month. Azure charges by the hour of each.',
    );
    first.unmount();
    const { services } = openDetails('payroll-sql', {
      view: { ...sampleNamed('payroll-sql'), listeners: 1 },
      answers: { 'app.copyGatewayString': { copied: true } },
    });
    expect(screen.getByText(warning)).toBeVisible();
    expect(valueOf('Listeners')).toMatch(/^1: this host only/u);
    await userEvent.click(screen.getByRole('button', { name: 'Copy connection string for another host…' }));
    expect(services.bridge.inputsOf('app.copyGatewayString')).toEqual([
      { id: sampleNamed('payroll-sql').config.id },
    ]);
    await waitFor(() =>
      expect(services.toasts.getState().toasts.map(({ text }) => text)).toEqual([
        'Copied. The clipboard is cleared in 60 seconds.',
      ]),
    );
  });

  it('opens the portal at the connection', async () => {
    const { services } = openDetails('payroll-sql', { answers: { 'app.openInPortal': {} } });
    await userEvent.click(screen.getByRole('button', { name: 'Open in Azure' }));
    expect(services.bridge.inputsOf('app.openInPortal')).toEqual([
      { id: sampleNamed('payroll-sql').config.id },
    ]);
  });
});

describe('the path', () => {
  it('tells the whole way, from app to endpoint', async () => {
    openDetails('payroll-sql');
    await screen.findByText('14 sessions in the last hour');
    expect(pathLines()).toEqual([
      'Appconnected now',
      'Apps are sending14 sessions in the last hour',
      'Azure Relaycontoso-relay-weu',
      'Connected for 5 hanswers in 22 ms',
      'This hostHCM-WEU-01 and 1 other',
      'Reachableanswers in 4 ms',
      'Endpointsql01.corp.contoso.com:1433',
    ]);
  });

  it('counts on when a session of this connection ends, not when another’s does', async () => {
    const { services } = openDetails('payroll-sql');
    await screen.findByText('14 sessions in the last hour');
    services.bridge.answer('sessions.history', { ...sampleHistory, ended: [], lastHour: 15 });
    services.bridge.emit('session.ended', sampleSession(9, { endedAt: sampleNow }, sampleId(2)));
    expect(services.bridge.inputsOf('sessions.history')).toHaveLength(1);
    services.bridge.emit('session.ended', sampleSession(9, { endedAt: sampleNow }));
    expect(await screen.findByText('15 sessions in the last hour', {}, { timeout: 5_000 })).toBeVisible();
  });

  it('ticks with the clock', () => {
    const { services } = openDetails('inventory-db');
    expect(screen.getByText('checked 12 s ago')).toBeVisible();
    act(() => services.clock.setState({ now: sampleNow + 3_000 }));
    expect(screen.getByText('checked 15 s ago')).toBeVisible();
  });
});

describe('the callout', () => {
  function callout(name: string): HTMLElement {
    return screen.getByRole('region', { name });
  }

  it('is not there while all is well', () => {
    openDetails('payroll-sql');
    expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual([
      'Path',
      'Details',
      'Limits',
    ]);
  });

  it('tells what is wrong with the endpoint and tries it again', async () => {
    const { services } = openDetails('inventory-db');
    const box = callout('pg-inv01.corp.contoso.com answered but refused port 5432');
    expect(box).toHaveTextContent('Check that the service runs.');
    expect(pathLines()).toContain('Connection refusedchecked 12 s ago');
    await userEvent.click(within(box).getByRole('button', { name: 'Test again' }));
    expect(services.bridge.inputsOf('connections.checkEndpoint')).toEqual([{ id: sampleId(4) }]);
    expect(pathLines()).toContain('Checking');
    await userEvent.click(within(box).getByRole('button', { name: 'Test again' }));
    expect(services.bridge.inputsOf('connections.checkEndpoint')).toHaveLength(1);
    const view = sampleNamed('inventory-db');
    const checked = { ...view, endpoint: { ...view.endpoint, checkedAt: sampleNow } };
    act(() => void services.connections.applyPatch({ sequence: 1, changed: [checked], removed: [] }));
    expect(pathLines()).toContain('Connection refusedchecked just now');
    expect(box).toBeVisible();
  });

  it.each([
    [445, 'notSupported'],
    [1433, 'sqlServer'],
  ] as const)('of an endpoint on port %i leads to what Help says of it, and back', async (port, topic) => {
    const view = sampleNamed('inventory-db');
    const endpoint = { host: 'pg-inv01.corp.contoso.com', port, source: 'azure' as const };
    const { services } = openDetails('inventory-db', {
      view: { ...view, config: { ...view.config, endpoint } },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Help' }));
    expect(services.ui.getState()).toMatchObject({ page: { kind: 'help', topic }, detailsOpen: true });
  });

  it('offers no help where it has none', () => {
    openDetails('inventory-db');
    expect(screen.queryByRole('button', { name: 'Help' })).toBeNull();
  });

  it('says when the endpoint couldn’t be tried', async () => {
    const { services } = openDetails('inventory-db');
    services.bridge.refuse('connections.checkEndpoint', 'HCM5001');
    await userEvent.click(screen.getByRole('button', { name: 'Test again' }));
    expect(services.toasts.getState().toasts).toMatchObject([{ intent: 'error', code: 'HCM5001' }]);
    expect(pathLines()).toContain('Connection refusedchecked 12 s ago');
  });

  it('copies redacted details from its code', async () => {
    const { services } = openDetails('inventory-db', { answers: { 'app.copy': {} } });
    await userEvent.click(screen.getByRole('button', { name: 'HCM3102' }));
    const [copied] = services.bridge.inputsOf('app.copy');
    expect(copied?.text).toMatch(/inventory-db[^]*HCM3102/);
  });

  it.each([
    ['crm-mysql', /^No answer from/, ['Retry now', 'Help', 'HCM2003']],
    ['reporting-odata', /^Azure refused the key/, ['Replace key…', 'Retry now', 'HCM2020']],
    ['warehouse-mq', /^Azure has no Hybrid Connection/, ['Retry now', 'Open in Azure', 'HCM2023']],
    ['hr-files-api', /^This host may not connect/, ['HCM3106']],
    ['labels-print', /^Stopped on this host/, ['Start']],
    ['orders-biztalk', /^BizTalk Hybrid Connections reached end of life/, ['How to replace it']],
  ])('offers for %s what can help, the best first', (name, title, buttons) => {
    openDetails(name);
    const box = screen.getByRole('region', { name: title });
    expect(
      within(box)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(buttons);
  });

  it('does what its button says', async () => {
    const { services } = openDetails('labels-print', { answers: { 'connections.start': {} } });
    await userEvent.click(within(callout('Stopped on this host')).getByRole('button', { name: 'Start' }));
    expect(services.bridge.inputsOf('connections.start')).toEqual([{ id: sampleId(5), by: 'm.keller' }]);
  });
});

it('shows an entry of another cloud and port as it is', () => {
  const view = sampleView({
    number: 7,
    name: 'local',
    host: 'localhost',
    endpoint: null,
    config: { port: 9443, azure: null, addedBy: null, keyName: 'gateway-7' },
  });
  openDetails('payroll-sql', { view });
  expect(valueOf('Service Bus address')).toContain('localhost:9443');
  expect(valueOf('Azure ports')).toBe('9443');
  expect(valueOf('Endpoint')).toBe('Not known yet');
  expect(valueOf('Added by')).toBe('–');
  expect(valueOf('Created on')).toMatch(/, on this host$/);
});
