import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ErrorCode, ErrorDetails } from '../../../electron/contract/errors.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { TestDialog } from './test-dialog.tsx';

function open(endpoint = '') {
  const onClose = vi.fn();
  const { services } = renderWithServices(<TestDialog endpoint={endpoint} onClose={onClose} />, {
    answers: { 'endpoints.test': { dialMs: 4.2, address: '10.20.4.11' } },
  });
  return { bridge: services.bridge, onClose, user: userEvent.setup() };
}

function field(): HTMLElement {
  return screen.getByRole('textbox', { name: 'Host and port' });
}

/** The first one is what the port is known for. */
function answerLine(): HTMLElement | undefined {
  return screen.getAllByRole('status').at(-1);
}

async function expectAnswer(text: string): Promise<void> {
  await waitFor(() => expect(answerLine()).toHaveTextContent(text));
}

describe('Test', () => {
  it('tries what is typed, on Enter', async () => {
    const { bridge, user } = open();
    expect(field()).toHaveFocus();
    expect(field()).toHaveAttribute('placeholder', 'sql01.corp.contoso.com:1433');
    await user.keyboard('SQL01.corp.contoso.com:1433{Enter}');
    await expectAnswer('Reached it in 4 ms.');
    expect(bridge.inputsOf('endpoints.test')).toEqual([{ host: 'sql01.corp.contoso.com', port: 1433 }]);
  });

  it('says of a port what can’t be tunnelled, and more in its place', async () => {
    const { user } = open('files:445');
    expect(screen.getByText(/^Port 445 is for file shares/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'What can’t be tunnelled' }));
    expect(screen.getByText('Dynamic ports')).toBeVisible();
    await user.clear(field());
    await user.type(field(), 'sql01:1433');
    expect(screen.queryByText(/^Port/u)).toBeNull();
    expect(screen.queryByText('Dynamic ports')).toBeNull();
  });

  it('begins with the endpoint that it was opened for', async () => {
    const { bridge, user } = open('pg-inv01:5432');
    await user.click(screen.getByRole('button', { name: 'Test' }));
    await expectAnswer('Reached it in 4 ms.');
    expect(bridge.inputsOf('endpoints.test')).toEqual([{ host: 'pg-inv01', port: 5432 }]);
  });

  it.each<readonly [ErrorCode, ErrorDetails, string]>([
    [
      'HCM3102',
      { host: 'sql01', port: 1433 },
      'The host answered but refused port 1433. Check that the service runs.',
    ],
    ['HCM3104', { host: 'sql01', seconds: 20 }, 'No answer in 20 s. A firewall may drop the connection.'],
    [
      'HCM3101',
      { host: 'sql01' },
      'This host doesn’t know the name. Check the spelling, or ask for a DNS entry.',
    ],
    [
      'HCM3103',
      { host: 'sql01' },
      'No route to sql01. The network between this host and the endpoint is down, or a firewall blocks it.HCM3103',
    ],
    ['HCM5005', {}, 'The host isn’t answering. It has ended or is overloaded.HCM5005'],
  ])('%s', async (code, details, text) => {
    const { bridge, user } = open('sql01:1433');
    bridge.refuse('endpoints.test', code, details);
    await user.keyboard('{Enter}');
    await expectAnswer(text);
  });

  it.each(['', 'sql01', 'sql01:', 'sql01:99999', 'http://sql01:80', '::1:80'])(
    '“%s” can’t be tried',
    async (text) => {
      const { bridge, user } = open(text);
      await user.keyboard('{Enter}');
      await expectAnswer('Type a host and a port, like sql01:1433.');
      expect(bridge.recorded).toEqual([]);
    },
  );

  it('forgets the answer when something else is typed', async () => {
    const { user } = open('sql01:1433');
    await user.keyboard('{Enter}');
    await expectAnswer('Reached it in 4 ms.');
    await user.type(field(), '4');
    expect(answerLine()).toBeEmptyDOMElement();
  });

  it('can be closed while it tries, and tries once', async () => {
    const { bridge, user, onClose } = open('sql01:1433');
    bridge.hold('endpoints.test');
    await user.keyboard('{Enter}{Enter}');
    expect(await screen.findByRole('button', { name: 'Testing…' })).toHaveAttribute('aria-disabled', 'true');
    expect(bridge.inputsOf('endpoints.test')).toHaveLength(1);
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });
});
