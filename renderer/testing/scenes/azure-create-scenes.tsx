/** Create a Hybrid Connection in Azure, and the apps that use one: from the empty form to every end. */
import type { AzureJob, AzureJobStep } from '../../../electron/contract/azure-resource.ts';
import type { Person } from '../person.ts';
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

type Act = (person: Person) => Promise<void>;

function createScene(name: string, answers: Answers, act: Act): Scene {
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
    prepare: ({ ui }, person) => {
      ui.openDialog({ kind: 'createInAzure' });
      void act(person);
    },
  };
}

/** As a person types: the field hears of it. */
async function type(person: Person, label: string, text: string): Promise<void> {
  const field = await person.found(() =>
    [...document.querySelectorAll<HTMLInputElement>('[role="dialog"] input')].find(
      ({ labels, disabled }) => labels?.[0]?.textContent === label && !disabled,
    ),
  );
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

async function choose(person: Person, label: string, option: string): Promise<void> {
  const field = await person.found(() =>
    [...document.querySelectorAll<HTMLInputElement>('[role="combobox"]')].find(
      (one) => (one.ariaLabel ?? one.labels?.[0]?.textContent) === label && !one.disabled,
    ),
  );
  field.click();
  const item = await person.found(() =>
    [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(({ textContent }) =>
      textContent.startsWith(option),
    ),
  );
  item.click();
}

async function fillExisting(person: Person): Promise<void> {
  await type(person, 'Name', 'payroll-sql');
  await type(person, 'Endpoint host', 'sql01.corp.contoso.com');
  await type(person, 'Endpoint port', '1433');
  await choose(person, 'Choose a namespace…', 'contoso-weu');
}

async function fillNew(person: Person): Promise<void> {
  await type(person, 'Name', 'payroll-sql');
  await type(person, 'Endpoint host', 'sql01.corp.contoso.com');
  await type(person, 'Endpoint port', '1433');
  await choose(person, 'App to attach (optional)', 'shop-web');
  const radio = await person.found(() =>
    document.querySelector<HTMLInputElement>('input[value="new"]:enabled'),
  );
  radio.click();
  await type(person, 'Name of the new namespace', 'contoso-relays');
  await type(person, 'Resource group', 'relays-new');
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

function appsScene(name: string, answers: Answers, act: Act = () => Promise.resolve()): Scene {
  return {
    name,
    bridge: () => ({ answers: { ...appsAnswers, ...answers } }),
    prepare: ({ ui }, person) => {
      ui.openDialog({ kind: 'appsInAzure', id: sampleId(7) });
      void act(person);
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
  createScene('azure-create-lines', {}, async (person) => {
    await fillExisting(person);
    await person.pressText('As lines for');
  }),
  createScene('azure-create-notes', {}, async (person) => {
    await type(person, 'Name', 'files/share');
    await type(person, 'Endpoint host', '10.20.4.11');
    await type(person, 'Endpoint port', '445');
    await choose(person, 'Choose a namespace…', 'contoso-weu');
    await choose(person, 'App to attach (optional)', 'shop-web');
  }),
  createScene('azure-create-apps-open', {}, async (person) => {
    const field = await person.found(() =>
      [...document.querySelectorAll<HTMLInputElement>('[role="combobox"]')].find(
        ({ labels, disabled }) => labels?.[0]?.textContent === 'App to attach (optional)' && !disabled,
      ),
    );
    field.click();
  }),
  createScene('azure-create-running', { 'azure.progress': jobAt(3) }, async (person) => {
    await fillExisting(person);
    await person.pressText('Create');
  }),
  createScene('azure-create-failed', { 'azure.progress': jobAt(1, notPermitted) }, async (person) => {
    await fillExisting(person);
    await person.pressText('Create');
  }),
  createScene(
    'azure-create-stopped',
    { 'azure.progress': jobAt(4, { code: 'HCM6002', details: {} }) },
    async (person) => {
      await fillExisting(person);
      await person.pressText('Create');
    },
  ),
  appsScene('azure-apps', {}),
  appsScene('azure-apps-detach', {}, (person) => person.pressText('Detach')),
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
