import { describe, expect, it } from 'vitest';
import { errorCodes, HcmError, type ErrorCode } from '../../contract/errors.ts';
import { endWord } from '../activity/end-word.ts';
import type { ClosedBy } from './session-record.ts';
import { outcomeOfError, outcomeOfPump } from './session-outcome.ts';
import type { PumpEnd } from './tcp-pump.ts';

/** Who, with which code, and the word for programs. */
type Told = readonly [ClosedBy, ErrorCode | null, string];

function told({ closedBy, code, detail }: ReturnType<typeof outcomeOfError>): Told {
  return [closedBy, code, endWord({ code, detail })];
}

describe('who ended a session that carried bytes, and why', () => {
  it.each<readonly [string, PumpEnd, Told]>([
    ['app, FIN', { by: 'relay', how: 'ended', detail: '1000' }, ['app', null, 'ended']],
    ['app, FIN without a code', { by: 'relay', how: 'ended', detail: '1005' }, ['app', null, 'ended']],
    ['app, gone', { by: 'relay', how: 'ended', detail: '1001' }, ['app', null, 'left']],
    ['app, reset', { by: 'relay', how: 'aborted', detail: 'ECONNRESET' }, ['app', 'HCM3121', 'dropped']],
    [
      'app, broken off',
      { by: 'relay', how: 'aborted', detail: 'connection ended' },
      ['app', 'HCM3121', 'dropped'],
    ],
    [
      'app, a code of its own',
      { by: 'relay', how: 'aborted', detail: '4001 x' },
      ['app', 'HCM3121', 'dropped'],
    ],
    ['endpoint, FIN', { by: 'tcp', how: 'ended', detail: 'FIN' }, ['endpoint', null, 'ended']],
    [
      'endpoint, reset',
      { by: 'tcp', how: 'aborted', detail: 'ECONNRESET' },
      ['endpoint', 'HCM3120', 'dropped'],
    ],
    [
      'endpoint, its network gone',
      { by: 'tcp', how: 'aborted', detail: 'ETIMEDOUT' },
      ['endpoint', 'HCM3120', 'dropped'],
    ],
    [
      'Azure, service fault',
      { by: 'relay', how: 'aborted', detail: '1011 x' },
      ['relay', 'HCM3121', 'dropped'],
    ],
    ['Azure, token', { by: 'relay', how: 'aborted', detail: '1008' }, ['relay', 'HCM3121', 'dropped']],
    [
      'Azure, network to it gone',
      { by: 'relay', how: 'aborted', detail: 'ENETUNREACH' },
      ['relay', 'HCM3121', 'dropped'],
    ],
    ['Azure, silent', { by: 'relay', how: 'silent', detail: 'no pong' }, ['relay', 'HCM2034', 'silent']],
    [
      'Azure, or what is on the way',
      { by: 'relay', how: 'protocolError', detail: 'masked' },
      ['relay', 'HCM3124', 'garbled'],
    ],
    [
      'this host, half closed for long',
      { by: 'host', how: 'halfCloseTimeout', detail: 'tcp' },
      ['host', 'HCM3122', 'half-closed'],
    ],
    ['this host, idle', { by: 'host', how: 'idle', detail: '30 min' }, ['host', 'HCM3126', 'idle']],
    ['this host, a bug', { by: 'host', how: 'bug', detail: 'TypeError' }, ['host', 'HCM3125', 'bug']],
    ['a person', { by: 'host', how: 'stopped', detail: 'closed by m.keller' }, ['host', 'HCM3123', 'person']],
    [
      'a person without a name',
      { by: 'host', how: 'stopped', detail: 'closed by hand' },
      ['host', 'HCM3123', 'person'],
    ],
    ['a stop', { by: 'host', how: 'stopped', detail: 'connection stopped' }, ['host', 'HCM3123', 'stopped']],
    ['a removal', { by: 'host', how: 'stopped', detail: 'removed' }, ['host', 'HCM3123', 'removed']],
    [
      'the host ends',
      { by: 'host', how: 'stopped', detail: 'host stopped' },
      ['host', 'HCM3123', 'host-stopped'],
    ],
    [
      'time to finish',
      { by: 'host', how: 'stopped', detail: 'time to finish is over' },
      ['host', 'HCM3123', 'drain-over'],
    ],
  ])('%s', (_name, end, expected) => {
    expect(told(outcomeOfPump(end))).toEqual(expected);
  });
});

describe('who kept a session from coming to be', () => {
  it.each<readonly [ErrorCode, ClosedBy, string]>([
    ['HCM3101', 'endpoint', 'name-not-known'],
    ['HCM3102', 'endpoint', 'refused'],
    ['HCM3103', 'endpoint', 'no-route'],
    ['HCM3104', 'endpoint', 'no-answer'],
    ['HCM3105', 'endpoint', 'not-reached'],
    ['HCM3106', 'host', 'not-allowed'],
    ['HCM3107', 'host', 'no-descriptors'],
    ['HCM3110', 'host', 'limit'],
    ['HCM3112', 'host', 'host-limit'],
    ['HCM2041', 'host', 'no-endpoint'],
    ['HCM2050', 'host', 'pointed-elsewhere'],
    ['HCM2052', 'relay', 'app-gone'],
    ['HCM2053', 'relay', 'relay-not-reached'],
  ])('%s', (code, closedBy, word) => {
    expect(told(outcomeOfError(new HcmError(code, { reason: 'x' })))).toEqual([closedBy, code, word]);
  });

  it('a bug is this host’s', () => {
    expect(told(outcomeOfError(new TypeError('x')))).toEqual(['host', 'HCM3125', 'bug']);
  });

  it('every code names somebody', () => {
    for (const code of errorCodes) expect(outcomeOfError(new HcmError(code)).closedBy).not.toBe('app');
  });
});
