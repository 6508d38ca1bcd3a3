/** The Atom entry of an entity's metadata: read, or refused with HCM2040 or HCM2023; what is read has its shape. */
import { HcmError } from '../../../contract/errors.ts';
import type { SeededRandom } from '../../../contract/testing/seeded-random.ts';
import { parseEntityInfo } from '../../relay/entity-entry.ts';
import { must, type FuzzTarget } from './fuzz-target.ts';

const entity = { host: 'contoso.servicebus.windows.net', port: 443, entityPath: 'h1' };

interface Described {
  readonly CreatedAt?: string;
  readonly UpdatedAt?: string;
  readonly RequiresClientAuthorization?: string;
  readonly UserMetadata?: string;
  readonly ListenerCount?: string;
}

const whole: Described = {
  CreatedAt: '2024-05-01T10:00:00Z',
  UpdatedAt: '2024-05-02T10:00:00.1234567Z',
  RequiresClientAuthorization: 'true',
  UserMetadata: '[{"key":"endpoint","value":"db.internal:1433"}]',
  ListenerCount: '2',
};

function entry(described: Described, prefix = ''): string {
  const tag = (name: string): string => (prefix === '' ? name : `${prefix}:${name}`);
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const fields = Object.entries(described)
    .map(([name, value]) => `<${tag(name)}>${escaped(String(value))}</${tag(name)}>`)
    .join('');
  return (
    '<?xml version="1.0" encoding="utf-8"?><entry xmlns="http://www.w3.org/2005/Atom"><id>x</id><title type="text">h1</title>' +
    `<content type="application/xml"><${tag('HybridConnectionDescription')} xmlns="http://schemas.microsoft.com/netservices/2010/10/servicebus/connect">` +
    `${fields}</${tag('HybridConnectionDescription')}></content></entry>`
  );
}

export const metadataTarget: FuzzTarget = {
  name: 'metadata XML',
  corpus: [
    entry(whole),
    entry(whole, 'd3p1'),
    entry({}),
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Publicly Listed Services</title></feed>',
    '<Error><Code>401</Code><Detail>no. TrackingId:1_G2</Detail></Error>',
  ].map((text) => Buffer.from(text)),
  dictionary: [
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#0;',
    '&#x110000;',
    '&amp;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<entry>',
    '</entry>',
    '<a:b>',
    '<__proto__>',
    '</__proto__>',
    '<constructor/>',
    'xmlns:a="b"',
    '<?x ?>',
    '>',
    '<',
    '"',
  ],
  draw: (random) => Buffer.from(drawEntry(random)),
  run: (input) => {
    try {
      const info = parseEntityInfo(input.toString('utf8'), entity);
      for (const date of [info.createdOn, info.lastUpdated]) {
        must(date === null || /^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/.test(date), 'a date that is none');
      }
      const count = info.listenerCount;
      must(
        count === null || (Number.isInteger(count) && count >= 0 && count <= 999_999),
        'a count that is none',
      );
      const { endpoint } = info;
      if (endpoint.kind === 'found') {
        must(endpoint.port >= 1 && endpoint.port <= 65_535, 'a port that is none');
        must(/^[a-z0-9._:-]{1,253}$/.test(endpoint.host), 'a host that is none');
      }
      if (endpoint.kind === 'unreadable') must(endpoint.value.length <= 200, 'a value without bounds');
      must(({} as { polluted?: unknown }).polluted === undefined, 'a polluted prototype');
      return `endpoint ${endpoint.kind}`;
    } catch (error) {
      if (!(error instanceof HcmError) || !['HCM2040', 'HCM2023'].includes(error.code)) throw error;
      return `refused ${error.code}`;
    }
  },
};

function drawEntry(random: SeededRandom): string {
  const value = random.pick([
    'db.internal:1433',
    '[2001:db8::7]:22',
    'a:b:c',
    ':0',
    'host:65536',
    'x'.repeat(400),
    'Größe:80',
    '<b>:1',
    `h:${random.between(0, 70_000)}`,
  ]);
  const metadata = random.pick([
    JSON.stringify([{ key: random.pick(['endpoint', 'Endpoint ', 'other', '__proto__']), value }]),
    JSON.stringify([null, 1, { key: 1 }, { key: 'endpoint', value }]),
    JSON.stringify({ polluted: value }),
    '',
    'not JSON',
    '['.repeat(random.between(1, 4_000)),
  ]);
  const described: Record<string, string> = { ...whole, UserMetadata: metadata };
  for (const name of Object.keys(described)) {
    if (random.chance(0.2))
      described[name] = random.pick(['', '0', '-1', 'true', 'NaN', '9'.repeat(40), '\u0000']);
  }
  const shuffled = Object.entries(described).sort(() => random.next() - 0.5);
  return entry(Object.fromEntries(shuffled), random.pick(['', 'a', 'd3p1']));
}
