import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { AzureAbout } from '../../../electron/contract/azure-resource.ts';
import { HcmError } from '../../../electron/contract/errors.ts';
import { renderWithServices, type ServicesOfTest } from '../../testing/render-with-services.tsx';
import {
  sampleAccount,
  sampleApp,
  sampleAppId,
  sampleApps,
  sampleAzureAnswers,
} from '../../testing/sample-azure-places.ts';
import { sampleView } from '../../testing/sample-views.ts';
import type { Answers } from '../../testing/test-bridge.ts';
import { AppsDialog } from './apps-dialog.tsx';

const view = sampleView({ number: 7, name: 'payroll-sql' });
const { id } = view.config;

const about: AzureAbout = {
  accountId: sampleAccount.id,
  resourceId: '/subscriptions/x',
  region: 'West Europe',
  endpoint: null,
  requiresClientAuthorization: true,
  listeners: 2,
  createdAt: null,
  updatedAt: null,
  rules: null,
  mayReadKeys: null,
  mayChange: null,
  // Azure writes ids in different letters.
  apps: [{ id: sampleAppId('payroll-fn').toUpperCase(), name: 'payroll-fn' }],
  problems: [],
};

interface Opened {
  readonly services: ServicesOfTest;
  readonly user: UserEvent;
}

async function open(answers: Answers = {}): Promise<Opened> {
  const { services } = renderWithServices(<AppsDialog id={id} />, {
    views: [view],
    answers: {
      ...sampleAzureAnswers,
      'azure.about': about,
      'azure.attach': {},
      'azure.detach': {},
      ...answers,
    },
  });
  act(() => services.ui.openDialog({ kind: 'appsInAzure', id }));
  await screen.findByText('Apps that use payroll-sql');
  return { services, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

/** By hand: in a document of this size a search by role takes a good part of a second. */
function button(name: string): HTMLElement {
  const found = [...document.querySelectorAll('button')].filter(
    (one) => (one.ariaLabel ?? one.textContent) === name || one.firstChild?.firstChild?.textContent === name,
  );
  expect(found, name).toHaveLength(1);
  return found[0]!;
}

function line(name: string): HTMLElement {
  return screen.getByText(name, { exact: true }).closest('li')!;
}

describe('Apps', () => {
  it('shows who uses it first, what each plan has left, and why others can’t', async () => {
    await open();
    expect(await screen.findByText('1 app uses it.')).toBeVisible();
    const [first] = document.querySelectorAll('li');
    expect(first).toHaveTextContent('payroll-fn');
    expect(first).toHaveTextContent('West Europe · payroll · PremiumV3 plan payroll-plan: 12 of 220 used');
    expect(first).toHaveTextContent('Uses it');
    expect(line('shop-web')).toHaveTextContent('Standard plan shop-plan: 3 of 25 used');
    expect(line('shop-admin')).toHaveTextContent('Its plan is full');
    expect(button('Attach shop-admin')).toHaveAttribute('aria-disabled', 'true');
    expect(line('landing-page')).toHaveTextContent('it takes Basic, Standard, Premium or Isolated');
    expect(screen.getByRole('dialog')).toHaveTextContent('One that five apps use counts once.');
  });

  it('attaches at once, reads the figures anew, and keeps the focus in the line', async () => {
    const all = await open();
    await screen.findByText('1 app uses it.');
    const grown = sampleApps.map((app) =>
      app.name === 'shop-web' && app.plan ? { ...app, plan: { ...app.plan, used: 4 } } : app,
    );
    all.services.bridge.answer('azure.appsFor', { apps: grown, problems: [] });
    await all.user.click(button('Attach shop-web'));
    expect(await screen.findByText('2 apps use it.')).toBeVisible();
    expect(all.services.bridge.inputsOf('azure.attach')).toEqual([
      { id, appId: sampleAppId('shop-web'), by: 'm.keller' },
    ]);
    await waitFor(() => expect(line('shop-web')).toHaveTextContent('4 of 25 used'));
    expect(button('Detach shop-web')).toHaveFocus();
  });

  it('asks before an app loses its way, and detaches only then', async () => {
    const all = await open();
    await screen.findByText('1 app uses it.');
    await all.user.click(button('Detach payroll-fn'));
    const question = screen.getByRole('group', { name: 'Detach payroll-fn' });
    expect(question).toHaveTextContent('payroll-fn loses its way to sql01.corp.contoso.com:1433.');
    expect(button('Keep it')).toHaveFocus();
    await all.user.click(button('Keep it'));
    expect(all.services.bridge.inputsOf('azure.detach')).toEqual([]);
    expect(button('Detach payroll-fn')).toHaveFocus();
    await all.user.click(button('Detach payroll-fn'));
    await all.user.click(
      within(screen.getByRole('group', { name: 'Detach payroll-fn' })).getByRole('button', {
        name: 'Detach',
      }),
    );
    expect(await screen.findByText('0 apps use it.')).toBeVisible();
    expect(all.services.bridge.inputsOf('azure.detach')).toEqual([
      { id, appId: sampleAppId('payroll-fn'), by: 'm.keller' },
    ]);
    expect(button('Attach payroll-fn')).toHaveFocus();
  });

  it('says at the app what Azure refused, and changes nothing', async () => {
    const all = await open();
    await screen.findByText('1 app uses it.');
    const action = 'Microsoft.Web/sites/hybridConnectionNamespaces/relays/write';
    all.services.bridge.refuse('azure.attach', 'HCM6021', { action });
    await all.user.click(button('Attach shop-web'));
    expect(await within(line('shop-web')).findByRole('alert')).toHaveTextContent(action);
    expect(screen.getByText('1 app uses it.')).toBeVisible();
    expect(button('Attach shop-web')).toBeEnabled();
  });

  it('finds an app by name, region or group', async () => {
    await open();
    await screen.findByText('1 app uses it.');
    const filter = screen.getByLabelText('Filter apps');
    expect(filter).toHaveFocus();
    fireEvent.change(filter, { target: { value: 'west' } });
    expect(document.querySelectorAll('li')).toHaveLength(1);
    fireEvent.change(filter, { target: { value: 'westx' } });
    expect(screen.getByText('No app fits.')).toBeVisible();
  });

  it('draws a bounded number of many apps, and says how many there are', async () => {
    const many = Array.from({ length: 130 }, (_none, index) => sampleApp(`app-${index}`));
    await open({ 'azure.appsFor': { apps: many, problems: [] } });
    expect(await screen.findByText('30 more. Filter to find them.')).toBeVisible();
    expect(document.querySelectorAll('li')).toHaveLength(100);
  });

  it('offers both ways where it can’t be read who uses it', async () => {
    const action = 'Microsoft.Web/serverfarms/read';
    await open({
      'azure.about': { ...about, apps: null, problems: [{ code: 'HCM6021', details: { action } }] },
    });
    expect(await screen.findByText('Which apps use it can’t be read.')).toBeVisible();
    expect(screen.getByText(new RegExp(`${action} isn’t permitted`, 'u'))).toBeVisible();
    expect(button('Attach shop-web')).toBeVisible();
    expect(button('Detach shop-web')).toBeVisible();
  });

  it('says why there are no apps to show, and reads them again', async () => {
    const refuse = () => {
      throw new HcmError('HCM6001');
    };
    const all = await open({ 'azure.appsFor': refuse, 'azure.about': refuse });
    expect(await screen.findByText('Nobody is signed in with Azure')).toBeVisible();
    expect(button('Sign in…')).toBeVisible();
    all.services.bridge.answer('azure.appsFor', sampleAzureAnswers['azure.appsFor']);
    all.services.bridge.answer('azure.about', about);
    await all.user.click(button('Read again'));
    expect(await screen.findByText('1 app uses it.')).toBeVisible();
  });

  it('closes when the connection is gone', async () => {
    const all = await open();
    act(() => all.services.connections.setState({ views: new Map() }));
    await waitFor(() => expect(all.services.ui.getState().dialog).toBeNull());
  });
});
