/**
 * Verifies SAS tokens (relay-protocol §2.1, §2.2). Pure; an independent reading of the protocol: nothing is shared with the
 * code that makes tokens for listeners.
 *
 * Invariants: the signature is computed over the raw `sr` text as it stands in the token, since the hex case of its escapes
 * differs between clients; comparing signatures takes constant time; no result holds a part of the token.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AuthorizationRule, Right } from './entities.ts';

export interface TokenQuestion {
  readonly token: string | undefined;
  /** Undefined: any right of a valid rule is enough (metadata, relay-protocol §6.1). */
  readonly right: Right | undefined;
  /** Decoded path that was asked for. */
  readonly path: string;
  /** Names this namespace answers to, lower case, without port. */
  readonly hosts: readonly string[];
  /** Rules of the entity first, then those of the namespace. */
  readonly rules: readonly AuthorizationRule[];
  readonly nowMs: number;
  readonly graceMs: number;
}

export type TokenAnswer =
  | { readonly ok: true; readonly expiresAtMs: number; readonly ruleName: string | null }
  | { readonly ok: false; readonly status: 401 | 403; readonly text: string };

interface SasToken {
  readonly rawResource: string;
  readonly rawExpiry: string;
  readonly signature: Buffer;
  readonly ruleName: string;
}

const maxTokenLength = 8 * 1024;

export function checkToken(question: TokenQuestion): TokenAnswer {
  const { token } = question;
  if (token === undefined || token === '') {
    return denied(401, 'RelaySecurityTokenRequired: a security token is required.');
  }
  const parsed = token.length > maxTokenLength ? undefined : parseToken(token);
  if (parsed === undefined) return denied(401, 'MalformedToken: the token is malformed.');
  const rule = question.rules.find(
    (candidate) => candidate.name === parsed.ruleName && isSignedBy(parsed, candidate),
  );
  if (rule === undefined) return denied(401, 'InvalidSignature: The token has an invalid signature.');
  if (!covers(parsed.rawResource, question)) {
    return denied(403, 'InvalidAudience: the token is not valid for this path.');
  }
  if (question.right !== undefined && !rule.rights.includes(question.right)) {
    return denied(
      403,
      `Authorization failed for specified action: ${question.right}. The token lacks this right.`,
    );
  }
  const expiresAtMs = Number(parsed.rawExpiry) * 1000;
  if (expiresAtMs + question.graceMs <= question.nowMs) {
    return denied(401, 'ExpiredToken: the token is expired.');
  }
  return { ok: true, expiresAtMs, ruleName: rule.name };
}

function denied(status: 401 | 403, text: string): TokenAnswer {
  return { ok: false, status, text };
}

function parseToken(token: string): SasToken | undefined {
  const fields = /^SharedAccessSignature +(\S+)$/i.exec(token)?.[1];
  if (fields === undefined) return undefined;
  const found = new Map<string, string>();
  for (const field of fields.split('&')) {
    const split = field.indexOf('=');
    const name = field.slice(0, split).toLowerCase();
    if (split < 1 || found.has(name)) return undefined;
    found.set(name, field.slice(split + 1));
  }
  const rawResource = found.get('sr');
  const rawExpiry = found.get('se');
  const signature = decode(found.get('sig'));
  const ruleName = decode(found.get('skn'));
  if (rawResource === undefined || rawExpiry === undefined || signature === undefined) return undefined;
  if (ruleName === undefined || !/^\d{1,12}$/.test(rawExpiry)) return undefined;
  return { rawResource, rawExpiry, signature: Buffer.from(signature, 'base64'), ruleName };
}

function isSignedBy(token: SasToken, rule: AuthorizationRule): boolean {
  return [rule.primaryKey, rule.secondaryKey].some((key) => {
    if (key === '') return false;
    const expected = createHmac('sha256', key).update(`${token.rawResource}\n${token.rawExpiry}`).digest();
    return token.signature.length === expected.length && timingSafeEqual(token.signature, expected);
  });
}

/** Scheme of a known kind, this namespace's host, and a path that is empty, the same or a whole-segment prefix. */
function covers(rawResource: string, question: TokenQuestion): boolean {
  const resource = decode(rawResource) ?? '';
  const parts = /^(?:https?|sb|wss?):\/\/([^/?#]+)([^?#]*)/i.exec(resource);
  if (parts === null) return false;
  const host = (parts[1] ?? '').toLowerCase().replace(/:\d*$/, '');
  if (!question.hosts.includes(host)) return false;
  const path = (decode(parts[2]) ?? '')
    .toLowerCase()
    .replace(/^\/+/, '')
    .replace(/^\$hc(?:\/+|$)/, '')
    .replace(/\/+$/, '');
  const asked = question.path.toLowerCase();
  return path === '' || asked === path || asked.startsWith(`${path}/`);
}

function decode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
