/** What there is to say about each part of a connection string, one function a part. */
import type { PartKey } from './connection-string-parts.ts';
import { entityNameProblem, maxEntityNameLength } from './entity-name.ts';
import { notice, problem, type Notice, type Problem } from './finding.ts';
import { parseOperationTimeoutMs } from './operation-timeout.ts';
import { withoutSlashes, type RelayEndpointReading } from './relay-endpoint.ts';
import { rulePurpose } from './rule-purpose.ts';

export interface Findings {
  /** The part's text once it passed its check. */
  readonly value: string | null;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

const maxRuleOrKeyLength = 256;

/** 32 bytes in base64: what Azure makes and, since long, all that it accepts. */
const azureKeyLength = 44;

/** relay-protocol §1.5. The German cloud is closed and therefore not one of them. */
const cloudSuffixes = [
  '.servicebus.windows.net',
  '.servicebus.chinacloudapi.cn',
  '.servicebus.usgovcloudapi.net',
];

/** Understood in the strings of other products, of no use here (relay-protocol §1.2). */
const leftOutKeys = ['StsEndpoint', 'RuntimePort', 'ManagementPort', 'TransportType'] as const;

/**
 * The name stands in EntityPath, in the Endpoint's path (as earlier versions of such programs stored it) or comes with
 * the call. Official clients resolve EntityPath against a path in the Endpoint; nobody writes that on purpose, so two
 * different names are refused.
 */
export function nameFindings(
  written: string | undefined,
  folded: string,
  given: string | undefined,
): Findings {
  const candidates = [written ?? '', folded, given ?? ''].map((text) => withoutSlashes(text.trim()));
  const [name, ...others] = candidates.filter((text) => text !== '');
  if (name === undefined) {
    return refuse(
      written === undefined ? problem('HCM1008', 'name') : problem('HCM1024', 'name', { key: 'EntityPath' }),
    );
  }
  if (others.some((other) => other.toLowerCase() !== name.toLowerCase())) {
    return refuse(problem('HCM1004', 'name', { key: 'EntityPath' }));
  }
  const reason = entityNameProblem(name);
  if (reason !== null) {
    return refuse(problem('HCM1009', 'name', { reason, length: name.length, limit: maxEntityNameLength }));
  }
  const fromPath = (written ?? '') === '' && folded !== '';
  return { value: name, problems: [], notices: fromPath ? [notice('HCM1107', 'name')] : [] };
}

export function namespaceFindings(endpoint: RelayEndpointReading | null, written: boolean): Findings {
  if (endpoint === null) {
    const missing = written
      ? problem('HCM1024', 'namespace', { key: 'Endpoint' })
      : problem('HCM1005', 'namespace');
    return { value: null, problems: [missing], notices: [] };
  }
  if (!endpoint.ok) return { value: null, problems: [endpoint.problem], notices: [] };
  const { host, kind } = endpoint;
  return { value: host, problems: [], notices: namespaceNotices(host, kind !== 'name') };
}

export function ruleFindings(ruleName: string | undefined, purpose: 'listen' | 'send'): Findings {
  if (ruleName === undefined) return refuse(problem('HCM1011', 'rule'));
  if (ruleName === '') return refuse(problem('HCM1024', 'rule', { key: 'SharedAccessKeyName' }));
  if (ruleName.length > maxRuleOrKeyLength) return refuse(tooLong('rule', 'SharedAccessKeyName', ruleName));
  // No rule name holds a sign of base64, so name and key that were swapped don't end up on the screen.
  if (!/^[\x21-\x7e]+$/.test(ruleName) || /[=/+"'<>&]/.test(ruleName)) {
    return refuse(problem('HCM1019', 'rule', { key: 'SharedAccessKeyName' }));
  }
  const guess = rulePurpose(ruleName);
  const wrong = guess === 'broad' || guess === 'unknown' ? false : guess !== purpose;
  return {
    value: ruleName,
    problems: wrong
      ? [problem(purpose === 'listen' ? 'HCM1015' : 'HCM1022', 'rule', { rule: ruleName })]
      : [],
    notices: guess === 'broad' ? [notice('HCM1110', 'rule', { rule: ruleName })] : [],
  };
}

/** The key is used as text, never decoded (relay-protocol §2.1), so any visible ASCII is accepted. */
export function keyFindings(key: string | undefined): Findings {
  if (key === undefined) return refuse(problem('HCM1010', 'key'));
  if (key === '') return refuse(problem('HCM1024', 'key', { key: 'SharedAccessKey' }));
  if (key.length > maxRuleOrKeyLength) return refuse(tooLong('key', 'SharedAccessKey', key));
  // Also catches the dots or stars of a key that was copied from where it was hidden.
  if (!/^[\x21-\x7e]+$/.test(key) || /^[*.]+$/.test(key)) {
    return refuse(problem('HCM1019', 'key', { key: 'SharedAccessKey' }));
  }
  const usual = key.length === azureKeyLength && /^[A-Za-z0-9+/]{43}=$/.test(key);
  return {
    value: key,
    problems: [],
    notices: usual ? [] : [notice('HCM1111', 'key', { length: key.length })],
  };
}

export function timeoutFindings(text: string | undefined): Findings {
  if (text === undefined) return { value: null, problems: [], notices: [] };
  if (parseOperationTimeoutMs(text) === null) return refuse(problem('HCM1020', 'string'));
  return { value: text, problems: [], notices: [notice('HCM1106', 'string')] };
}

export function leftOutNotices(values: ReadonlyMap<PartKey, string>): readonly Notice[] {
  const keys = leftOutKeys.filter((key) => values.has(key));
  return keys.length === 0 ? [] : [notice('HCM1105', 'string', { keys: keys.join(', ') })];
}

function namespaceNotices(host: string, isAddress: boolean): readonly Notice[] {
  if (isAddress) return [notice('HCM1112', 'namespace', { host })];
  if (host.includes('.privatelink.servicebus.')) return [notice('HCM1114', 'namespace', { host })];
  return cloudSuffixes.some((suffix) => host.endsWith(suffix))
    ? []
    : [notice('HCM1113', 'namespace', { host })];
}

function tooLong(part: 'rule' | 'key', key: string, text: string): Problem {
  return problem('HCM1021', part, { key, length: text.length, limit: maxRuleOrKeyLength });
}

function refuse(found: Problem): Findings {
  return { value: null, problems: [found], notices: [] };
}
