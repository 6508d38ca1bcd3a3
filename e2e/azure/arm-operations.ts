/**
 * Long-running operations of ARM: what `Azure-AsyncOperation` and `Location` lead to. Owns their state.
 *
 * Invariant: an operation ends after the agreed number of looks at it, and its effect comes about exactly once.
 */
import { randomUUID } from 'node:crypto';
import { ArmError } from './arm-error.ts';
import { ok, paramOf, type ArmAnswer, type ArmRequest } from './arm-request.ts';

interface Operation {
  readonly id: string;
  readonly startedAt: string;
  readonly finish: () => void | Promise<void>;
  looksLeft: number;
  end: Promise<void> | undefined;
}

export class ArmOperations {
  /** How often a client sees `InProgress` before the end. */
  looks = 2;
  /** What `Retry-After` asks for between two looks. */
  retryAfterSeconds = 0;
  readonly #operations = new Map<string, Operation>();

  /** Headers that lead a client to the operation. */
  start(
    request: ArmRequest,
    location: string,
    finish: Operation['finish'],
  ): Readonly<Record<string, string>> {
    const id = randomUUID();
    const startedAt = new Date().toISOString();
    this.#operations.set(id, { id, startedAt, finish, looksLeft: this.looks, end: undefined });
    const { origin, searchParams } = request.url;
    const place = location.toLowerCase().replaceAll(' ', '');
    const root = `${origin}/subscriptions/${paramOf(request, 'subscription')}/providers/Microsoft.Relay/locations/${place}`;
    const query = `?api-version=${searchParams.get('api-version') ?? ''}`;
    return {
      'azure-asyncoperation': `${root}/operationsStatus/${id}${query}`,
      location: `${root}/operationResults/${id}${query}`,
      'retry-after': String(this.retryAfterSeconds),
    };
  }

  async status(request: ArmRequest): Promise<ArmAnswer> {
    const operation = this.#operationOf(request);
    const isDone = await this.#look(operation);
    const body = {
      id: request.url.pathname,
      name: operation.id,
      status: isDone ? 'Succeeded' : 'InProgress',
      startTime: operation.startedAt,
      ...(isDone ? { endTime: new Date().toISOString() } : {}),
    };
    return isDone ? ok(body) : { ...ok(body), headers: { 'retry-after': String(this.retryAfterSeconds) } };
  }

  async result(request: ArmRequest): Promise<ArmAnswer> {
    if (await this.#look(this.#operationOf(request))) return { status: 204 };
    const headers = { location: request.url.href, 'retry-after': String(this.retryAfterSeconds) };
    return { status: 202, headers };
  }

  async #look(operation: Operation): Promise<boolean> {
    operation.looksLeft -= 1;
    if (operation.looksLeft >= 0) return false;
    operation.end ??= Promise.resolve(operation.finish());
    await operation.end;
    return true;
  }

  #operationOf(request: ArmRequest): Operation {
    const found = this.#operations.get(paramOf(request, 'operation'));
    if (found === undefined) throw new ArmError(404, 'OperationNotFound', 'The operation was not found.');
    return found;
  }
}
