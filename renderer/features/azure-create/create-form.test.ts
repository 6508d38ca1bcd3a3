import { describe, expect, it } from 'vitest';
import { sampleApp, sampleAppId, sampleApps, samplePlaces } from '../../testing/sample-azure-places.ts';
import {
  emptyForm,
  formOf,
  inputOf,
  readForm,
  splitHost,
  type CreateContext,
  type CreateForm,
} from './create-form.ts';
import { endpointNotes } from '../../components/azure/endpoint-notes.ts';
import { regionNotes } from './region-notes.ts';

const context: CreateContext = {
  cloud: 'public',
  subscriptionId: 'sub',
  places: samplePlaces,
  apps: sampleApps,
};

const existing: CreateForm = {
  ...emptyForm,
  name: 'payroll-sql',
  host: 'SQL01.corp.contoso.com',
  port: '1433',
  existing: 'relays/contoso-weu',
};

const fresh: CreateForm = {
  ...existing,
  existing: null,
  kind: 'new',
  namespace: 'contoso-new',
  group: 'relays-new',
  region: 'West Europe',
};

const account = { accountId: 'account', tenantId: 'tenant' };

function problemsOf(change: Partial<CreateForm>, base = existing): readonly string[] {
  return Object.keys(readForm({ ...base, ...change }, context).problems);
}

describe('the form', () => {
  it('asks for exactly what is in it, in an existing namespace', () => {
    const { plan } = readForm({ ...existing, appId: sampleAppId('shop-web') }, context);
    expect(plan && inputOf(plan, account)).toEqual({
      ...account,
      subscriptionId: 'sub',
      resourceGroup: 'relays',
      mayMakeGroup: false,
      namespace: 'contoso-weu',
      region: null,
      name: 'payroll-sql',
      endpoint: 'sql01.corp.contoso.com:1433',
      appId: sampleAppId('shop-web'),
    });
  });

  it.each([existing, fresh, { ...existing, host: 'fe80::1', appId: sampleAppId('shop-web') }])(
    'is there again from what it led to: %#',
    (form) => {
      const { plan } = readForm(form, context);
      expect(plan && readForm(formOf(plan), context).plan).toEqual(plan);
      expect(plan).not.toBeNull();
    },
  );

  it('makes a group only when its name is new', () => {
    const made = readForm(fresh, context).plan;
    expect(made && inputOf(made, account)).toMatchObject({
      resourceGroup: 'relays-new',
      mayMakeGroup: true,
      namespace: 'contoso-new',
      region: 'West Europe',
    });
    // Azure doesn't tell letters apart, and its own way to write the name counts.
    const there = readForm({ ...fresh, group: ' RELAYS ' }, context).plan;
    expect(there && inputOf(there, account)).toMatchObject({ resourceGroup: 'relays', mayMakeGroup: false });
  });

  it('takes the app’s region until another one is chosen', () => {
    const form = { ...fresh, region: null, appId: sampleAppId('shop-web') };
    expect(readForm(form, context).region).toBe('North Europe');
    expect(readForm({ ...form, region: 'East US' }, context).region).toBe('East US');
    const elsewhere = [sampleApp('shop-web', { region: 'Moon North' })];
    expect(readForm(form, { ...context, apps: elsewhere }).problems).toHaveProperty('region');
  });

  it('begins with a new namespace where there is none', () => {
    expect(readForm(emptyForm, context).kind).toBe('existing');
    expect(readForm(emptyForm, { ...context, places: { ...samplePlaces, namespaces: [] } }).kind).toBe('new');
  });

  it('makes nothing while anything is missing or wrong', () => {
    expect(readForm(emptyForm, context).plan).toBeNull();
    expect(problemsOf({ name: '' })).toEqual(['name']);
    expect(problemsOf({ name: 'a b' })).toEqual(['name']);
    // Azure would read it as the path to something else.
    expect(problemsOf({ name: 'a/b' })).toEqual(['name']);
    expect(problemsOf({ host: 'sql 01' })).toEqual(['host']);
    expect(problemsOf({ port: '0' })).toEqual(['port']);
    expect(problemsOf({ existing: 'gone/gone' })).toEqual(['existing']);
    expect(problemsOf({ namespace: 'short' }, fresh)).toEqual(['namespace']);
    expect(problemsOf({ group: 'a/b' }, fresh)).toEqual(['group']);
    expect(problemsOf({ region: null }, fresh)).toEqual(['region']);
    expect(problemsOf({})).toEqual([]);
  });

  it('puts host and port that were pasted together each into its field', () => {
    const pasted = splitHost({ ...emptyForm, host: 'sql01.corp:1433' });
    expect(pasted).toMatchObject({ host: 'sql01.corp', port: '1433' });
    expect(splitHost({ ...emptyForm, host: 'sql01.corp' }).host).toBe('sql01.corp');
    expect(splitHost({ ...existing, host: 'other:1' }).host).toBe('other:1');
  });

  it('reads an address with and without its brackets', () => {
    expect(readForm({ ...existing, host: '[fd00::1]' }, context).endpoint?.host).toBe('fd00::1');
    expect(readForm({ ...existing, host: 'fd00::1' }, context).plan).not.toBeNull();
  });
});

describe('advice', () => {
  const notes = (host: string, port: string) =>
    endpointNotes(readForm({ ...existing, host, port }, context).endpoint).join(' ');

  it('wants a name, and another one than this computer’s own word for itself', () => {
    expect(notes('sql01.corp', '1433')).toBe('');
    expect(notes('10.1.2.3', '1433')).toMatch(/^An IP address/u);
    for (const host of ['localhost', '127.0.0.1', '::1']) expect(notes(host, '1433')).toMatch(/App Service/u);
  });

  it('knows what can’t be tunnelled', () => {
    expect(notes('dc01', '389')).toMatch(/Active Directory/u);
    expect(notes('dc01', '636')).toMatch(/Active Directory/u);
    expect(notes('files', '445')).toMatch(/SMB/u);
    expect(notes('files', '21')).toMatch(/FTP/u);
  });

  it('says when app and namespace are apart', () => {
    const form = { ...existing, appId: sampleAppId('shop-web') };
    expect(regionNotes(readForm(form, context))).toEqual([
      'The app is in North Europe, the namespace in West Europe: each request takes the way between them.',
    ]);
    const together = { ...form, existing: 'relays/contoso-neu' };
    expect(regionNotes(readForm(together, context))).toEqual([]);
  });
});
