/** HTTP-mode senders for tests: requests to the relay, their answers as plain data. Owns the connections it makes. */
import { once } from 'node:events';
import { Agent, request } from 'node:https';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { TestRelay } from './test-relay.ts';

export interface Ask {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** Empty: none is sent. */
  readonly token?: string;
}

export interface Answer {
  readonly status: number;
  readonly reason: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export class HttpSender {
  readonly #relay: TestRelay;
  readonly #agent: Agent;

  constructor(relay: TestRelay) {
    this.#relay = relay;
    this.#agent = new Agent({ ca: relay.ca });
  }

  /** A request that was begun and not ended. */
  open({
    path = 'hc1',
    method = 'GET',
    headers = {},
    token = this.#relay.sendToken(),
  }: Ask = {}): ClientRequest {
    const url = `${this.#relay.base.replace('wss:', 'https:')}${path}`;
    const authorization = token === '' ? {} : { ServiceBusAuthorization: token };
    const asked = request(url, { agent: this.#agent, method, headers: { ...authorization, ...headers } });
    asked.on('error', () => undefined);
    return asked;
  }

  ask(options: Ask = {}, body?: Buffer): Promise<Answer> {
    const asked = this.open(options);
    const answer = answerOf(asked);
    asked.end(body);
    return answer;
  }

  dispose(): void {
    this.#agent.destroy();
  }
}

export async function answerOf(asked: ClientRequest): Promise<Answer> {
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const parts = (await response.toArray()) as Buffer[];
  return {
    status: response.statusCode ?? 0,
    reason: response.statusMessage ?? '',
    headers: response.headers,
    body: Buffer.concat(parts),
  };
}
