import { describe, expect, it } from 'vitest';
import type { SessionView } from '../api.ts';
import { errorCodes, errorTable } from '../errors.ts';
import { closeReason, closeReasonText } from './close-reason.ts';

type Ended = Parameters<typeof closeReason>[0];

function ended(changes: Partial<SessionView>): Ended {
  return { closedBy: null, code: null, detail: '', startedAt: 1_000, endedAt: 21_400, ...changes };
}

describe('why a session ended', () => {
  it.each<[string, Partial<SessionView>, string, string]>([
    ['the app, in order', { closedBy: 'app', detail: '1000' }, 'App closed it', 'quiet'],
    ['the endpoint, in order', { closedBy: 'endpoint', detail: 'FIN' }, 'Endpoint closed it', 'quiet'],
    ['Azure, in order', { closedBy: 'relay' }, 'Azure closed it', 'quiet'],
    ['this host, in order', { closedBy: 'host' }, 'This host closed it', 'quiet'],
    ['nobody yet', { endedAt: null }, 'Still open', 'quiet'],
    [
      'a person',
      { closedBy: 'host', code: 'HCM3123', detail: 'closed by m.keller' },
      'Closed by m.keller',
      'quiet',
    ],
    [
      'somebody without a name',
      { closedBy: 'host', code: 'HCM3123', detail: 'closed by hand' },
      'Closed by hand on this host',
      'quiet',
    ],
    [
      'a stop',
      { closedBy: 'host', code: 'HCM3123', detail: 'connection stopped' },
      'Connection was stopped',
      'quiet',
    ],
    [
      'the end of the time to finish',
      { closedBy: 'host', code: 'HCM3123', detail: 'time to finish is over' },
      'Time to finish was over',
      'quiet',
    ],
    [
      'the end of this host',
      { closedBy: 'host', code: 'HCM3123', detail: 'host stopped' },
      'This host was stopped',
      'quiet',
    ],
    [
      'a removal',
      { closedBy: 'host', code: 'HCM3123', detail: 'removed' },
      'Connection was removed',
      'quiet',
    ],
    ['no word why', { closedBy: 'host', code: 'HCM3123' }, 'This host closed it', 'quiet'],
    [
      'silence of the endpoint, as long as this host waited',
      { closedBy: 'endpoint', code: 'HCM3104' },
      'Endpoint didn’t answer within 20 s · HCM3104',
      'act',
    ],
    [
      'silence of unknown length',
      { closedBy: 'endpoint', code: 'HCM3104', endedAt: 1_300 },
      'Endpoint didn’t answer · HCM3104',
      'act',
    ],
    [
      'a refusal',
      { closedBy: 'endpoint', code: 'HCM3102', detail: 'ECONNREFUSED' },
      'Endpoint refused the connection · HCM3102',
      'act',
    ],
    [
      'a name nobody knows',
      { closedBy: 'endpoint', code: 'HCM3101' },
      'Endpoint’s name isn’t known · HCM3101',
      'act',
    ],
    [
      'a rule of this host',
      { closedBy: 'host', code: 'HCM3106' },
      'Endpoint isn’t allowed on this host · HCM3106',
      'act',
    ],
    [
      'the limit',
      { closedBy: 'host', code: 'HCM3110' },
      'As many sessions were open as allowed · HCM3110',
      'watch',
    ],
    [
      'a lost endpoint',
      { closedBy: 'endpoint', code: 'HCM3120', detail: 'ECONNRESET' },
      'Endpoint dropped it',
      'quiet',
    ],
    ['a lost app', { closedBy: 'app', code: 'HCM3121' }, 'App or Azure dropped it', 'quiet'],
    ['a lost Azure', { closedBy: 'relay', code: 'HCM3121' }, 'Azure or the network dropped it', 'quiet'],
    [
      'a half-closed silence',
      { closedBy: 'host', code: 'HCM3122' },
      'Half closed and silent, closed by this host',
      'quiet',
    ],
    [
      'silence of Azure',
      { closedBy: 'relay', code: 'HCM2034' },
      'No sign of life from Azure · HCM2034',
      'watch',
    ],
    [
      'a late app',
      { closedBy: 'relay', code: 'HCM2052', detail: '404 gone' },
      'App was gone before it began · HCM2052',
      'watch',
    ],
    [
      'a bug',
      { closedBy: 'host', code: 'HCM3125', detail: 'x is not a function' },
      'A fault of this program ended it · HCM3125',
      'watch',
    ],
    ['a code of a newer host', { closedBy: 'relay', code: 'HCM3999' }, 'Azure closed it', 'quiet'],
  ])('%s', (_name, changes, text, tone) => {
    expect([closeReasonText(ended(changes)), closeReason(ended(changes)).tone]).toEqual([text, tone]);
  });

  it('never shows what a program says, whoever closed it and with whatever code', () => {
    for (const code of errorCodes)
      for (const closedBy of ['app', 'endpoint', 'relay', 'host', null] as const) {
        const session = ended({ code, closedBy, detail: 'ERR_INTERNAL' });
        const { text, tone } = closeReason(session);
        expect(text).not.toMatch(/ERR_INTERNAL|[{}]|\.$/);
        expect(tone).toBe(errorTable[code].severity === 'info' ? 'quiet' : errorTable[code].severity);
      }
  });
});
