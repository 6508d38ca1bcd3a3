/**
 * Both keys of a rule in Azure, read or made anew. Owns nothing; what it hands out is secret, and known to the log's redaction
 * before anybody else sees it.
 */
import { HcmError } from '../../contract/errors.ts';
import type { KeySlot } from '../../contract/connection.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import type { ArmQuestion } from './arm-client.ts';
import { keysQuestion, type ArmKeys } from './arm-resources.ts';
import type { FoundResource } from './find-resource.ts';
import type { ChosenRule } from './listen-rule.ts';

export interface RuleKeys {
  readonly primary: string;
  readonly secondary: string;
}

export class RuleInAzure {
  readonly rule: ChosenRule;
  readonly #found: FoundResource;
  readonly #secrets: SecretRegister;

  constructor(found: FoundResource, rule: ChosenRule, secrets: SecretRegister) {
    this.rule = rule;
    this.#found = found;
    this.#secrets = secrets;
  }

  /** @throws HcmError HCM60xx */
  async read(): Promise<RuleKeys> {
    return this.#registered(await this.#found.arm.ask(this.#question));
  }

  /** Only one of the two becomes another. @throws HcmError HCM60xx */
  async regenerate(slot: KeySlot, before: RuleKeys): Promise<RuleKeys> {
    try {
      return this.#registered(await this.#found.arm.ask(this.#regenerating(slot)));
    } catch (error) {
      // An answer that got lost may have been a yes.
      const now = await this.read().catch(() => before);
      if (now[slot] !== before[slot]) return now;
      throw error;
    }
  }

  get #question(): ArmQuestion<ArmKeys> {
    const { place, config } = this.#found;
    return keysQuestion(place, this.rule.isOwn ? config.name : null, this.rule.name);
  }

  #regenerating(slot: KeySlot): ArmQuestion<ArmKeys> {
    return {
      ...this.#question,
      path: this.#question.path.replace(/\/listKeys$/u, '/regenerateKeys'),
      body: { keyType: slot === 'primary' ? 'PrimaryKey' : 'SecondaryKey' },
      isOnce: true,
    };
  }

  #registered({ primaryKey: primary, secondaryKey: secondary }: ArmKeys): RuleKeys {
    this.#secrets.add(primary);
    if (secondary === undefined || secondary === null)
      throw new HcmError('HCM6026', { reason: 'shape', name: this.rule.name });
    this.#secrets.add(secondary);
    return { primary, secondary };
  }
}
