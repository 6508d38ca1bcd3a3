/**
 * Azure Resource Manager over plain REST, in the name of one account in one tenant. Owns how often and how long it is asked.
 *
 * Invariants: no host but the cloud's own is asked, whatever a link of an answer says; few requests at once; everything ends in
 * time, by an answer or by an HcmError; a challenge is answered by asking for exactly the claims that it names, once; nothing is
 * asked again that would then be done twice.
 */
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';
import type { FewAtOnce } from '../few-at-once.ts';
import { httpsRequest, type HttpsAnswer, type HttpsPorts } from '../net/https-request.ts';
import { armFailure, demandedClaims, retryAfterSeconds } from './arm-failure.ts';
import { untilDone } from './arm-operation.ts';
import type { AzureCloud } from './clouds.ts';
import { networkFailure } from './network-failure.ts';
import { pause } from './pause.ts';
import type { TokenWish } from './token-source.ts';

export interface ArmClientPorts extends HttpsPorts {
  readonly cloud: AzureCloud;
  readonly userAgent: string;
  readonly token: (wish: Omit<TokenWish, 'tenantId'>) => Promise<string>;
  /** Requests at once, of all clients together. */
  readonly few: FewAtOnce;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

export interface ArmTarget {
  /** With a slash at its front, segments encoded. */
  readonly path: string;
  readonly apiVersion: string;
  /** What is asked for, as a person calls it: for what goes wrong. */
  readonly name: string;
}

export interface ArmQuestion<Value> extends ArmTarget {
  readonly method?: 'GET' | 'POST';
  /** Of a POST. */
  readonly body?: object;
  /** It does something that counts each time, such as a new key: never asked again once it may have arrived. */
  readonly isOnce?: boolean;
  readonly answer: z.ZodType<Value>;
}

/** Makes the resource, or changes it as a whole. */
export interface ArmChange<Value> extends ArmTarget {
  readonly body: object;
  readonly answer: z.ZodType<Value>;
  /** The body holds a key: what Azure says about it is not repeated. */
  readonly hasSecret?: boolean;
}

interface ArmRequest extends ArmTarget {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: object;
  readonly isOnce?: boolean;
}

const requestTimeoutMs = 30_000;
/** Of one question, and how long the waits between them are at most. */
const maxTries = 4;
const maxWaitMs = 20_000;
/** Ten thousand resources in pages of a hundred; more would be a link that goes round in circles. */
const maxPages = 100;

export class ArmClient {
  readonly #ports: ArmClientPorts;

  constructor(ports: ArmClientPorts) {
    this.#ports = ports;
  }

  /** @throws HcmError HCM60xx, HCM20xx */
  async ask<Value>(question: ArmQuestion<Value>): Promise<Value> {
    return this.#askAt(this.#urlOf(question), question);
  }

  /** Returns when Azure is done with it. @throws HcmError HCM60xx, HCM20xx */
  async put<Value>(change: ArmChange<Value>): Promise<Value> {
    const url = this.#urlOf(change);
    const answer = await this.#answered(url, { ...change, method: 'PUT' });
    if (![200, 201, 202].includes(answer.status))
      throw armFailure(answer, change.name, { isChange: change.hasSecret !== true });
    if (await this.#followed(answer, url, change)) return this.#askAt(url, change);
    return read({ ...answer, status: 200 }, change);
  }

  /** Returns when it is gone. @returns false: it wasn't there. @throws HcmError HCM60xx, HCM20xx */
  async remove(target: ArmTarget): Promise<boolean> {
    const url = this.#urlOf(target);
    const answer = await this.#answered(url, { ...target, method: 'DELETE' });
    if (answer.status === 204) return false;
    try {
      if (answer.status !== 200 && answer.status !== 202)
        throw armFailure(answer, target.name, { isChange: true });
      await this.#followed(answer, url, target);
      return true;
    } catch (error) {
      // What is asked about its end may be gone with it.
      if (error instanceof HcmError && error.code === 'HCM6023') return answer.status === 202;
      throw error;
    }
  }

  /** All items, page by page as they come. @throws HcmError HCM60xx, HCM20xx */
  async *list<Item>(question: ArmQuestion<Item>): AsyncGenerator<readonly Item[]> {
    const { arm } = this.#ports.cloud;
    const page = z.object({ value: z.array(question.answer), nextLink: z.string().nullish() });
    let url = this.#urlOf(question);
    for (let count = 0; count < maxPages; count += 1) {
      const { value, nextLink } = await this.#askAt(url, { ...question, answer: page });
      yield value;
      if (nextLink === undefined || nextLink === null || nextLink === '') return;
      const next = URL.canParse(nextLink) ? new URL(nextLink) : null;
      if (next?.origin !== arm) throw new HcmError('HCM6026', { reason: 'link', name: question.name });
      url = next;
    }
    throw new HcmError('HCM6026', { reason: 'pages', name: question.name });
  }

  /** @throws HcmError HCM6023 for names of dots, which a URL folds away: something else would be asked for. */
  #urlOf({ path, apiVersion, name }: ArmTarget): URL {
    const url = new URL(`${this.#ports.cloud.arm}${path}`);
    if (url.pathname !== path) throw new HcmError('HCM6023', { name });
    url.searchParams.set('api-version', apiVersion);
    return url;
  }

  async #askAt<Value>(
    url: URL,
    question: ArmRequest & { readonly answer: z.ZodType<Value> },
  ): Promise<Value> {
    return read(await this.#answered(url, question), question);
  }

  /** @returns whether there was anything to wait for. */
  async #followed(
    answer: HttpsAnswer,
    resource: URL,
    { name, hasSecret = false }: ArmTarget & { readonly hasSecret?: boolean },
  ): Promise<boolean> {
    const { clock, cloud, signal } = this.#ports;
    let isLong = false;
    await untilDone(answer, {
      arm: cloud.arm,
      resource,
      name,
      mayQuote: !hasSecret,
      get: (url) => this.#answered(url, { path: url.pathname, apiVersion: '', name }),
      pause: (delayMs) => {
        isLong = true;
        return pause(clock, delayMs, signal);
      },
      monotonicMs: () => clock.monotonicMs(),
    });
    return isLong;
  }

  /** Tries again what can get better by itself, where once more does no harm: reading, and what is the same done twice. */
  async #answered(url: URL, question: ArmRequest): Promise<HttpsAnswer> {
    const { clock, few, signal } = this.#ports;
    for (let attempt = 1; ; attempt += 1) {
      // Whoever waits to try again holds nobody up.
      const asked = few.run(signal, () => this.#authorised(url, question));
      const outcome = await asked.catch(failureOnTheWay);
      const mayRepeat = question.isOnce !== true || isUndone(outcome);
      const waitMs = attempt < maxTries && mayRepeat ? waitBefore(outcome, attempt) : null;
      if (waitMs === null) {
        if (outcome instanceof HcmError) throw outcome;
        return outcome;
      }
      await pause(clock, waitMs, signal);
    }
  }

  /** A token that was refused is renewed once, with the claims that were demanded where some were. */
  async #authorised(url: URL, question: ArmRequest): Promise<HttpsAnswer> {
    const answer = await this.#send(url, question, { claims: '', isForced: false });
    if (answer.status !== 401) return answer;
    const claims = demandedClaims(answer);
    return this.#send(url, question, { claims, isForced: claims === '' });
  }

  async #send(
    url: URL,
    { method = 'GET', body: given }: ArmRequest,
    wish: Omit<TokenWish, 'tenantId'>,
  ): Promise<HttpsAnswer> {
    const { token, userAgent, signal } = this.#ports;
    const headers = {
      Authorization: `Bearer ${await token(wish)}`,
      Accept: 'application/json',
      'User-Agent': userAgent,
      ...(method === 'POST' || method === 'PUT' ? { 'Content-Type': 'application/json' } : {}),
    };
    const body = given === undefined ? (method === 'POST' ? '' : undefined) : JSON.stringify(given);
    return httpsRequest({ method, url, headers, body, timeoutMs: requestTimeoutMs, signal }, this.#ports);
  }
}

function read<Value>(
  answer: HttpsAnswer,
  { answer: schema, name, method }: ArmRequest & { readonly answer: z.ZodType<Value> },
): Value {
  if (answer.status !== 200) throw armFailure(answer, name, { isChange: method === 'POST' });
  let json: unknown;
  try {
    json = JSON.parse(answer.body);
  } catch (cause) {
    throw new HcmError('HCM6026', { reason: 'json', name }, { cause });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new HcmError('HCM6026', { reason: 'shape', name });
  return parsed.data;
}

/** Null: trying again doesn't help, or takes longer than anybody waits. */
function waitBefore(outcome: HttpsAnswer | HcmError, attempt: number): number | null {
  const backOffMs = 500 * 2 ** (attempt - 1);
  if (outcome instanceof HcmError) return outcome.code === 'HCM6013' && attempt < 3 ? backOffMs : null;
  if (![408, 429, 500, 502, 503, 504].includes(outcome.status)) return null;
  const asked = retryAfterSeconds(outcome);
  const waitMs = asked === null ? backOffMs : asked * 1000;
  return waitMs <= maxWaitMs ? waitMs : null;
}

/** Azure said itself that it did nothing. */
function isUndone(outcome: HttpsAnswer | HcmError): boolean {
  return !(outcome instanceof HcmError) && outcome.status === 429;
}

function failureOnTheWay(error: unknown): HcmError {
  if (error instanceof HcmError) return networkFailure(error);
  throw error;
}
