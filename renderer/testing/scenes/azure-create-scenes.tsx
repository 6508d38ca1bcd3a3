/** Create a Hybrid Connection in Azure, and the apps that use one: from the empty form to every end. */
import type { AzureJob, AzureJobStep } from '../../../electron/contract/azure-resource.ts';
import { sampleAppId, sampleAzureAnswers, sampleApps } from '../sample-azure-places.ts';
import { sampleId } from '../sample-views.ts';
import type { Scene } from '../scene.ts';
import type { Answers } from '../test-bridge.ts';

const jobId = '5f0c0c0a-0000-4000-8000-000000000009';
const steps: readonly AzureJobStep[] = ['namespace', 'connection', 'listenRule', 'sendRule', 'app', 'add'];

/** As far as the step of this number, which is under way or has failed. */
function jobAt(at: number, problem: AzureJob['steps'][number]['problem'] = null): AzureJob {
  return {
    steps: steps.map((step, index) => {
      if (index < at) return { step, state: 'done', problem: null };
      if (index > at) return { step, state: 'waiting', problem: null };
      return { step, state: problem === null ? 'running' : 'failed', problem };
    }),
    revision: at + 1,
    done: problem !== null,
    connection: null,
  };
}

function createScene(name: string, answers: Answers, act: () => Promise<void>): Scene {
  return {
    name,
    bridge: () => ({
      answers: {
        ...sampleAzureAnswers,
        'azure.startCreation': { id: jobId },
        'azure.stopJob': {},
        ...answers,
      },
    }),
    prepare: ({ ui }) => {
      ui.openDialog({ kind: 'createInAzure' });
      void act();
    },
  };
}

/** As soon as it is there. */
function found<Item extends Element>(find: () => Item | null | undefined): Promise<Item> {
  return new Promise((resolve) => {
    const look = (): void => {
      const item = find();
      if (item === null || item === undefined) return;
      observer.disconnect();
      resolve(item);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
}

/** As a person types: the field hears of it. */
async function type(label: string, text: string): Promise<void> {
  const field = await found(() =>
    [...document.querySelectorAll<HTMLInputElement>('[role="dialog"] input')].find(
      ({ labels, disabled }) => labels?.[0]?.textContent === label && !disabled,
    ),
  );
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

async function press(text: string): Promise<void> {
  const button = await found(() =>
    [...document.querySelectorAll<HTMLButtonElement>('[role="dialog"] button')].find(
      (one) => one.textContent.includes(text) && !one.disabled && one.ariaDisabled !== 'true',
    ),
  );
  button.click();
}

async function choose(label: string, option: string): Promise<void> {
  const field = await found(() =>
    [...document.querySelectorAll<HTMLInputElement>('[role="combobox"]')].find(
      (one) => (one.ariaLabel ?? one.labels?.[0]?.textContent) === label && !one.disabled,
    ),
  );
  field.click();
  const item = await found(() =>
    [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(({ textContent }) =>
      textContent.startsWith(option),
    ),
  );
  item.click();
}

async function fillExisting(): Promise<void> {
  await type('Name', 'payroll-sql');
  await type('Endpoint host', 'sql01.corp.contoso.com');
  await type('Endpoint port', '1433');
  await choose('Choose a namespace…', 'contoso-weu');
}

async function fillNew(): Promise<void> {
  await type('Name', 'payroll-sql');
  await type('Endpoint host', 'sql01.corp.contoso.com');
  await type('Endpoint port', '1433');
  await choose('App to attach (optional)', 'shop-web');
  const radio = await found(() => document.querySelector<HTMLInputElement>('input[value="new"]:enabled'));
  radio.click();
  await type('Name of the new namespace', 'contoso-relays');
  await type('Resource group', 'relays-new');
}

const appsAnswers: Answers = {
  ...sampleAzureAnswers,
  'azure.about': {
    accountId: '5f0c0c0a-0000-4000-8000-000000000003',
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
    apps: [{ id: sampleAppId('payroll-fn').toLowerCase(), name: 'payroll-fn' }],
    problems: [],
  },
};

function appsScene(
  name: string,
  answers: Answers,
  act: () => Promise<void> = () => Promise.resolve(),
): Scene {
  return {
    name,
    bridge: () => ({ answers: { ...appsAnswers, ...answers } }),
    prepare: ({ ui }) => {
      ui.openDialog({ kind: 'appsInAzure', id: sampleId(7) });
      void act();
    },
  };
}

const notPermitted = {
  code: 'HCM6021',
  details: {
    action: 'Microsoft.Relay/namespaces/hybridConnections/write',
    scope: '/subscriptions/5f0c0c0a-0000-4000-8000-000000000002/resourceGroups/relays',
  },
} as const;

export const scenes: readonly Scene[] = [
  createScene('azure-create', {}, () => Promise.resolve()),
  createScene('azure-create-existing', {}, fillExisting),
  createScene('azure-create-new', {}, fillNew),
  createScene('azure-create-lines', {}, async () => {
    await fillExisting();
    await press('As lines for');
  }),
  createScene('azure-create-notes', {}, async () => {
    await type('Name', 'files/share');
    await type('Endpoint host', '10.20.4.11');
    await type('Endpoint port', '445');
    await choose('Choose a namespace…', 'contoso-weu');
    await choose('App to attach (optional)', 'shop-web');
  }),
  createScene('azure-create-apps-open', {}, async () => {
    const field = await found(() =>
      [...document.querySelectorAll<HTMLInputElement>('[role="combobox"]')].find(
        ({ labels, disabled }) => labels?.[0]?.textContent === 'App to attach (optional)' && !disabled,
      ),
    );
    field.click();
  }),
  createScene('azure-create-running', { 'azure.progress': jobAt(3) }, async () => {
    await fillExisting();
    await press('Create');
  }),
  createScene('azure-create-failed', { 'azure.progress': jobAt(1, notPermitted) }, async () => {
    await fillExisting();
    await press('Create');
  }),
  createScene(
    'azure-create-stopped',
    { 'azure.progress': jobAt(4, { code: 'HCM6002', details: {} }) },
    async () => {
      await fillExisting();
      await press('Create');
    },
  ),
  appsScene('azure-apps', {}),
  appsScene('azure-apps-detach', {}, () => press('Detach')),
  appsScene('azure-apps-partly', {
    'azure.appsFor': { apps: sampleApps.slice(0, 2), problems: [notPermitted] },
  }),
  {
    ...appsScene('azure-apps-failed', {}),
    prepare: ({ ui, bridge }) => {
      bridge.refuse('azure.appsFor', 'HCM6001');
      ui.openDialog({ kind: 'appsInAzure', id: sampleId(7) });
    },
  },
];
