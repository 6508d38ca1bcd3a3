/**
 * Answers an HTTP sender whose request comes over a rendezvous (large or chunked bodies, relay-protocol §3.7): a clear
 * 501 instead of a time-out. Owns the rendezvous until it is closed; bounded in time and size.
 */
import { WebSocket } from 'ws';
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import type { DialRelay } from '../net/dial-relay.ts';
import { maxControlMessageBytes, notImplementedResponse, parseControlMessage } from './messages.ts';
import { authority, rendezvousAddress, type RelayEntity } from './relay-address.ts';

export interface HttpRefusalInput {
  /** `request.address` as it came. */
  readonly address: string;
  readonly entity: RelayEntity;
  readonly clock: Clock;
  readonly dialRelay: DialRelay;
  readonly signal: AbortSignal;
}

const dialTimeoutMs = 15_000;
/** For the whole exchange. */
const exchangeTimeoutMs = 20_000;

/**
 * @throws HcmError HCM2050 when the address isn't one that we follow, HCM20xx when it can't be reached.
 */
export async function refuseHttpRequest(input: HttpRefusalInput): Promise<void> {
  const { entity, clock, signal } = input;
  const address = rendezvousAddress(input.address, entity);
  const tls = await input.dialRelay(address.host, address.port, dialTimeoutMs, signal);
  const url = `wss://${authority(address.host, address.port)}${address.target}`;
  await new Promise<void>((resolve, reject) => {
    const socket = new WebSocket(url, {
      createConnection: () => tls,
      perMessageDeflate: false,
      maxPayload: maxControlMessageBytes,
      headers: { Host: authority(address.host, address.port) },
    });
    const cancel = clock.after(exchangeTimeoutMs, () => socket.terminate());
    const onAbort = (): void => socket.terminate();
    signal.addEventListener('abort', onAbort, { once: true });
    let failure: HcmError | undefined;
    socket.on('message', (data, isBinary) => {
      if (isBinary) return;
      const id = requestId(data);
      if (id === undefined) socket.terminate();
      else socket.send(notImplementedResponse(id), () => socket.close(1000, 'Normal Closure'));
    });
    socket.on('error', (cause) => (failure = new HcmError('HCM2053', { reason: cause.name }, { cause })));
    socket.on('close', () => {
      cancel();
      signal.removeEventListener('abort', onAbort);
      if (failure) reject(failure);
      else resolve();
    });
  });
}

function requestId(data: WebSocket.RawData): string | undefined {
  if (!Buffer.isBuffer(data)) return undefined;
  try {
    const message = parseControlMessage(data.toString('utf8'));
    return message.kind === 'request' ? message.id : undefined;
  } catch {
    return undefined;
  }
}
