/**
 * Drives Microsoft's clients of ARM (e2e/peers/arm-sdk.cjs). Owns their process.
 *
 * Invariant: whenever the clients want a token they get what `giveToken` returns for the claims they ask for.
 */
import { PeerProcess } from '../peers/peer-process.ts';
import { z } from 'zod';

const answerSchema = z.object({
  result: z.unknown().optional(),
  error: z
    .object({
      name: z.string().optional(),
      code: z.string().optional(),
      statusCode: z.number().optional(),
      message: z.string().optional(),
    })
    .optional(),
});
const pagesSchema = z.object({ pages: z.array(z.array(z.unknown())) });

export type ArmAnswerOfClient = z.infer<typeof answerSchema>;

export interface ArmClientOptions {
  readonly origin: string;
  readonly caFile: string;
  readonly subscriptionId: string;
  readonly giveToken: (claims: string | undefined) => string;
}

export class ArmClient {
  readonly #process: PeerProcess;
  readonly #giveToken: ArmClientOptions['giveToken'];
  #calls = 0;

  constructor({ origin, caFile, subscriptionId, giveToken }: ArmClientOptions) {
    this.#giveToken = giveToken;
    this.#process = new PeerProcess('arm-sdk.cjs', {
      PATH: process.env['PATH'],
      NODE_EXTRA_CA_CERTS: caFile,
      ARM_ORIGIN: origin,
      ARM_SUBSCRIPTION: subscriptionId,
    });
    this.#process.on('token-wanted', ({ claims }) => {
      const token = this.#giveToken(typeof claims === 'string' ? claims : undefined);
      this.#process.tell({ token });
    });
  }

  /** `what`: client, group and operation, as `relay.namespaces.get`. */
  async ask(what: string, ...words: readonly unknown[]): Promise<ArmAnswerOfClient> {
    const [client, group, operation] = what.split('.');
    this.#calls += 1;
    const id = this.#calls;
    this.#process.tell({ id, client, group, operation, words });
    return answerSchema.parse(await this.#process.next(`answer-${id}`));
  }

  /** The result; a failure of the call is one of the test. */
  async call(what: string, ...words: readonly unknown[]): Promise<unknown> {
    const { result, error } = await this.ask(what, ...words);
    if (error !== undefined) throw new Error(`${what}: ${JSON.stringify(error)}`);
    return result;
  }

  /** All pages of a list. */
  async pages(what: string, ...words: readonly unknown[]): Promise<readonly (readonly unknown[])[]> {
    return pagesSchema.parse(await this.call(what, ...words)).pages;
  }

  dispose(): Promise<void> {
    return this.#process.dispose();
  }
}
