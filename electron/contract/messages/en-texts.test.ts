import { describe, expect, it } from 'vitest';
import { errorCodes } from '../errors.ts';
import { noticeCodes } from '../notices.ts';
import { azureStatuses, endpointStatuses } from '../status.ts';
import * as enActions from './en-actions.ts';
import * as enActivity from './en-activity.ts';
import * as enAdd from './en-add.ts';
import { enCli } from './en-cli.ts';
import * as enAzureRow from './en-azure-row.ts';
import * as enCliAzure from './en-cli-azure.ts';
import * as enCliPortable from './en-cli-portable.ts';
import * as enCliControl from './en-cli-control.ts';
import * as enCliCompletion from './en-cli-completion.ts';
import * as enCliExamples from './en-cli-examples.ts';
import * as enCliKeys from './en-cli-keys.ts';
import * as enCliLogs from './en-cli-logs.ts';
import * as enCliMonitoring from './en-cli-monitoring.ts';
import * as enCliSessions from './en-cli-sessions.ts';
import * as enCliStatus from './en-cli-status.ts';
import * as enCliTest from './en-cli-test.ts';
import * as enCliUpdate from './en-cli-update.ts';
import * as enDesired from './en-cli-desired.ts';
import * as enCliService from './en-cli-service.ts';
import { enDemo } from './en-demo.ts';
import * as enDetails from './en-details.ts';
import * as enDialogs from './en-dialogs.ts';
import { enErrors } from './en-errors.ts';
import * as enFirstRun from './en-first-run.ts';
import * as enGatewayString from './en-gateway-string.ts';
import * as enHelp from './en-help.ts';
import * as enHost from './en-host.ts';
import * as enImport from './en-import.ts';
import * as enKeys from './en-keys.ts';
import * as enLimits from './en-limits.ts';
import * as enLog from './en-log.ts';
import { enNotices } from './en-notices.ts';
import * as enProxy from './en-proxy.ts';
import * as enSessions from './en-sessions.ts';
import * as enSettings from './en-settings.ts';
import * as enSignIn from './en-sign-in.ts';
import * as enShell from './en-shell.ts';
import * as enStatus from './en-status.ts';
import * as enToolbar from './en-toolbar.ts';
import * as enWindow from './en-window.ts';
import type { ErrorText } from './error-text.ts';
import { blanksOf, variantsOf, type MessageText } from './message-text.ts';

/** All strings of a value, with the way to each: what a translator would get. */
function stringsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${path}.${key}`));
}

const allTexts = [
  ...stringsIn(enErrors, 'errors'),
  ...stringsIn(enNotices, 'notices'),
  ...stringsIn(enStatus, 'status'),
  ...stringsIn(enHost, 'host'),
  ...stringsIn(enCli, 'cli'),
  ...stringsIn(enCliStatus, 'cli.status'),
  ...stringsIn(enCliAzure, 'cli.azure'),
  ...stringsIn(enAzureRow, 'window.azureRow'),
  ...stringsIn(enGatewayString, 'shell.gatewayString'),
  ...stringsIn(enSignIn, 'signIn'),
  ...stringsIn(enCliControl, 'cli.control'),
  ...stringsIn(enCliCompletion, 'cli.completion'),
  ...stringsIn(enCliExamples, 'cli.examples'),
  ...stringsIn(enCliKeys, 'cli.keys'),
  ...stringsIn(enCliLogs, 'cli.logs'),
  ...stringsIn(enCliMonitoring, 'cli.monitoring'),
  ...stringsIn(enCliSessions, 'cli.sessions'),
  ...stringsIn(enCliTest, 'cli.test'),
  ...stringsIn(enCliUpdate, 'cli.update'),
  ...stringsIn(enDemo, 'cli.demo'),
  ...stringsIn(enDesired, 'cli.desired'),
  ...stringsIn(enProxy, 'cli.proxy'),
  ...stringsIn(enCliPortable, 'cli.portable'),
  ...stringsIn(enCliService, 'cli.service'),
  ...stringsIn(enActions, 'window.actions'),
  ...stringsIn(enActivity, 'window.activity'),
  ...stringsIn(enDetails, 'window.details'),
  ...stringsIn(enKeys, 'window.keys'),
  ...stringsIn(enLimits, 'window.limits'),
  ...stringsIn(enSettings, 'cli.settings'),
  ...stringsIn(enLog, 'window.log'),
  ...stringsIn(enSessions, 'window.sessions'),
  ...stringsIn(enDialogs, 'window.dialogs'),
  ...stringsIn(enHelp, 'window.help'),
  ...stringsIn(enToolbar, 'window.toolbar'),
  ...stringsIn(enImport, 'window.import'),
  ...stringsIn(enAdd, 'window.add'),
  ...stringsIn(enFirstRun, 'window.firstRun'),
  ...stringsIn(enShell, 'window.shell'),
  ...stringsIn(enWindow, 'window.frame'),
];

const errorPieces: readonly (readonly [string, MessageText])[] = errorCodes.flatMap((code) => {
  const { title, cause, next }: ErrorText = enErrors[code];
  return [
    [`${code}.title`, title] as const,
    [`${code}.cause`, cause] as const,
    [`${code}.next`, next] as const,
  ];
});

/** Every detail that code puts into an error, a notice or a status line. */
const knownBlanks = new Set([
  ...[
    'attempt',
    'before',
    'candidates',
    'character',
    'closeCode',
    'count',
    'errno',
    'expected',
    'file',
    'folder',
    'host',
    'key',
  ],
  ...[
    'keys',
    'length',
    'limit',
    'name',
    'plan',
    'port',
    'position',
    'problem',
    'reason',
    'rule',
    'said',
    'scheme',
    'seconds',
  ],
  ...['off', 'shared', 'similar', 'skewMinutes', 'status', 'time', 'total'],
  ...['issuer', 'proxy', 'schemes', 'setting', 'min', 'max', 'choices'],
  ...['aadsts', 'account', 'action', 'group', 'keyAction', 'names', 'namespace', 'scope', 'tenant'],
]);

/** Administrators know it from older versions, word for word (product F1). */
const keptText = 'Name could not be resolved.';

describe('texts', () => {
  it('there is one for every code and every state', () => {
    expect(Object.keys(enErrors).sort()).toEqual([...errorCodes].sort());
    expect(Object.keys(enNotices).sort()).toEqual([...noticeCodes].sort());
    expect(Object.keys(enStatus.enAzureWords)).toEqual([...azureStatuses]);
    expect(Object.keys(enStatus.enAzureTooltips).sort()).toEqual([...azureStatuses].sort());
    expect(Object.keys(enStatus.enEndpointWords)).toEqual([...endpointStatuses]);
  });

  it('the states have exactly these words', () => {
    expect(Object.values(enStatus.enAzureWords)).toEqual([
      'Connected',
      'Connecting',
      'Not connected',
      'Unauthorized',
      'Not found',
      'Blocked by policy',
      'Key needed',
      'Can’t start',
      'Stopping',
      'Stopped',
      'Discontinued',
      'Unknown',
    ]);
    expect(Object.values(enStatus.enEndpointWords)).toEqual([
      'Reachable',
      'Unreachable',
      'Checking',
      'Not checked',
    ]);
  });

  it('none is empty or has blanks at its ends', () => {
    expect(allTexts.length).toBeGreaterThan(400);
    expect(allTexts.filter(([, text]) => text === '' || text.trim() !== text)).toEqual([]);
  });

  it.each([
    [
      'invalid, failed to, please and what else sounds like a machine',
      /\b(?:invalid|failed to|please|oops|error occurred)\b|!/i,
    ],
    ['words of the protocol', /\b(?:tunnel|(?<!--)entity|leg|listener process)s?\b/i],
    ['numbers in words', /\b(?:two|three|four|five|six|seven|eight|nine|ten)\b/i],
    [
      'long forms where there is a contraction',
      /\b(?:cannot|can not|do not|does not|are not|could not be)\b/i,
    ],
    ['straight quotes', /['"`]|\.\.\./],
  ])('none has %s', (_name, banned) => {
    expect(allTexts.filter(([, text]) => text !== keptText && banned.test(text))).toEqual([]);
  });

  it('none has … but commands that ask for more, and buttons while they work', () => {
    const withDots = allTexts.filter(([, text]) => text.includes('…'));
    expect(withDots.filter(([path]) => !path.startsWith('window.'))).toEqual([]);
    expect(withDots.filter(([, text]) => !/(?:^|\. )[A-Z][A-Za-z ]+…$/.test(text))).toEqual([]);
  });

  it('none but those of command line and window has a blank that code doesn’t fill', () => {
    const unknown = allTexts.filter(
      ([path, text]) =>
        !/^(?:cli|window)\./.test(path) && blanksOf(text).some((name) => !knownBlanks.has(name)),
    );
    expect(unknown).toEqual([]);
  });

  it('every known blank is used somewhere', () => {
    const used = new Set(allTexts.flatMap(([, text]) => blanksOf(text)));
    expect([...knownBlanks].filter((name) => !used.has(name))).toEqual([]);
  });

  it('each piece of an error ends in a variant without blanks', () => {
    const offenders = errorPieces.filter(
      ([, text]) => blanksOf(variantsOf(text).at(-1) ?? '{none}').length > 0,
    );
    expect(offenders).toEqual([]);
  });

  it('titles are headings; causes and next steps are at most two sentences', () => {
    const form = (path: string): RegExp =>
      path.endsWith('.title')
        ? /^(?:[A-Z]|\{)(?:[^.]|\.(?=\S))*$/
        : /^(?:\{reason\}|(?:[A-Z]|\{)(?:[^.]|\.(?=[\S]))*\.(?: [A-Z](?:[^.]|\.(?=\S))*\.)?)$/;
    const offenders = errorPieces.flatMap(([path, text]) =>
      variantsOf(text)
        .filter((variant) => !form(path).test(variant))
        .map((variant) => [path, variant]),
    );
    expect(offenders).toEqual([]);
  });
});
