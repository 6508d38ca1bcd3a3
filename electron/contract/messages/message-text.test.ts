import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../errors.ts';
import { noticeCodes } from '../notices.ts';
import { describeError, describeNotice } from './describe-error.ts';
import { fillCounted, fillText } from './message-text.ts';

describe('fillText', () => {
  it('takes the first variant whose blanks it can fill', () => {
    const text = ['{host} refused port {port}', '{host} refused', 'Refused'] as const;
    expect(fillText(text, { host: 'sql01', port: 1433 })).toBe('sql01 refused port 1433');
    expect(fillText(text, { host: 'sql01' })).toBe('sql01 refused');
    expect(fillText(text, { port: 1433 })).toBe('Refused');
  });

  it('takes an empty detail for a missing one, and zero for a value', () => {
    expect(fillText(['It says {reason}', 'Nothing'], { reason: '' })).toBe('Nothing');
    expect(fillText(['{count} open', 'Nothing'], { count: 0 })).toBe('0 open');
  });

  it('reads details as text, never as blanks again', () => {
    expect(fillText(['{host} {port}'], { host: '{port}', port: 1 })).toBe('{port} 1');
    expect(fillText(['{host}', 'none'], { host: '$&' })).toBe('$&');
  });

  it('leaves no blank between two Chinese characters, and one beside anything else', () => {
    const since = '自 {time} 起';
    expect(fillText(since, { time: '昨天 17:40' })).toBe('自昨天 17:40 起');
    expect(fillText(since, { time: '14:05:51' })).toBe('自 14:05:51 起');
    expect(fillText('复制 {what}', { what: '服务总线地址' })).toBe('复制服务总线地址');
    expect(fillText('复制 {what}', { what: 'Azure IP 地址' })).toBe('复制 Azure IP 地址');
    expect(fillText('{one} {other}', { one: '甲', other: '乙' })).toBe('甲 乙');
    expect(fillText('Copy {what} here', { what: '服务' })).toBe('Copy 服务 here');
  });

  it('does not take what every object has for a detail', () => {
    expect(fillText(['{constructor}', 'none'], {})).toBe('none');
  });
});

describe('fillCounted', () => {
  const text = { one: '{count} session finishing', other: '{count} sessions finishing' };

  it.each([
    [0, '0 sessions finishing'],
    [1, '1 session finishing'],
    [2, '2 sessions finishing'],
  ])('%i', (count, shown) => {
    expect(fillCounted(text, count)).toBe(shown);
  });
});

describe('describeError', () => {
  it('fills title and cause', () => {
    expect(describeError({ code: 'HCM3104', details: { host: 'sql01', port: 1433, seconds: 20 } })).toEqual({
      code: 'HCM3104',
      title: 'No answer from sql01 in 20 s',
      cause: 'A firewall may drop the connection.',
      next: 'Check that this host may reach the endpoint’s port.',
    });
  });

  it('puts a word of the code into a sentence, and leaves out one that it does not know', () => {
    const { cause } = describeError({
      code: 'HCM1009',
      details: { reason: 'length', length: 300, limit: 260 },
    });
    expect(cause).toBe('It has 300 characters; 260 are the most.');
    const unknown = describeError({ code: 'HCM1030', details: { reason: 'constructor' } });
    expect(unknown.cause).toBe('An endpoint is written host:port.');
  });

  it('says by how much a clock is off, whichever way', () => {
    expect(describeError({ code: 'HCM2029', details: { skewMinutes: -7 } }).title).toBe(
      'The clock of this host is 7 min off',
    );
  });

  it('names an error of the system, and no word of our own, as the system’s', () => {
    const cause = (reason: string): string => describeError({ code: 'HCM3105', details: { reason } }).cause;
    expect(cause('EPROTONOSUPPORT')).toBe('The system says EPROTONOSUPPORT.');
    expect(cause('no code')).toBe('The system gives no reason.');
  });

  it('ends a sentence of the relay with one full stop', () => {
    const details = { status: 418, reason: 'Short and stout. ' };
    expect(describeError({ code: 'HCM2027', details }).cause).toBe('It says: Short and stout.');
  });

  it('never leaves a blank or nothing behind, whatever the details', () => {
    const names = fc.constantFrom(
      'host',
      'port',
      'name',
      'reason',
      'file',
      'key',
      'seconds',
      'status',
      'rule',
    );
    const value = fc.oneof(fc.integer(), fc.string({ unit: fc.constantFrom('a', '.', ' ', '1') }));
    fc.assert(
      fc.property(fc.constantFrom(...errorCodes), fc.dictionary(names, value), (code, details) => {
        const { title, cause, next } = describeError({ code, details });
        for (const piece of [title, cause, next]) expect(piece).toMatch(/^[^{}]+$/);
      }),
    );
  });

  it.each(noticeCodes)('%s can be told without details', (code) => {
    expect(describeNotice({ code, part: 'string', details: {} })).toMatch(/^[A-Z][^{}]+\.$/);
  });
});
