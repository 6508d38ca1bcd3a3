/** Rendezvous addresses from the cloud side: nothing but the namespace's own host or a gateway of its cloud is followed. */
import { HcmError } from '../../../contract/errors.ts';
import type { SeededRandom } from '../../../contract/testing/seeded-random.ts';
import { rejectTarget, rendezvousAddress, type RelayEntity } from '../../relay/relay-address.ts';
import { must, type FuzzTarget } from './fuzz-target.ts';

const entities: readonly RelayEntity[] = [
  { host: 'contoso.servicebus.windows.net', port: 443, entityPath: 'h1' },
  { host: 'localhost', port: 9443, entityPath: 'h1' },
  { host: '::1', port: 443, entityPath: 'h1' },
];

const query = '/$hc/h1?x=1&sb-hc-action=accept&sb-hc-id=7_G1';
const hosts = [
  'contoso.servicebus.windows.net',
  'g12-prod-01-sb.servicebus.windows.net',
  'gv3.servicebus.usgovcloudapi.net',
  'localhost',
  '[::1]',
  'servicebus.windows.net',
  'evilservicebus.windows.net',
  'contoso.servicebus.windows.net.evil.example',
  'contoso.servicebus.windows.net@evil.example',
  'evil.example#.servicebus.windows.net',
  '169.254.169.254',
  'CONTOSO.servicebus.WINDOWS.net',
];

/** Written here once more, from the plan (5.5). */
function isOurs(host: string, port: number, { host: own, port: ownPort }: RelayEntity): boolean {
  if (host === own && port === ownPort) return true;
  const inCloud = own.endsWith('.servicebus.windows.net') && host.endsWith('.servicebus.windows.net');
  return inCloud && port === 443;
}

export const rendezvousAddressesTarget: FuzzTarget = {
  name: 'rendezvous addresses',
  corpus: hosts.flatMap((host) => [
    Buffer.from(`wss://${host}${query}`),
    Buffer.from(`wss://${host}:443${query}`),
  ]),
  dictionary: [
    'wss://',
    'https://',
    '@',
    ':',
    '#',
    '?',
    '/',
    '\\',
    '%2e',
    '[',
    ']',
    '\r\n',
    '\u0000',
    '。',
    ':9443',
    '..',
  ],
  draw: (random) => Buffer.from(drawAddress(random)),
  run: (input) => {
    const text = input.toString('utf8');
    let followed = 0;
    for (const entity of entities) {
      try {
        const { host, port, target } = rendezvousAddress(text, entity);
        must(isOurs(host, port, entity), 'a foreign host is followed');
        must(
          /^\/[\x21-\x7e]*$/.test(target) && !target.includes('#'),
          'a target that would break the request line',
        );
        must(text.includes(target.slice(0, 20)), 'a target that was not sent');
        const rejected = rejectTarget(target, 502, 'no\r\nInjected: yes');
        must(/^\/[\x21-\x7e]*$/.test(rejected), 'a rejection that would break the request line');
        followed++;
      } catch (error) {
        if (!(error instanceof HcmError) || error.code !== 'HCM2050') throw error;
      }
    }
    return followed > 0 ? 'followed' : 'refused';
  },
};

function drawAddress(random: SeededRandom): string {
  const scheme = random.pick(['wss', 'wss', 'wss', 'WSS', 'ws', 'https', '']);
  const port = random.pick(['', '', ':443', ':9443', ':0', ':65536', ':00443', ': 443']);
  const tail = random.pick([
    query,
    query,
    '',
    '/',
    '?x',
    '#y',
    '/\r\nHost: x',
    '/é',
    `/${'a'.repeat(17_000)}`,
  ]);
  return `${scheme}://${random.pick(hosts)}${port}${tail}`;
}
