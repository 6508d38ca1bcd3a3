import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxHeadBytes, readConnectAnswer } from './connect-answer.ts';

function read(...lines: readonly string[]) {
  return readConnectAnswer(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
}

describe('the answer to CONNECT', () => {
  it('has status, reason and what follows', () => {
    const answer = readConnectAnswer(
      Buffer.from('HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n\u0016\u0003'),
    );
    expect(answer).toEqual({
      status: 200,
      reason: 'Connection established',
      schemes: [],
      rest: Buffer.from([0x16, 0x03]),
    });
  });

  it.each(['HTTP/1.0 200 OK', 'HTTP/1.1 200', 'HTTP/1.1 200 '])('reads %j', (line) => {
    expect(read(line)).toMatchObject({ status: 200 });
  });

  it('reads lines that end in a line feed alone', () => {
    const answer = readConnectAnswer(Buffer.from('HTTP/1.0 403 Filtered\nServer: x\n\nbody'));
    expect(answer).toMatchObject({ status: 403, reason: 'Filtered', rest: Buffer.from('body') });
  });

  it('waits for what comes behind an interim answer', () => {
    expect(read('HTTP/1.1 100 Continue')).toBeUndefined();
    expect(read('HTTP/1.1 100 Continue', '', 'HTTP/1.1 200 OK')).toMatchObject({ status: 200 });
  });

  it('knows all ways to sign in, however they are listed', () => {
    const answer = read(
      'HTTP/1.1 407 Proxy Authentication Required',
      'proxy-authenticate: Negotiate',
      'Proxy-Authenticate: NTLM, Basic realm="a, Digest b", charset="UTF-8"',
      'Proxy-Authenticate: Digest realm="x", nonce="abc=", qop="auth"',
      'Proxy-Authenticate: Negotiate YII=',
    );
    expect(answer?.schemes).toEqual(['Negotiate', 'NTLM', 'Basic', 'Digest']);
  });

  it.each([
    ['a page', '<html>'],
    ['TLS', '\u0015\u0003\u0003\u0000\u0002\u0002\u0028'],
    ['SSH', 'SSH-2.0-OpenSSH'],
    ['another version', 'HTTP/2 200 OK\r\n\r\n'],
    ['no number', 'HTTP/1.1 abc\r\n\r\n'],
  ])('is none when it begins like %s', (_name, text) => {
    expect(readConnectAnswer(Buffer.from(text, 'latin1'))).toBeNull();
  });

  it('is none when its head never ends', () => {
    const start = 'HTTP/1.1 200 OK\r\nX: ';
    expect(readConnectAnswer(Buffer.from(start.padEnd(maxHeadBytes - 1, 'x')))).toBeUndefined();
    expect(readConnectAnswer(Buffer.from(start.padEnd(maxHeadBytes, 'x')))).toBeNull();
  });

  it('is none when "wait a moment" comes for ever: all heads together are bounded', () => {
    const wait = 'HTTP/1.1 100 \r\n\r\n';
    const answer = 'HTTP/1.1 200 OK\r\n\r\n';
    expect(readConnectAnswer(Buffer.from(wait.repeat(500) + answer))?.status).toBe(200);
    expect(readConnectAnswer(Buffer.from(wait.repeat(500)))).toBeUndefined();
    expect(readConnectAnswer(Buffer.from(wait.repeat(1_000)))).toBeNull();
    expect(readConnectAnswer(Buffer.from(wait.repeat(100_000) + answer))).toBeNull();
  });

  it('reads the same however it is cut', () => {
    const whole = Buffer.from('HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm="x"\r\n\r\nrest');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 5 }), (cut) => {
        expect(readConnectAnswer(whole.subarray(0, cut))).toBeUndefined();
        expect(readConnectAnswer(whole)?.schemes).toEqual(['Basic']);
      }),
    );
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isHttp) => {
        const received = Buffer.concat([
          Buffer.from(isHttp ? 'HTTP/1.1 407 x\r\nProxy-Authenticate:' : ''),
          bytes,
        ]);
        const answer = readConnectAnswer(received);
        expect((answer?.schemes ?? []).every((scheme) => /^[\w-]{1,32}$/.test(scheme))).toBe(true);
      }),
    );
  });
});
