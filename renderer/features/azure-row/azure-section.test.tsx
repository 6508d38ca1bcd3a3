import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { HcmError } from '../../../electron/contract/errors.ts';
import { unknownValue } from '../../../electron/contract/format.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleAccount } from '../../testing/sample-azure-places.ts';
import { sampleView } from '../../testing/sample-views.ts';
import { sampleViewerHost } from '../../testing/sample-host.ts';
import type { Answers } from '../../testing/test-bridge.ts';
import { AzureSection } from './azure-section.tsx';
import { sampleAbout, sampleAboutOfReader } from './testing/sample-about.ts';

const view = sampleView({ number: 7, name: 'payroll-sql' });
const { id } = view.config;

function show(answers: Answers, shown: ConnectionView = view) {
  const { services } = renderWithServices(<AzureSection view={shown} />, { views: [shown], answers });
  return { services, user: userEvent.setup() };
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

function valueOf(label: string): string {
  return screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent ?? '';
}

describe('AzureSection', () => {
  it('asks Azure only when it is wanted, and again when it is wanted again', async () => {
    const { services, user } = show({ 'azure.about': sampleAbout });
    expect(services.bridge.inputsOf('azure.about')).toEqual([]);
    await user.click(button('Show what Azure says'));
    expect(await screen.findByText('West Europe')).toBeVisible();
    expect(valueOf('Subscription')).toBe('99999999-8888-4777-8666-555555555555');
    expect(valueOf('Resource group')).toBe('relays-prod');
    expect(valueOf('Namespace')).toBe('contoso-relay-weu');
    expect(valueOf('Client authorization')).toBe('Required');
    expect(valueOf('Rules')).toContain('defaultListener: Listen\n');
    expect(valueOf('Rules')).toContain('RootManageSharedAccessKey: Listen, Manage, Send (of the namespace)');
    expect(valueOf('Used by')).toBe('payroll-web\npayroll-jobs');
    expect(valueOf('This account')).toBe('May change it');
    services.bridge.answer('azure.about', { ...sampleAbout, region: 'North Europe' });
    await user.click(button('Ask again'));
    expect(await screen.findByText('North Europe')).toBeVisible();
    expect(services.bridge.inputsOf('azure.about')).toEqual([{ id }, { id }]);
  });

  it('shows at once what is known of its place, and asks nobody for it', () => {
    const { services } = show(
      {},
      sampleView({
        number: 7,
        name: 'payroll-sql',
        config: {
          resource: {
            cloud: 'public',
            tenantId: '11111111-2222-4333-8444-555555555555',
            subscriptionId: '99999999-8888-4777-8666-555555555555',
            resourceGroup: 'relays-prod',
            namespace: 'contoso-relay-weu',
          },
        },
      }),
    );
    expect(valueOf('Subscription')).toBe('99999999-8888-4777-8666-555555555555');
    expect(valueOf('Resource group')).toBe('relays-prod');
    expect(valueOf('Namespace')).toBe('contoso-relay-weu');
    expect(services.bridge.recorded).toEqual([]);
  });

  it('names the account that was asked with', async () => {
    const account = { ...sampleAccount, id: sampleAbout.accountId };
    const { user } = show({
      'azure.about': sampleAbout,
      'azure.accounts': { accounts: [sampleAccount, account] },
    });
    await user.click(button('Show what Azure says'));
    await waitFor(() => expect(valueOf('Asked as')).toBe('m.keller@contoso.com'));
  });

  it('doesn’t say that there is no endpoint where the connection can’t be read', async () => {
    const { user } = show({
      'azure.about': { ...sampleAboutOfReader, endpoint: null, requiresClientAuthorization: null },
    });
    await user.click(button('Show what Azure says'));
    expect(await screen.findByText('West Europe')).toBeVisible();
    expect(valueOf('Endpoint')).toBe(unknownValue);
  });

  it('shows a Reader what he may see, and names the permission that is missing', async () => {
    const { user } = show({ 'azure.about': sampleAboutOfReader });
    await user.click(button('Show what Azure says'));
    const box = await screen.findByRole('region', { name: 'Azure didn’t tell everything' });
    expect(box).toHaveTextContent(
      'Microsoft.Web/serverFarms/hybridConnectionPlanLimits/read isn’t permitted',
    );
    expect(valueOf('Used by')).toBe('This account can’t read it');
    expect(valueOf('This account')).toBe('May look at it, not read its keys or change it');
  });

  it('leads to the sign-in where nobody is signed in', async () => {
    const { services, user } = show({
      'azure.about': () => {
        throw new HcmError('HCM6001');
      },
    });
    await user.click(button('Show what Azure says'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody is signed in with Azure');
    await user.click(button('Sign in…'));
    expect(services.ui.getState().dialog).toEqual({ kind: 'accounts' });
  });

  it('keeps what was read when Azure can’t be asked again', async () => {
    const { services, user } = show({ 'azure.about': sampleAbout });
    await user.click(button('Show what Azure says'));
    await screen.findByText('West Europe');
    services.bridge.refuse('azure.about', 'HCM6013', { host: 'management.azure.com' });
    await user.click(button('Ask again'));
    expect(await screen.findByRole('alert')).toHaveTextContent('management.azure.com can’t be reached');
    expect(screen.getByText('West Europe')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Sign in…' })).toBeNull();
  });

  it.each([
    ['Sync keys…', 'syncKeys'],
    ['Rotate keys…', 'rotateKeys'],
    ['Change endpoint in Azure…', 'endpointInAzure'],
    ['Apps…', 'appsInAzure'],
    ['Delete in Azure…', 'deleteInAzure'],
  ] as const)('%s opens its dialog', async (label, kind) => {
    const { services, user } = show({});
    await user.click(button(label));
    expect(services.ui.getState().dialog).toEqual({ kind, id });
  });

  it('says when a connection string was copied, why it couldn’t be, and nothing of a No', async () => {
    const { services, user } = show({ 'app.copyGatewayString': { copied: false } });
    const copy = button('Copy connection string for another host…');
    const toasts = (): readonly string[] => services.toasts.getState().toasts.map(({ text }) => text);
    await user.click(copy);
    expect(services.bridge.inputsOf('app.copyGatewayString')).toEqual([{ id }]);
    expect(toasts()).toEqual([]);
    services.bridge.answer('app.copyGatewayString', { copied: true });
    await user.click(copy);
    await waitFor(() => expect(toasts()).toEqual(['Copied. The clipboard is cleared in 60 seconds.']));
    services.bridge.refuse('app.copyGatewayString', 'HCM5005');
    await user.click(copy);
    await waitFor(() =>
      expect(toasts().at(-1)).toBe(
        'Couldn’t copy the connection string of payroll-sql: The host isn’t answering.',
      ),
    );
  });

  it('is nothing that a viewer could press', async () => {
    const { services } = renderWithServices(<AzureSection view={view} />, {
      views: [view],
      host: sampleViewerHost(),
    });
    const section = screen.getByRole('region', { name: 'In Azure' });
    for (const control of within(section).getAllByRole('button')) {
      expect(control).toHaveAttribute('aria-disabled', 'true');
      await userEvent.click(control);
    }
    expect(services.bridge.recorded).toEqual([]);
    expect(services.ui.getState().dialog).toBeNull();
  });

  it('isn’t there for what isn’t in Azure', () => {
    show({}, sampleView({ number: 7, name: 'orders-biztalk', config: { kind: 'biztalk' } }));
    expect(screen.queryByRole('region', { name: 'In Azure' })).toBeNull();
  });
});
