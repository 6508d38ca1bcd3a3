/**
 * The accounts that are signed in with Azure, and tokens for them. Owns `azure-accounts.json` and the open clients.
 *
 * Invariants: a secret, a certificate or a cache of tokens is on the disk only sealed, one for each account; the same person
 * who signs in again takes the place of before; of the connections that run only those need it that listen without a key, from
 * one token to the next.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AzureAccount } from '../../contract/azure.ts';
import { HcmError } from '../../contract/errors.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import { envelopeSchema } from '../secrets/envelope.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import type { FileSystem } from '../store/file-system.ts';
import { JsonFile } from '../store/json-file.ts';
import { accountsFormat, type AccountRecord } from './accounts-format.ts';
import { secretsWithin } from './secrets-within.ts';
import type { AccessToken, TokenSource, TokenWish } from './token-source.ts';

export interface AzureAccountsPorts {
  readonly folder: string;
  readonly fileSystem: FileSystem;
  readonly report: (problem: HcmError) => void;
  readonly now: () => number;
  readonly secretBox: SecretBox;
  readonly secrets: SecretRegister;
  /**
   * Id of an account that isn't here any more, and that connections listen with: its file was lost, say. Signing in again makes
   * them good.
   * @param here ids of those that are.
   */
  readonly lostId: (account: NewAccount, here: ReadonlySet<string>) => string | null;
  /** A client for the account. `onSecret` is called whenever what proves it changed. */
  readonly open: (
    account: AccountRecord,
    secret: string | null,
    onSecret: (next: string) => Promise<void>,
  ) => Promise<TokenSource>;
}

export type NewAccount = Omit<AccountRecord, 'id' | 'signedInAt' | 'sealed'>;

interface Open {
  readonly source: Promise<TokenSource>;
  /** Takes what proves it, and the last token of each audience and tenant, out of the log's redaction again. */
  readonly forget: Map<string, () => void>;
}

/** What Azure Resource Manager demanded and only a new sign-in can give. */
export interface Demand {
  readonly tenantId: string | null;
  readonly claims: string;
}

export class AzureAccounts {
  readonly #ports: AzureAccountsPorts;
  readonly #open = new Map<string, Open>();
  readonly #needsSignIn = new Set<string>();
  readonly #demands = new Map<string, Demand>();
  #file: Promise<JsonFile<readonly AccountRecord[]>> | undefined;

  constructor(ports: AzureAccountsPorts) {
    this.#ports = ports;
  }

  async list(): Promise<readonly AzureAccount[]> {
    return (await this.#accounts()).value.map((record) => this.#view(record));
  }

  /** @throws HcmError HCM6014 */
  async require(id: string): Promise<AccountRecord> {
    const found = (await this.#accounts()).value.find((record) => record.id === id);
    if (found === undefined) throw new HcmError('HCM6014');
    return found;
  }

  /** What the next sign-in of it has to bring. */
  demandOf(id: string): Demand | undefined {
    return this.#demands.get(id);
  }

  /** @param secret what proves it; null where nothing is needed. */
  async add(account: NewAccount, secret: string | null): Promise<AzureAccount> {
    const file = await this.#accounts();
    const before = file.value.find((known) => isSame(known, account));
    const here = new Set(file.value.map((known) => known.id));
    const id = before?.id ?? this.#ports.lostId(account, here) ?? randomUUID();
    const signedInAt = new Date(this.#ports.now()).toISOString();
    const record = { ...account, id, signedInAt, sealed: await this.#seal(id, secret) };
    await file.update((known) => [...known.filter((one) => one.id !== id), record]);
    this.#close(id);
    this.#needsSignIn.delete(id);
    this.#demands.delete(id);
    return this.#view(record);
  }

  /** @throws HcmError HCM6014 */
  async remove(id: string): Promise<void> {
    await this.require(id);
    const file = await this.#accounts();
    await file.update((known) => known.filter((one) => one.id !== id));
    // Written once more, so that the last good copy doesn't hold it either.
    await file.update((known) => known);
    this.#close(id);
    this.#needsSignIn.delete(id);
    this.#demands.delete(id);
  }

  /** @throws HcmError HCM60xx */
  async token(id: string, wish: TokenWish): Promise<AccessToken> {
    const record = await this.require(id);
    const open = this.#opened(record);
    try {
      const token = await (await open.source).token(wish);
      this.#needsSignIn.delete(id);
      this.#hide(open.forget, `${wish.audience ?? 'arm'} ${wish.tenantId ?? ''}`, [token.text]);
      return token;
    } catch (error) {
      this.#learn(record, wish, error);
      throw error;
    }
  }

  close(): void {
    for (const id of [...this.#open.keys()]) this.#close(id);
  }

  #accounts(): Promise<JsonFile<readonly AccountRecord[]>> {
    const { folder, fileSystem, report, now } = this.#ports;
    const path = join(folder, 'azure-accounts.json');
    this.#file ??= JsonFile.open({ path, format: accountsFormat, fileSystem, report, now });
    return this.#file;
  }

  #opened(record: AccountRecord): Open {
    const known = this.#open.get(record.id);
    if (known !== undefined) return known;
    const forget: Open['forget'] = new Map();
    const open: Open = { source: this.#openSource(record, forget), forget };
    this.#open.set(record.id, open);
    // One that can't be opened now may be opened later.
    open.source.catch(() => {
      if (this.#open.get(record.id) === open) this.#open.delete(record.id);
    });
    return open;
  }

  async #openSource(record: AccountRecord, forget: Open['forget']): Promise<TokenSource> {
    const { secretBox, open } = this.#ports;
    const envelope = record.sealed === null ? null : (envelopeSchema.safeParse(record.sealed).data ?? null);
    if (record.sealed !== null && envelope === null) throw new HcmError('HCM4010', { reason: 'damaged' });
    const secret = envelope === null ? null : await secretBox.open(envelope, secretName(record.id));
    const hide = (text: string): void => this.#hide(forget, 'proof', secretsWithin(text));
    hide(secret ?? '');
    return open(record, secret, (next) => {
      hide(next);
      return this.#keep(record, next);
    });
  }

  /** Tokens were renewed. An account that was signed out or in again meanwhile is not written over. */
  async #keep({ id, signedInAt }: AccountRecord, secret: string): Promise<void> {
    const sealed = await this.#seal(id, secret);
    const isIt = (one: AccountRecord): boolean => one.id === id && one.signedInAt === signedInAt;
    await (
      await this.#accounts()
    ).update((known) => known.map((one) => (isIt(one) ? { ...one, sealed } : one)));
  }

  async #seal(id: string, secret: string | null): Promise<unknown> {
    return secret === null ? null : this.#ports.secretBox.seal(secret, secretName(id));
  }

  /** Those of before are taken out only when the new ones are in. */
  #hide(forget: Open['forget'], purpose: string, secrets: readonly string[]): void {
    const added = secrets.map((secret) => this.#ports.secrets.add(secret));
    forget.get(purpose)?.();
    forget.set(purpose, () => added.forEach((end) => end()));
  }

  #learn({ id, tenantId: home }: AccountRecord, { tenantId, claims }: TokenWish, error: unknown): void {
    if (!(error instanceof HcmError) || !['HCM6004', 'HCM4010'].includes(error.code)) return;
    // Another tenant's wish, or one for a second factor, leaves the account itself good.
    const isOwn = claims === '' && (tenantId === null || tenantId === home);
    if (isOwn || error.code === 'HCM4010') this.#needsSignIn.add(id);
    this.#demands.set(id, { tenantId, claims });
  }

  #close(id: string): void {
    for (const forget of this.#open.get(id)?.forget.values() ?? []) forget();
    this.#open.delete(id);
  }

  #view({ id, kind, name, tenantId, cloud, signedInAt }: AccountRecord): AzureAccount {
    const authority = cloud.authorityHosts[0] ?? '';
    const needsSignIn = this.#needsSignIn.has(id);
    return { id, kind, name, tenantId, cloud: cloud.name, authority, signedInAt, needsSignIn };
  }
}

/** Where an account's secret is sealed for; no connection's id looks like it. */
function secretName(id: string): string {
  return `azure/${id}`;
}

function isSame(one: NewAccount, other: NewAccount): boolean {
  return (
    one.kind === other.kind &&
    one.subject === other.subject &&
    one.clientId === other.clientId &&
    one.cloud.authority === other.cloud.authority
  );
}
