import { describe, expect, it } from 'vitest';
import { HcmError } from '../contract/errors.ts';
import { speak } from '../contract/messages/language.ts';
import { findConnection, type ConnectionChoice } from './find-connection.ts';
import { connectedView } from '../contract/testing/test-views.ts';

const payroll = connectedView();
const payrollElsewhere = connectedView({
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11',
  host: 'fabrikam.servicebus.windows.net',
});
const local = connectedView({
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a12',
  host: 'localhost',
  port: 8443,
  name: 'demo',
});
const localOther = connectedView({
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a13',
  host: 'localhost',
  port: 9443,
  name: 'demo',
});
const all = [payroll, payrollElsewhere, local, localOther];

function failure(choice: ConnectionChoice): HcmError {
  try {
    findConnection(all, choice);
  } catch (error) {
    if (error instanceof HcmError) return error;
  }
  throw new Error('found one');
}

describe('findConnection', () => {
  it.each([
    ['the id', { text: payroll.config.id.toUpperCase() }, payroll],
    ['namespace/name', { text: 'Fabrikam/PAYROLL-sql' }, payrollElsewhere],
    ['host/name', { text: 'contoso.servicebus.windows.net/payroll-sql' }, payroll],
    ['host:port/name', { text: 'localhost:9443/demo' }, localOther],
    ['both options of Microsoft’s', { namespace: 'fabrikam', name: 'payroll-sql' }, payrollElsewhere],
    ['a name and a namespace', { text: 'payroll-sql', namespace: 'contoso' }, payroll],
  ])('%s', (_name, choice, view) => {
    expect(findConnection(all, choice)).toBe(view);
  });

  it('takes a name alone where it is unique', () => {
    expect(findConnection([payroll, local], { text: 'Demo' })).toBe(local);
    expect(findConnection([payroll, local], { name: 'demo' })).toBe(local);
  });

  it('says in the current language how many more there are', async () => {
    const many = Array.from({ length: 15 }, (_one, index) =>
      connectedView({ id: `id-${index}`, host: `ns${index}.servicebus.windows.net` }),
    );
    const candidates = (): unknown => {
      try {
        return findConnection(many, { text: 'payroll-sql' });
      } catch (error) {
        return error instanceof HcmError ? error.details['candidates'] : error;
      }
    };
    expect(candidates()).toMatch(/^ns0\/payroll-sql, ns1.+, \d+ more$/);
    await speak('zh-Hans');
    expect(candidates()).toMatch(/^ns0\/payroll-sql、ns1.+、还有 \d+ 个$/);
    await speak('en');
  });

  it('says which ones a name could mean', () => {
    expect(failure({ text: 'payroll-sql' })).toMatchObject({
      code: 'HCM1042',
      details: { name: 'payroll-sql', count: 2, candidates: 'contoso/payroll-sql, fabrikam/payroll-sql' },
    });
    // Where the namespace doesn't tell them apart, the port does.
    expect(failure({ text: 'localhost/demo' }).details['candidates']).toBe(
      'localhost:8443/demo, localhost:9443/demo',
    );
  });

  it('lists no more than ten of them', () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      connectedView({ host: `ns${index}.servicebus.windows.net` }),
    );
    const candidates = (): string => {
      try {
        findConnection(many, { name: 'payroll-sql' });
      } catch (error) {
        return error instanceof HcmError ? String(error.details['candidates']) : '';
      }
      return '';
    };
    expect(candidates().split(', ')).toHaveLength(11);
    expect(candidates()).toMatch(/, 4 more$/);
  });

  it.each([[{ text: 'nothing' }], [{ name: 'payroll-sql', namespace: 'other' }], [{ text: '' }]])(
    '%j finds nothing',
    (choice) => {
      expect(failure(choice).code).toBe('HCM1041');
    },
  );

  it('repeats no key of a connection string that stands where a name should', () => {
    const text = 'Endpoint=sb://contoso/;SharedAccessKeyName=rule;SharedAccessKey=secret-key;EntityPath=x';
    expect(failure({ text }).details['name']).not.toContain('secret-key');
    expect(failure({ name: text }).details['name']).not.toContain('secret-key');
  });
});
