import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { DemoState } from '../../../electron/contract/shell-api.ts';
import { sampleId } from '../../testing/sample-views.ts';
import {
  renderWithServices,
  testServices,
  type ServicesOfTest,
} from '../../testing/render-with-services.tsx';
import { DemoDialog } from './demo-dialog.tsx';

const off: DemoState = { phase: 'off', steps: [], connectionId: null, url: null, problem: null };
const starting: DemoState = { ...off, phase: 'starting' };
const steps: DemoState['steps'] = [
  { step: 'relay', details: { port: 9443 } },
  { step: 'service', details: { endpoint: 'localhost:8123' } },
  { step: 'added', details: { name: 'demo', folder: '/tmp/hcm' } },
  { step: 'connected', details: { name: 'demo', status: 'Connected', endpointStatus: 'Reachable' } },
  { step: 'sender', details: { port: 8124 } },
  {
    step: 'answered',
    details: { status: 200, time: '12 ms', text: 'Hello from the on-premises service.\n' },
  },
];
const running: DemoState = {
  ...{ phase: 'running', steps, problem: null },
  ...{ connectionId: sampleId(1), url: 'http://127.0.0.1:8124/' },
};

/** The dialog, with the app's events going into the store as they do in the window. */
function open(demo: DemoState = off): ServicesOfTest {
  const services = testServices({ answers: { 'demo.stop': {}, 'app.copy': {} } });
  if (demo === off) services.bridge.hold('demo.start');
  services.shell.setState({ demo });
  services.bridge.on('demo.changed', ({ state }) => services.shell.setState({ demo: state }));
  services.ui.openDialog({ kind: 'demo' });
  renderWithServices(<DemoDialog />, { services });
  return services;
}

function tell(services: ServicesOfTest, state: DemoState): void {
  act(() => services.bridge.emit('demo.changed', { state }));
}

function lines(): readonly string[] {
  return within(screen.getByRole('list', { name: 'Steps' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('Try it with the local relay', () => {
  it('starts when it is opened and tells each step as it is done', () => {
    const services = open();
    expect(services.bridge.inputsOf('demo.start')).toHaveLength(1);
    expect(lines()).toEqual([
      'Start a relay that stands in for Azure being done',
      'Start a private web service to do',
      'Add its gateway connection string to this host to do',
      'Connect this host with the relay to do',
      'Start the sender, the app’s side to do',
      'Send a request the whole way to do',
    ]);
    tell(services, { ...starting, steps: steps.slice(0, 4) });
    expect(lines()).toEqual([
      'A local relay listens on localhost:9443. It stands in for Azure. done',
      'A private web service runs on localhost:8123. Only this computer reaches it. done',
      'Its gateway connection string is added to this host, as demo. done',
      'demo: Connected, endpoint Reachable. done',
      'Start the sender, the app’s side being done',
      'Send a request the whole way to do',
    ]);
    expect(screen.queryByRole('group', { name: 'Address' })).toBeNull();
  });

  it('shows the answer and where to ask again', async () => {
    const services = open();
    tell(services, running);
    expect(lines().at(-1)).toBe(
      'A request went sender → relay → host → service and back (200, 12 ms).Hello from the on-premises service. done',
    );
    expect(screen.getByText('http://127.0.0.1:8124/')).toBeVisible();
    expect(screen.getByText('It goes on until you end practice or quit this app.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Copy Address' }));
    expect(services.bridge.inputsOf('app.copy')).toEqual([{ text: 'http://127.0.0.1:8124/' }]);
  });

  it('shows one that runs already, without starting it again', () => {
    const services = open(running);
    expect(services.bridge.inputsOf('demo.start')).toHaveLength(0);
    expect(screen.getByText('http://127.0.0.1:8124/')).toBeVisible();
  });

  it('Close leaves it running', async () => {
    const services = open(running);
    const [close] = screen.getAllByRole('button', { name: 'Close' }).slice(-1);
    await userEvent.click(close!);
    expect(services.ui.getState().dialog).toBeNull();
    expect(services.bridge.inputsOf('demo.stop')).toHaveLength(0);
  });

  it('End practice ends it, and says so', async () => {
    const services = open(running);
    const ending = services.bridge.hold('demo.stop');
    await userEvent.click(screen.getByRole('button', { name: 'End practice' }));
    expect(screen.getByRole('button', { name: 'Ending…' })).toHaveAttribute('aria-disabled', 'true');
    tell(services, off);
    ending.release({});
    await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
    expect(services.toasts.getState().toasts).toMatchObject([{ intent: 'success', text: 'Practice ended.' }]);
    // It was ended: it doesn't begin again by itself.
    expect(services.bridge.inputsOf('demo.start')).toHaveLength(0);
  });

  it('says what stopped it and tries again', async () => {
    const services = open();
    const problem = { code: 'HCM7001', details: { port: 9443 } } as const;
    tell(services, { ...starting, phase: 'failed', steps: steps.slice(0, 2), problem });
    expect(within(screen.getByRole('alert')).getByText('HCM7001')).toBeVisible();
    expect(lines()[2]).toBe('Add its gateway connection string to this host not done');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(services.bridge.inputsOf('demo.start')).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(lines()[0]).toBe('Start a relay that stands in for Azure being done');
  });

  it('says when the app refuses to start or to end it', async () => {
    const services = testServices();
    services.bridge.refuse('demo.start', 'HCM5001');
    renderWithServices(<DemoDialog />, { services });
    expect(within(await screen.findByRole('alert')).getByText('HCM5001')).toBeVisible();
    act(() => services.shell.setState({ demo: running }));
    services.bridge.refuse('demo.stop', 'HCM5005');
    await userEvent.click(screen.getByRole('button', { name: 'End practice' }));
    expect(within(await screen.findByRole('alert')).getByText('HCM5005')).toBeVisible();
  });

  it('an answer that is older than the end doesn’t bring it back', async () => {
    const services = testServices();
    const start = services.bridge.hold('demo.start');
    renderWithServices(<DemoDialog />, { services });
    act(() => services.shell.setState({ demo: off }));
    await act(async () => {
      start.release({ state: running });
      await Promise.resolve();
    });
    expect(services.shell.getState().demo).toBe(off);
  });
});
