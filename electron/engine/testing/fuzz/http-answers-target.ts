/** What relays and proxies answer to a handshake: a status, a reason phrase, a date. Always one error of our table, bounded. */
import { HcmError } from '../../../contract/errors.ts';
import type { SeededRandom } from '../../../contract/testing/seeded-random.ts';
import { readConnectAnswer } from '../../net/connect-answer.ts';
import { closeFailure, statusFailure } from '../../relay/failures.ts';
import { must, type FuzzTarget } from './fuzz-target.ts';

const answers = [
  'HTTP/1.1 200 Connection established\r\n\r\nrest',
  'HTTP/1.0 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="a, b", Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
  'HTTP/1.1 401 token has an invalid signature. TrackingId:1_G2, SystemTracker:sb://ns/h1, Timestamp:now\r\nDate: Sun, 22 Nov 2026 08:00:00 GMT\r\n\r\n',
];

export const httpAnswersTarget: FuzzTarget = {
  name: 'HTTP answers',
  corpus: answers.map((text) => Buffer.from(text)),
  dictionary: [
    '\r\n',
    '\n\n',
    '\r\n\r\n',
    'HTTP/1.1 ',
    ' 200 ',
    'Proxy-Authenticate: ',
    '"',
    '\\"',
    ',',
    'TrackingId:',
    'Date: ',
  ],
  draw: (random) => Buffer.from(drawAnswer(random), 'latin1'),
  run: (input, random) => {
    checkFailures(input.toString('latin1'), random);
    return checkConnect(input, random);
  },
};

/** Cut short it is unfinished or the same refusal; what was complete stays what it was, however much follows. */
function checkConnect(input: Buffer, random: SeededRandom): string {
  const answer = readConnectAnswer(input);
  const early = readConnectAnswer(input.subarray(0, random.between(0, input.length)));
  if (early === null) must(answer === null, 'refused early, read late');
  if (early !== null && early !== undefined)
    must(answer?.status === early.status, 'another answer with more bytes');
  if (answer === undefined) return 'unfinished';
  if (answer === null) return 'no answer';
  const { status, schemes, rest } = answer;
  must(status >= 200 && status <= 999, 'a status that is none');
  must(
    schemes.length <= 8 && schemes.every((one) => /^[A-Za-z][A-Za-z0-9-]{0,31}$/.test(one)),
    'schemes without bounds',
  );
  must(input.subarray(input.length - rest.length).equals(rest), 'a rest that was not sent');
  return `answer ${Math.floor(status / 100)}xx`;
}

function checkFailures(text: string, random: SeededRandom): void {
  const status = random.pick([
    200,
    400,
    401,
    403,
    404,
    408,
    426,
    500,
    502,
    503,
    504,
    random.between(100, 999),
  ]);
  const answer = { status, reason: text, date: text.slice(0, 40), receivedAtMs: 1_795_000_000_000 };
  const code = random.pick([1000, 1001, 1006, 1008, 1011, random.between(0, 65_535)]);
  for (const failure of [statusFailure(answer, { host: 'h' }), closeFailure(code, text, { host: 'h' })]) {
    must(failure instanceof HcmError, 'no error of ours');
    for (const detail of Object.values(failure.details)) {
      must(String(detail).length <= 400, 'a detail without bounds');
      must(/^[\x20-\x7e]*$/.test(String(detail)), 'a detail that could break a line');
    }
  }
}

function drawAnswer(random: SeededRandom): string {
  const version = random.pick(['HTTP/1.1', 'HTTP/1.0', 'HTTP/1.1', 'HTTP/2', 'http/1.1']);
  const first = `${version} ${random.pick(['200', '407', '502', '100', '103', '099', '1000', ''])} ${random.pick(['OK', '', 'x'.repeat(500), '\u0000é'])}`;
  const headers = Array.from({ length: random.between(0, 4) }, () =>
    random.pick([
      'Proxy-Authenticate: Basic realm="x"',
      'proxy-authenticate:Negotiate abc==, NTLM',
      `Proxy-Authenticate: ${'A,'.repeat(random.between(1, 500))}`,
      'Proxy-Authenticate: Digest realm="a\\"b, c", qop="auth"',
      'Via: 1.1 x',
      'nonsense',
    ]),
  );
  const line = random.pick(['\r\n', '\r\n', '\n']);
  const head = [first, ...headers].join(line) + line + line;
  const informational = random.chance(0.02) ? 'HTTP/1.1 100 \r\n\r\n'.repeat(random.between(1, 5_000)) : '';
  return informational + head + random.pick(['', 'rest', '\u0016\u0003\u0001']);
}
