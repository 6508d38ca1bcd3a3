import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { HcmError } from '../../../electron/contract/errors.ts';
import {
  renderWithServices,
  testServices,
  type ServicesOfTest,
} from '../../testing/render-with-services.tsx';
import { sampleAccount } from '../../testing/sample-azure.ts';
import type { Answers } from '../../testing/test-bridge.ts';
import { AccountsDialog } from './accounts-dialog.tsx';

const id = '5f0f6f3e-1a2b-4c3d-8e4f-0000000000ff';
const keller = sampleAccount();
const service = sampleAccount({
  id,
  kind: 'servicePrincipal',
  name: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
  cloud: 'china',
  needsSignIn: true,
});

interface Opened {
  readonly services: ServicesOfTest;
  readonly user: ReturnType<typeof userEvent.setup>;
}

function open(answers: Answers = {}): Opened {
  const services = testServices({
    answers: { 'azure.accounts': { accounts: [keller, service] }, 'azure.cancelSignIn': {}, ...answers },
  });
  services.ui.openDialog({ kind: 'accounts' });
  renderWithServices(<AccountsDialog />, { services });
  return { services, user: userEvent.setup() };
}

it('lists who is signed in, as what and where, and who has to sign in again', async () => {
  open();
  const [first, second] = await screen.findAllByRole('listitem');
  expect(first).toHaveTextContent(/m\.keller@contoso\.com.*Person · Azure · since /u);
  expect(first).not.toHaveTextContent('Azure wants a new sign-in.');
  expect(second).toHaveTextContent(
    /Service principal · Azure in China \(21Vianet\) · since .*Azure wants a new sign-in\./u,
  );
});

it('signs one out once, says so, and keeps the focus', async () => {
  const { services, user } = open();
  const held = services.bridge.hold('azure.signOut');
  const button = await screen.findByRole('button', { name: 'Sign out m.keller@contoso.com' });
  await user.click(button);
  await user.click(button);
  expect(services.bridge.inputsOf('azure.signOut')).toEqual([{ id: keller.id }]);
  services.bridge.answer('azure.accounts', { accounts: [service] });
  held.release({});
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
  expect(services.toasts.getState().toasts.map(({ text }) => text)).toEqual([
    'Signed out m.keller@contoso.com.',
  ]);
  await waitFor(() => expect(screen.getByRole('dialog')).toHaveFocus());
});

it('says why one can’t be signed out', async () => {
  const { services, user } = open();
  services.bridge.refuse('azure.signOut', 'HCM6073', { account: keller.name, names: 'sql', count: 1 });
  await user.click(await screen.findByRole('button', { name: 'Sign out m.keller@contoso.com' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('HCM6073');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Add account' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('signs one in again with all that is known of it, and goes back', async () => {
  const { services, user } = open({ 'azure.startSignIn': { id, step: { kind: 'none' } } });
  await user.click(await screen.findByRole('button', { name: `Sign in again as ${service.name}` }));
  expect(screen.getByLabelText(/^Tenant/u)).toHaveValue(service.tenantId);
  expect(screen.getByLabelText(/^Client ID/u)).toHaveValue(service.name);
  await user.click(screen.getByLabelText(/^Secret/u, { selector: '[type=password]' }));
  await user.paste('hush');
  const waiting = services.bridge.hold('azure.waitForSignIn');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(services.bridge.inputsOf('azure.startSignIn')).toEqual([
    {
      method: 'servicePrincipal',
      accountId: id,
      tenant: service.tenantId,
      clientId: service.name,
      secret: 'hush',
    },
  ]);
  services.bridge.answer('azure.accounts', { accounts: [{ ...service, needsSignIn: false }] });
  waiting.release({ account: { ...service, needsSignIn: false } });
  expect(await screen.findByRole('listitem')).not.toHaveTextContent('Azure wants a new sign-in.');
});

it('tries again where the accounts can’t be read, and says when there are none', async () => {
  const { services, user } = open({
    'azure.accounts': () => {
      throw new HcmError('HCM5005');
    },
  });
  const again = await screen.findByRole('button', { name: 'Try again' });
  services.bridge.answer('azure.accounts', { accounts: [] });
  await user.click(again);
  expect(await screen.findByText('Nobody is signed in with Azure.')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});
