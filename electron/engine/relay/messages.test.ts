import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { notImplementedResponse, parseControlMessage, renewTokenMessage } from './messages.ts';

const accept = {
  address: 'wss://localhost/$hc/a?sb-hc-action=accept&sb-hc-id=1',
  id: '1_G0',
  connectHeaders: { Host: 'x', 'Sec-WebSocket-Protocol': 'mqtt, other' },
  remoteEndpoint: { address: '203.0.113.7', port: 51234 },
};

function refusal(text: string): unknown {
  try {
    parseControlMessage(text);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('parseControlMessage', () => {
  it('reads an accept', () => {
    expect(parseControlMessage(JSON.stringify({ accept }))).toEqual({
      kind: 'accept',
      address: accept.address,
      id: '1_G0',
      subprotocol: 'mqtt',
      peer: '203.0.113.7:51234',
    });
  });

  it('ignores unknown fields and lives without the optional ones', () => {
    const message = { accept: { address: accept.address, id: '1', later: { deep: [] } }, other: 1 };
    expect(parseControlMessage(JSON.stringify(message))).toMatchObject({
      kind: 'accept',
      peer: undefined,
      subprotocol: undefined,
    });
  });

  it('does not let an odd optional field keep a sender waiting', () => {
    for (const odd of [
      { remoteEndpoint: null },
      { remoteEndpoint: { address: 5, port: '51234' } },
      { connectHeaders: null },
      { connectHeaders: { a: ['b', 'c'] } },
    ]) {
      expect(parseControlMessage(JSON.stringify({ accept: { ...accept, ...odd } }))).toMatchObject({
        id: '1_G0',
      });
    }
  });

  it('tells the full from the address-only request', () => {
    const full = { request: { address: 'wss://x/', id: '7', method: 'GET', body: true } };
    expect(parseControlMessage(JSON.stringify(full))).toEqual({
      kind: 'request',
      address: 'wss://x/',
      id: '7',
      body: true,
    });
    expect(parseControlMessage(JSON.stringify({ request: { address: 'wss://x/' } }))).toMatchObject({
      id: undefined,
    });
  });

  it('passes unknown messages on as unknown', () => {
    expect(parseControlMessage('{"future":{}}')).toEqual({ kind: 'unknown', keys: ['future'] });
  });

  it.each([
    ['garbage', 'nonsense'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a number as address', JSON.stringify({ accept: { ...accept, address: 5 } })],
    ['no id', JSON.stringify({ accept: { address: accept.address } })],
    ['an accept that is null', '{"accept":null}'],
    ['a request that is a text', '{"request":"x"}'],
    ['deep nesting', `{"accept":${'['.repeat(60_000)}${']'.repeat(60_000)}}`],
    ['too much', JSON.stringify({ accept: { ...accept, filler: 'x'.repeat(200_000) } })],
  ])('refuses %s with HCM2051', (_name, text) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(HcmError);
    expect(error).toMatchObject({ code: 'HCM2051' });
  });

  it('is not fooled by prototype keys', () => {
    expect(parseControlMessage('{"__proto__":{"accept":{}}}')).toEqual({
      kind: 'unknown',
      keys: ['__proto__'],
    });
  });

  it('drops a sub-protocol that is no token', () => {
    const bad = { accept: { ...accept, connectHeaders: { 'sec-websocket-protocol': 'a b\r\nx: y' } } };
    expect(parseControlMessage(JSON.stringify(bad))).toMatchObject({ subprotocol: undefined });
  });
});

describe('outgoing messages', () => {
  it('are the JSON of relay-protocol §3.6 and §3.7', () => {
    expect(JSON.parse(renewTokenMessage('t'))).toEqual({ renewToken: { token: 't' } });
    expect(JSON.parse(notImplementedResponse('9'))).toMatchObject({
      response: { requestId: '9', statusCode: 501, body: false },
    });
  });
});
