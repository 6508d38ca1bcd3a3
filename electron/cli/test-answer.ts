/**
 * What a test came to, as `hcm test` prints it and scripts read it. Names of the fields are a promise; new ones may be
 * added.
 */
import type { CallOutput } from '../contract/api.ts';
import type { ErrorData } from '../contract/errors.ts';
import { formatHostPort, type HostPort } from '../contract/host-port.ts';
import type { NamespaceStep, NamespaceTest } from '../contract/namespace-test.ts';

export interface EndpointAnswer {
  /** `host:port` */
  readonly endpoint: string | null;
  readonly isReached: boolean;
  readonly address: string | null;
  readonly dialMs: number | null;
  readonly code: string | null;
}

export interface NamespaceAnswer {
  /** `host`, or `host:port` when the port isn’t 443. */
  readonly namespace: string;
  readonly isReached: boolean;
  readonly addresses: readonly string[];
  readonly proxy: string | null;
  readonly dialMs: number | null;
  readonly protocol: string | null;
  readonly issuer: string | null;
  readonly httpStatus: number | null;
  readonly failedAt: NamespaceStep | null;
  readonly code: string | null;
}

export interface TestAnswer {
  readonly target: string;
  readonly isReached: boolean;
  /** `host`: the host that runs tried it; `command`: none runs. */
  readonly triedBy: 'host' | 'command';
  /** Null where it wasn’t asked for. */
  readonly namespace: NamespaceAnswer | null;
  readonly endpoint: EndpointAnswer | null;
}

/** An answer, and why it isn’t better. */
export interface Tried<Answer> {
  readonly answer: Answer;
  readonly problem: ErrorData | null;
}

export function endpointReached(
  target: HostPort,
  { address, dialMs }: CallOutput<'endpoints.test'>,
): Tried<EndpointAnswer> {
  const answer = { endpoint: formatHostPort(target), isReached: true, address, dialMs, code: null };
  return { answer, problem: null };
}

export function endpointNotReached(target: HostPort | null, problem: ErrorData): Tried<EndpointAnswer> {
  const endpoint = target === null ? null : formatHostPort(target);
  return { answer: { endpoint, isReached: false, address: null, dialMs: null, code: problem.code }, problem };
}

export function namespaceTried(namespace: string, test: NamespaceTest): Tried<NamespaceAnswer> {
  const { via, problem, ...others } = test;
  const answer = {
    namespace,
    isReached: problem === null,
    addresses: others.addresses,
    proxy: via,
    dialMs: others.dialMs,
    protocol: others.protocol,
    issuer: others.issuer,
    httpStatus: others.httpStatus,
    failedAt: others.failedAt,
    code: problem?.code ?? null,
  };
  return { answer, problem };
}
