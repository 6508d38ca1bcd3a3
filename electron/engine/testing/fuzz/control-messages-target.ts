/** Messages on the control channel: read, or refused with HCM2051 and without a word of what they held. */
import { HcmError } from '../../../contract/errors.ts';
import type { SeededRandom } from '../../../contract/testing/seeded-random.ts';
import { parseControlMessage } from '../../relay/messages.ts';
import { drawJson } from './draw-json.ts';
import { must, type FuzzTarget } from './fuzz-target.ts';

const accept = {
  accept: {
    address: 'wss://g12-prod-01-sb.servicebus.windows.net/$hc/h1?sb-hc-action=accept&sb-hc-id=7_G1_G2',
    id: '7_G1_G2',
    connectHeaders: { Host: 'h', 'Sec-WebSocket-Key': 'x', 'Sec-WebSocket-Protocol': 'p1, p2' },
    remoteEndpoint: { address: '203.0.113.7', port: 51_234 },
  },
};
const request = {
  request: {
    address: 'wss://contoso.servicebus.windows.net/$hc/h1?sb-hc-action=request&sb-hc-id=9',
    id: '9',
    requestTarget: '/h1/x?y=1',
    method: 'POST',
    remoteEndpoint: { address: '2001:db8::7', port: 1 },
    requestHeaders: { Host: 'h', Via: '1.1 x' },
    body: true,
  },
};

/** Stands in texts of the input; no refusal may repeat it. */
const canary = 'Zq7canaryWv3';

export const controlMessagesTarget: FuzzTarget = {
  name: 'control messages',
  corpus: [accept, request, { request: { address: request.request.address } }, { somethingNew: {} }].map(
    (one) => Buffer.from(JSON.stringify(one)),
  ),
  dictionary: [
    '"accept":',
    '"request":',
    '{',
    '}',
    '[',
    ']',
    'null',
    '-1',
    '1e999',
    '"__proto__":',
    '\\ud800',
    ',',
  ],
  draw: (random) => Buffer.from(JSON.stringify(drawMessage(random))),
  run: (input) => {
    const text = input.toString('utf8');
    try {
      const message = parseControlMessage(text);
      if (message.kind === 'unknown') {
        must(message.keys.length <= 8, 'more keys than are of use');
        return 'unknown';
      }
      must(message.address.length >= 1 && message.address.length <= 16_384, 'an address without bounds');
      if (message.kind === 'accept') {
        must(message.id.length >= 1 && message.id.length <= 512, 'an id without bounds');
        const { subprotocol } = message;
        must(
          subprotocol === undefined || /^[\x21-\x7e]{1,256}$/.test(subprotocol),
          'a sub-protocol that is no token',
        );
      }
      return message.kind;
    } catch (error) {
      if (!(error instanceof HcmError) || error.code !== 'HCM2051') throw error;
      must(!error.message.includes(canary), 'a refusal repeats what was sent');
      return 'refused';
    }
  },
};

function drawMessage(random: SeededRandom): unknown {
  const start: unknown = structuredClone(random.pick<object>([accept, request]));
  const [inner] = Object.values(start as Record<string, Record<string, unknown>>);
  if (inner === undefined) return start;
  for (let left = random.between(0, 3); left > 0; left--) {
    const name = random.pick([...Object.keys(inner), 'connectHeaders', 'x', '__proto__']);
    if (random.chance(0.3)) Reflect.deleteProperty(inner, name);
    else
      inner[name] = random.chance(0.3) ? canary.repeat(random.between(1, 2_000)) : drawJson(random, [canary]);
  }
  return random.chance(0.1) ? { ...(start as object), [canary]: drawJson(random, [canary]) } : start;
}
