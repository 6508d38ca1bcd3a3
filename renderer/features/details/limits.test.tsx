import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { noOwnLimits } from '../../../electron/contract/connection.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { secondLine, statusTooltip } from '../../../electron/contract/messages/status-lines.ts';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleNow } from '../../testing/sample-host.ts';
import { sampleView } from '../../testing/sample-views.ts';
import { LimitCallout } from './limit-callout.tsx';
import { LimitsList } from './limits-list.tsx';

const plain = sampleView({ number: 7, name: 'payroll-sql' });
const settings = { ...defaultSettings, kilobytesPerSecondPerConnection: 500 };
const answers = { 'settings.get': { settings, changed: [], managed: [] } };

function hit(code: 'HCM3110' | 'HCM3112', times: number): ConnectionView {
  const problem = { code, details: { limit: 1000 } };
  return { ...plain, limitHit: { problem, at: sampleNow - 60_000, times } };
}

describe('the limits of a connection', () => {
  it('are listed with their units, and which of them are its own', async () => {
    const view = { ...plain, config: { ...plain.config, limits: { ...noOwnLimits, maxSessions: 50 } } };
    const { services } = renderWithServices(<LimitsList view={view} />, { views: [view], answers });
    expect(await screen.findByText('500 kB/s')).toBeVisible();
    const list = within(screen.getByRole('region', { name: 'Limits' }));
    const rows = list.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(rows).toEqual(['50Only for this connection', '20 s', 'Never', '5 min', '500 kB/s']);
    await userEvent.setup().click(list.getByRole('button', { name: 'Change limits…' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'limits', id: view.config.id });
  });

  it('that turned senders away are said above, with the way to change the connection’s own', async () => {
    const view = hit('HCM3110', 14);
    const { services } = renderWithServices(<LimitCallout view={view} />, { views: [view], answers });
    expect(screen.getByRole('region', { name: 'Session limit of 1000 reached' })).toHaveTextContent(
      /Apps were turned away 14 times \(last: .+\)\. Close sessions, or raise the connection’s limit\..*HCM3110/,
    );
    await userEvent.setup().click(screen.getByRole('button', { name: 'Change limits…' }));
    expect(services.ui.getState().dialog).toMatchObject({ kind: 'limits' });
  });

  it('of the host are not the connection’s to change', () => {
    const view = hit('HCM3112', 1);
    renderWithServices(<LimitCallout view={view} />, { views: [view], answers });
    expect(screen.getByText(/^An app was turned away \(.+\)\. /)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Change limits…' })).toBeNull();
  });

  it('mark the row of a connection that works otherwise', () => {
    expect(secondLine(hit('HCM3110', 14), sampleNow)).toBe('Apps are turned away');
    expect(statusTooltip(hit('HCM3110', 14))).toMatch(/^Session limit of 1000 reached 14 times, last at \d/);
    expect(secondLine(plain, sampleNow)).not.toContain('limit');
  });
});
