/**
 * The literal secrets that this process knows, so that none of them passes in any spelling: as it is, percent-encoded
 * (also twice), escaped in JSON, or inside base64. Whoever holds a secret registers it and takes it out again.
 *
 * Invariants: what is handed out is only ever hidden text; a text that was valid JSON stays valid JSON.
 */

export const hidden = '***';

/** Shorter ones would tear holes into every line; keys of Azure have 44 characters, tokens hundreds. */
export const minSecretLength = 8;

export class SecretRegister {
  /** What to look for, by its first character, and how many hold it: two connections may share a key. */
  readonly #formsByFirst = new Map<string, Map<string, number>>();

  /** @returns what takes it out again; works once. */
  add(secret: string): () => void {
    if (secret.length < minSecretLength) return () => undefined;
    const forms = formsOf(secret);
    for (const form of forms) this.#count(form, 1);
    let added = true;
    return () => {
      if (added) for (const form of forms) this.#count(form, -1);
      added = false;
    };
  }

  hide(text: string): string {
    if (this.#formsByFirst.size === 0) return text;
    let shown = '';
    let from = 0;
    for (let index = 0; index < text.length; index += 1) {
      const end = this.#matchEnd(text, index);
      if (end === -1) continue;
      shown += text.slice(from, Math.max(from, escapeStart(text, index))) + hidden;
      from = end;
      index = end - 1;
    }
    return from === 0 ? text : shown + text.slice(from);
  }

  #count(form: string, change: 1 | -1): void {
    const first = form.charAt(0);
    const forms = this.#formsByFirst.get(first) ?? new Map<string, number>();
    const count = (forms.get(form) ?? 0) + change;
    if (count > 0) forms.set(form, count);
    else forms.delete(form);
    if (forms.size > 0) this.#formsByFirst.set(first, forms);
    else this.#formsByFirst.delete(first);
  }

  /** End of the longest secret that starts here, or -1. */
  #matchEnd(text: string, index: number): number {
    const forms = this.#formsByFirst.get(readUnit(text, index).character)?.keys() ?? [];
    let longest = -1;
    for (const form of forms) longest = Math.max(longest, spelledEnd(text, index, form));
    return longest;
  }
}

/** The secret itself, and the part of its base64 that is the same whatever stands before and behind it. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const inBase64 = [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor((shifted.length * 8) / 6);
    return [shifted.toString('base64').slice(from, to), shifted.toString('base64url').slice(from, to)];
  });
  return [...new Set([secret, ...inBase64])];
}

/** Where `form` ends when it starts at `index`, in whatever spelling; -1 when it doesn't. */
function spelledEnd(text: string, index: number, form: string): number {
  let position = index;
  for (let at = 0; at < form.length; at += 1) {
    const unit = readUnit(text, position);
    if (unit.character !== form.charAt(at)) return -1;
    position += unit.length;
  }
  return position;
}

interface Unit {
  readonly character: string;
  readonly length: number;
}

/** One character as it may be spelled: `%3D`, `%253D`, `\u003d`, `\/`, or itself. */
function readUnit(text: string, index: number): Unit {
  const raw = text.charAt(index);
  if (raw === '%') {
    const [spelled, hex = ''] = /^%(?:25){0,3}([0-9A-Fa-f]{2})/.exec(text.slice(index, index + 9)) ?? [];
    if (spelled !== undefined) return { character: fromHex(hex), length: spelled.length };
  }
  if (raw === '\\') {
    const [spelled, hex = '', other = ''] =
      /^\\{1,4}(?:u([0-9A-Fa-f]{4})|(["/]))/.exec(text.slice(index, index + 9)) ?? [];
    if (spelled !== undefined) {
      return { character: hex === '' ? other : fromHex(hex), length: spelled.length };
    }
  }
  return { character: raw, length: 1 };
}

function fromHex(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

/** Start of the JSON escape that `index` lies in, such as `\n` or `\u00e9`: half of one would make the text unreadable. */
function escapeStart(text: string, index: number): number {
  const before = /\\(?:u[0-9A-Fa-f]{0,3})?$/.exec(text.slice(Math.max(0, index - 5), index))?.[0];
  if (before === undefined) return index;
  const start = index - before.length;
  let backslashes = 1;
  while (text.charAt(start - backslashes) === '\\') backslashes += 1;
  return backslashes % 2 === 1 ? start : index;
}
