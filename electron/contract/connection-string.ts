/**
 * Reads a connection string, or says everything that is wrong with it (relay-protocol §1). Pure and quick, because the
 * window calls it with every keystroke; it never throws, whatever is pasted.
 *
 * Invariants: no finding and no preview holds the key or a token; a refused string has at least one problem, the one to
 * act on first in front. What it does not know is refused rather than guessed: a mistyped part would otherwise fail much
 * later, at the relay, and far less clearly.
 */
import type { ErrorCode } from './errors.ts';
import { splitConnectionString, type PartKey } from './connection-string-parts.ts';
import { cleanConnectionString } from './connection-string-text.ts';
import { entityNameProblem } from './entity-name.ts';
import { problem, type Notice, type Problem } from './finding.ts';
import {
  keyFindings,
  leftOutNotices,
  nameFindings,
  namespaceFindings,
  ruleFindings,
  timeoutFindings,
} from './connection-string-findings.ts';
import { readRelayEndpoint, withoutSlashes, type RelayEndpointReading } from './relay-endpoint.ts';
import { retiredFamily, unusableCredential } from './retired-strings.ts';

/** All that is needed to reach one Hybrid Connection. Holds a secret: never log it. */
export interface RelayTarget {
  /** Lower-case, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly entityPath: string;
  readonly keyName: string;
  readonly key: string;
}

/** A BizTalk Hybrid Connection: can be listed as Discontinued, never connected (relay-protocol §1.4). */
export interface BiztalkTarget {
  /** First label of the host. */
  readonly service: string;
  readonly host: string;
  readonly name: string;
  /** Empty when the string has none. */
  readonly keyName: string;
  readonly key: string;
}

/** What could be read of a refused string, for the preview's rows. Each value passed its own check. */
export interface PartialReading {
  readonly name: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly ruleName: string | null;
  readonly keyLength: number | null;
}

export type ParsedString =
  | { readonly outcome: 'relay'; readonly value: RelayTarget; readonly notices: readonly Notice[] }
  | { readonly outcome: 'biztalk'; readonly value: BiztalkTarget; readonly notices: readonly Notice[] }
  | {
      readonly outcome: 'refused';
      readonly problems: readonly [Problem, ...Problem[]];
      readonly seen: PartialReading;
      readonly notices: readonly Notice[];
    };

export interface ParseOptions {
  readonly purpose: 'listen' | 'send';
  /** Name for the string of a whole namespace; refused when the string names another one itself. */
  readonly entityPath?: string;
}

type Values = ReadonlyMap<PartKey, string>;

const nothingSeen: PartialReading = { name: null, host: null, port: null, ruleName: null, keyLength: null };

export function parseConnectionString(text: string, options: ParseOptions): ParsedString {
  const cleaned = cleanConnectionString(text);
  if (!cleaned.ok) return { outcome: 'refused', problems: [cleaned.problem], seen: nothingSeen, notices: [] };
  const parts = splitConnectionString(cleaned.text);
  const notices = withoutRepeats([...cleaned.notices, ...parts.notices]);
  const [firstProblem, ...moreProblems] = parts.problems;
  // Not one part of a connection string in it: four "missing" lines would only hide that.
  if (parts.values.size === 0) {
    const problems = [firstProblem ?? problem('HCM1001', 'string'), ...moreProblems] as const;
    return { outcome: 'refused', problems, seen: nothingSeen, notices };
  }
  const endpointText = parts.values.get('Endpoint') ?? '';
  const endpoint = endpointText === '' ? null : readRelayEndpoint(endpointText);
  if (endpoint?.ok === true && endpoint.family === 'biztalk')
    return readBiztalk(endpoint, parts.values, notices);
  return readRelay(endpoint, parts.values, parts.problems, notices, options);
}

function readRelay(
  endpoint: RelayEndpointReading | null,
  values: Values,
  partProblems: readonly Problem[],
  partNotices: readonly Notice[],
  options: ParseOptions,
): ParsedString {
  const credential =
    retiredFamily(values) ?? unusableCredential(values) ?? partProblems.find(isToken) ?? null;
  const name = nameFindings(
    values.get('EntityPath'),
    endpoint?.ok === true ? endpoint.path : '',
    options.entityPath,
  );
  const rule = ruleFindings(values.get('SharedAccessKeyName'), options.purpose);
  const key = keyFindings(values.get('SharedAccessKey'));
  const namespace = namespaceFindings(endpoint, values.has('Endpoint'));
  const timeout = timeoutFindings(values.get('OperationTimeout'));
  // Without a usable kind of credential, a missing rule or key is not what is wrong.
  const groups = [name, namespace, timeout, ...(credential === null ? [rule, key] : [])];
  const found = [...partProblems, ...groups.flatMap((group) => group.problems)];
  const problems = sortProblems(
    credential === null ? found : [credential, ...found.filter((one) => !isToken(one))],
  );
  const notices = [...partNotices, ...leftOutNotices(values), ...groups.flatMap((group) => group.notices)];
  const [first, ...others] = problems;
  if (
    first === undefined &&
    endpoint?.ok === true &&
    name.value !== null &&
    rule.value !== null &&
    key.value !== null
  ) {
    const { host, port } = endpoint;
    return {
      outcome: 'relay',
      value: { host, port, entityPath: name.value, keyName: rule.value, key: key.value },
      notices,
    };
  }
  return {
    outcome: 'refused',
    problems: [first ?? problem('HCM1002', 'string'), ...others],
    seen: {
      name: name.value,
      host: endpoint?.ok === true ? endpoint.host : null,
      port: endpoint?.ok === true ? endpoint.port : null,
      ruleName: rule.value,
      keyLength: key.value === null ? null : key.value.length,
    },
    notices,
  };
}

function readBiztalk(
  endpoint: Extract<RelayEndpointReading, { ok: true }>,
  values: Values,
  notices: readonly Notice[],
): ParsedString {
  const name = endpoint.path === '' ? withoutSlashes(values.get('EntityPath') ?? '') : endpoint.path;
  const host = endpoint.host;
  if (entityNameProblem(name) !== null) {
    const seen = { ...nothingSeen, host, port: endpoint.port };
    return { outcome: 'refused', problems: [problem('HCM1016', 'namespace', { host })], seen, notices };
  }
  const service = host.split('.')[0] ?? host;
  const keyName = values.get('SharedAccessKeyName') ?? '';
  const key = values.get('SharedAccessKey') ?? '';
  return { outcome: 'biztalk', value: { service, host, name, keyName, key }, notices };
}

function isToken(found: Problem): boolean {
  return found.code === 'HCM1013';
}

/** What must be solved first, first: wrong kind of string, unreadable string, then part by part. */
// prettier-ignore
const order: readonly ErrorCode[] = [
  'HCM1017', 'HCM1023', 'HCM1013', 'HCM1012', 'HCM1014', 'HCM1002', 'HCM1003', 'HCM1004', 'HCM1007', 'HCM1006',
  'HCM1005', 'HCM1015', 'HCM1022', 'HCM1024', 'HCM1009', 'HCM1008', 'HCM1011', 'HCM1010', 'HCM1021', 'HCM1019',
];

function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const rank = ({ code }: Problem): number => (order.includes(code) ? order.indexOf(code) : order.length);
  return [...problems].sort((one, other) => rank(one) - rank(other));
}

function withoutRepeats(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter((one, index) => notices.findIndex((other) => other.code === one.code) === index);
}
