/**
 * Which connections of this host use the same rule in Azure: its keys change for all of them at once. Owns what was found out of
 * each.
 *
 * Invariant: who is asked for is who is there now; one that was added while keys change is among them.
 */
import { connectionKey, type ConnectionConfig } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import type { FoundResource } from './find-resource.ts';
import { named, rulesOf } from './kept-rule.ts';
import type { ChosenRule } from './listen-rule.ts';

export interface Sharers {
  /** They listen by the rule. */
  readonly listening: readonly ConnectionConfig[];
  /** Their spare key alone is of the rule. */
  readonly spare: readonly ConnectionConfig[];
}

export class RuleSharers {
  readonly #found: FoundResource;
  readonly #rule: ChosenRule;
  readonly #all: () => readonly ConnectionConfig[];
  readonly #known = new Map<string, boolean>();

  constructor(found: FoundResource, rule: ChosenRule, all: () => readonly ConnectionConfig[]) {
    this.#found = found;
    this.#rule = rule;
    this.#all = all;
  }

  /** @throws HcmError HCM60xx */
  async now(): Promise<Sharers> {
    const candidates = this.#all().filter((one) => this.#mayShare(one));
    const verdicts = await Promise.all(candidates.map((one) => this.#shares(one)));
    const sharing = candidates.filter((_, index) => verdicts[index]);
    const listens = ({ keyName }: ConnectionConfig): boolean => this.#isRule(keyName);
    return { listening: sharing.filter(listens), spare: sharing.filter((one) => !listens(one)) };
  }

  #mayShare(one: ConnectionConfig): boolean {
    const { config } = this.#found;
    const isInPlace = this.#rule.isOwn
      ? connectionKey(one) === connectionKey(config)
      : one.host === config.host && one.port === config.port;
    const names = [one.keyName, one.secondaryKeyName ?? ''];
    return (
      isInPlace && one.kind === 'relay' && one.entra === null && names.some((name) => this.#isRule(name))
    );
  }

  async #shares(one: ConnectionConfig): Promise<boolean> {
    // Which rule that one's key belongs to was found out already.
    if (connectionKey(one) === connectionKey(this.#found.config)) return true;
    const key = connectionKey(one);
    const verdict = this.#known.get(key) ?? (await this.#ask(one));
    this.#known.set(key, verdict);
    return verdict;
  }

  async #ask({ name }: ConnectionConfig): Promise<boolean> {
    const { arm, place } = this.#found;
    try {
      // A rule of its own by that name comes first.
      return named(await rulesOf(arm, place, name), this.#rule.name) === undefined;
    } catch (error) {
      // Gone in Azure: no key opens it.
      if (error instanceof HcmError && error.code === 'HCM6023') return false;
      throw error;
    }
  }

  #isRule(name: string): boolean {
    return name.toLowerCase() === this.#rule.name.toLowerCase();
  }
}
