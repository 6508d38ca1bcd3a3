/**
 * Pages of the sign-ins that this window began: the only addresses beside the product's own links that it may have opened in
 * the browser. Owns them.
 *
 * Invariants: an address is what the host answered, never what the page says; https alone; a bounded number, the oldest go.
 */
import type { CallOutput } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';

/** More than a host lets be under way at once. */
const maxKept = 32;

export class SignInPages {
  readonly #pages = new Map<string, string>();

  /** What a host answered to `azure.startSignIn`. */
  keep({ id, step }: CallOutput<'azure.startSignIn'>): void {
    if (step.kind === 'none') return;
    this.#pages.set(id, step.kind === 'browser' ? step.url : step.verificationUrl);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= maxKept) break;
      this.#pages.delete(oldest);
    }
  }

  /** @throws HcmError HCM6018 for a sign-in that isn't this window's; HCM6015 when it isn't https. */
  pageOf(id: string): string {
    const page = this.#pages.get(id);
    if (page === undefined) throw new HcmError('HCM6018');
    const url = URL.canParse(page) ? new URL(page) : null;
    if (url?.protocol !== 'https:') throw new HcmError('HCM6015', { host: url?.host ?? '' });
    return url.href;
  }
}
