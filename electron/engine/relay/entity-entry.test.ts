import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { parseEntityInfo } from './entity-entry.ts';

const entity = { host: 'contoso.servicebus.windows.net', port: 443, entityPath: 'sql' };

function entry(inner: string, prefix = ''): string {
  const open = prefix === '' ? 'HybridConnectionDescription' : `${prefix}:HybridConnectionDescription`;
  return `<?xml version="1.0"?><entry xmlns="http://www.w3.org/2005/Atom"><id>x</id><content type="application/xml"><${open}>${inner}</${open}></content></entry>`;
}

const metadata = '[{"key":"endpoint","value":"sql01.corp:1433"}]';

describe('parseEntityInfo', () => {
  it('reads what App Service wrote', () => {
    const xml = entry(
      `<CreatedAt>2025-03-14T10:22:00Z</CreatedAt><UpdatedAt>2025-03-15T00:00:00Z</UpdatedAt>` +
        `<RequiresClientAuthorization>true</RequiresClientAuthorization>` +
        `<UserMetadata>${metadata.replaceAll('"', '&quot;')}</UserMetadata><ListenerCount>2</ListenerCount>`,
    );
    expect(parseEntityInfo(xml, entity)).toEqual({
      createdOn: '2025-03-14T10:22:00.000Z',
      lastUpdated: '2025-03-15T00:00:00.000Z',
      requiresClientAuthorization: true,
      listenerCount: 2,
      endpoint: { kind: 'found', host: 'sql01.corp', port: 1433 },
    });
  });

  it('takes any order and any prefix, and lives without elements', () => {
    const xml = entry(`<a:ListenerCount>0</a:ListenerCount><a:CreatedAt>nonsense</a:CreatedAt>`, 'a');
    expect(parseEntityInfo(xml, entity)).toEqual({
      createdOn: null,
      lastUpdated: null,
      requiresClientAuthorization: null,
      listenerCount: 0,
      endpoint: { kind: 'missing' },
    });
    expect(parseEntityInfo(entry(''), entity).endpoint).toEqual({ kind: 'missing' });
  });

  it('takes a feed for what it is: an unknown path', () => {
    expect(() => parseEntityInfo('<feed xmlns="http://www.w3.org/2005/Atom"/>', entity)).toThrow(/HCM2023/);
  });

  it.each([
    ['nothing', ''],
    ['text', 'nonsense'],
    ['HTML', '<html><body>Sign in</body></html>'],
    ['entities of its own', `<!DOCTYPE a [<!ENTITY b "c">]>${entry('')}`],
    ['half a document', entry('').slice(0, 120)],
  ])('refuses %s', (_name, xml) => {
    expect(() => parseEntityInfo(xml, entity)).toThrow(/HCM2040/);
  });

  it('never fails in another way', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        for (const xml of [text, entry(text), entry(`<UserMetadata>${text}</UserMetadata>`)]) {
          try {
            parseEntityInfo(xml, entity);
          } catch (error) {
            expect(error).toBeInstanceOf(HcmError);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
