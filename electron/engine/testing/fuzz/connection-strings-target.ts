/** Pasted connection strings: read or refused, never thrown at; no finding and no redacted text shows the key. */
import { parseConnectionString } from '../../../contract/connection-string.ts';
import { redactConnectionString } from '../../../contract/redact-connection-string.ts';
import type { SeededRandom } from '../../../contract/testing/seeded-random.ts';
import { must, type FuzzTarget } from './fuzz-target.ts';

/** In no other part of an input. */
const key = 'Q0FOQVJZa2V5MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG0=';
const whole =
  'Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=defaultListener;' +
  `SharedAccessKey=${key};EntityPath=payroll-sql`;

/** Longer than what a bit that was flipped inside of the key could leave by chance. */
const tellingLength = 16;

export const connectionStringsTarget: FuzzTarget = {
  name: 'connection strings',
  corpus: [
    whole,
    `"${whole};"\r\n`,
    'Endpoint=hc://svc.hybrid.biztalk.windows.net/name;SharedAccessKeyName=owner;SharedAccessKey=abc=',
    'Endpoint=sb://ns.servicebus.windows.net/;SharedSecretIssuer=owner;SharedSecretValue=abc=',
    'Endpoint=sb://localhost:9443/;SharedAccessSignature=SharedAccessSignature sr=x&sig=y&se=1&skn=z;EntityPath=a',
    'Endpoint=sb://ns.servicebus.windows.net/;Authentication=Managed Identity;EntityPath=a;OperationTimeout=00:01:00',
  ].map((text) => Buffer.from(text)),
  dictionary: [
    ';',
    '=',
    'Endpoint=sb://',
    'EntityPath=',
    'SharedAccessKey=',
    'SharedAccessKeyName=',
    'TransportType=Amqp',
    'OperationTimeout=',
    '\u200b',
    '\u00a0',
    '“',
    '\r\n',
    '[::1]',
    ':443',
    '%2f',
    '\u0000',
    'export X="',
  ],
  draw: (random) => Buffer.from(drawString(random)),
  run: (input) => {
    const text = input.toString('utf8');
    for (const purpose of ['listen', 'send'] as const) {
      const parsed = parseConnectionString(text, { purpose });
      if (parsed.outcome === 'refused') must(parsed.problems.length > 0, 'refused without a problem');
    }
    const parsed = parseConnectionString(text, { purpose: 'listen' });
    if (parsed.outcome === 'relay') {
      const { host, port } = parsed.value;
      must(/^[a-z0-9._:-]{1,253}$/.test(host), 'a host that is none');
      must(Number.isInteger(port) && port >= 1 && port <= 65_535, 'a port that is none');
    }
    const redacted = redactConnectionString(text);
    must(redactConnectionString(redacted) === redacted, 'redacting twice is not redacting once');
    if (keyIsInItsPlace(text)) {
      const { notices } = parsed;
      const shown = parsed.outcome === 'refused' ? [parsed.problems, parsed.seen, notices] : [notices];
      must(!tells(JSON.stringify(shown)), 'a finding shows the key');
      must(!tells(redacted), 'the redacted text shows the key');
    }
    return parsed.outcome === 'refused' ? `refused ${parsed.problems[0].code}` : parsed.outcome;
  },
};

/** Once, whole, and behind its name: what a mutation put elsewhere is no key to anybody who reads the string. */
function keyIsInItsPlace(text: string): boolean {
  const places = text.split(key);
  if (places.length !== 2) return false;
  const rest = places.join('');
  return /(?:^|[;\n"'\s])\s*SharedAccessKey\s*=\s*["']?$/i.test(places[0] ?? '') && !tells(rest);
}

function tells(text: string): boolean {
  for (let from = 0; from + tellingLength <= key.length; from++) {
    if (text.includes(key.slice(from, from + tellingLength))) return true;
  }
  return false;
}

function drawString(random: SeededRandom): string {
  const host = random.pick([
    'contoso.servicebus.windows.net',
    'localhost:9443',
    '[::1]:1',
    'x',
    'a..b',
    '127.1',
    '',
  ]);
  const scheme = random.pick(['sb', 'sb', 'sb', 'hc', 'https', 'SB', '']);
  const parts = [
    `Endpoint=${scheme}://${host}/${random.pick(['', '', 'path', 'a/b/'])}`,
    `SharedAccessKeyName=${random.pick(['defaultListener', 'defaultSender', 'RootManageSharedAccessKey', '', 'a=b'])}`,
    `SharedAccessKey=${random.pick(['', '"', "'"])}${key}${random.pick(['', '"', "'"])}`,
    `EntityPath=${random.pick(['payroll-sql', '', '/', 'a/b', 'x'.repeat(300), 'a b'])}`,
    random.pick(['StsEndpoint=https://x', 'OperationTimeout=60', 'Unknown=1', 'nonsense', '']),
  ].filter(() => random.chance(0.85));
  const shuffled = random.chance(0.5) ? parts : parts.sort(() => random.next() - 0.5);
  const blank = (): string => random.pick(['', '', '', ' ', '\n', '\t', '\u200b']);
  const joined = shuffled.map((part) => `${blank()}${part}${blank()}`).join(';');
  return (
    random.pick(['', '', '"', 'export HCM="', '{"connectionString":"']) +
    joined +
    random.pick(['', ';', '"', '";'])
  );
}
