import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../errors.ts';
import { noticeCodes } from '../../notices.ts';
import { azureStatuses, endpointStatuses } from '../../status.ts';
import * as enActions from './actions.ts';
import * as activityTexts from './activity.ts';
import * as enAdd from './add.ts';
import { cliTexts } from './cli.ts';
import * as enAzureRow from './azure-row.ts';
import * as enCliAzure from './cli-azure.ts';
import * as enCliPortable from './cli-portable.ts';
import * as cliControlTexts from './cli-control.ts';
import * as enCliCompletion from './cli-completion.ts';
import * as cliExampleTexts from './cli-examples.ts';
import * as enCliKeys from './cli-keys.ts';
import * as enCliLogs from './cli-logs.ts';
import * as cliMonitoringTexts from './cli-monitoring.ts';
import * as enCliSessions from './cli-sessions.ts';
import * as enCliStatus from './cli-status.ts';
import * as enCliTest from './cli-test.ts';
import * as enCliUpdate from './cli-update.ts';
import * as enDesired from './cli-desired.ts';
import * as cliServiceTexts from './cli-service.ts';
import { demoTexts } from './demo.ts';
import * as enDetails from './details.ts';
import * as enDialogs from './dialogs.ts';
import { errorTexts } from './errors.ts';
import * as firstRunTexts from './first-run.ts';
import * as gatewayStringTexts from './gateway-string.ts';
import * as enHelp from './help.ts';
import * as enHelpTopics from './help-topics.ts';
import * as enHost from './host.ts';
import * as enImport from './import.ts';
import * as enKeys from './keys.ts';
import * as limitTexts from './limits.ts';
import * as logTexts from './log.ts';
import { noticeTexts } from './notices.ts';
import * as enProxy from './proxy.ts';
import * as sessionTexts from './sessions.ts';
import * as settingTexts from './settings.ts';
import * as enSignIn from './sign-in.ts';
import * as shellTexts from './shell.ts';
import * as enStatus from './status.ts';
import * as toolbarTexts from './toolbar.ts';
import * as enWindow from './window.ts';
import type { ErrorText } from '../error-text.ts';
import { blanksOf, variantsOf, type MessageText } from '../message-text.ts';

/** All strings of a value, with the way to each: what a translator would get. */
function stringsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${path}.${key}`));
}

const allTexts = [
  ...stringsIn(errorTexts, 'errors'),
  ...stringsIn(noticeTexts, 'notices'),
  ...stringsIn(enStatus, 'status'),
  ...stringsIn(enHost, 'host'),
  ...stringsIn(cliTexts, 'cli'),
  ...stringsIn(enCliStatus, 'cli.status'),
  ...stringsIn(enCliAzure, 'cli.azure'),
  ...stringsIn(enAzureRow, 'window.azureRow'),
  ...stringsIn(gatewayStringTexts, 'shell.gatewayString'),
  ...stringsIn(enSignIn, 'signIn'),
  ...stringsIn(cliControlTexts, 'cli.control'),
  ...stringsIn(enCliCompletion, 'cli.completion'),
  ...stringsIn(cliExampleTexts, 'cli.examples'),
  ...stringsIn(enCliKeys, 'cli.keys'),
  ...stringsIn(enCliLogs, 'cli.logs'),
  ...stringsIn(cliMonitoringTexts, 'cli.monitoring'),
  ...stringsIn(enCliSessions, 'cli.sessions'),
  ...stringsIn(enCliTest, 'cli.test'),
  ...stringsIn(enCliUpdate, 'cli.update'),
  ...stringsIn(demoTexts, 'cli.demo'),
  ...stringsIn(enDesired, 'cli.desired'),
  ...stringsIn(enProxy, 'cli.proxy'),
  ...stringsIn(enCliPortable, 'cli.portable'),
  ...stringsIn(cliServiceTexts, 'cli.service'),
  ...stringsIn(enActions, 'window.actions'),
  ...stringsIn(activityTexts, 'window.activity'),
  ...stringsIn(enDetails, 'window.details'),
  ...stringsIn(enKeys, 'window.keys'),
  ...stringsIn(limitTexts, 'window.limits'),
  ...stringsIn(settingTexts, 'cli.settings'),
  ...stringsIn(logTexts, 'window.log'),
  ...stringsIn(sessionTexts, 'window.sessions'),
  ...stringsIn(enDialogs, 'window.dialogs'),
  ...stringsIn(enHelp, 'window.help'),
  ...stringsIn(enHelpTopics, 'window.helpTopics'),
  ...stringsIn(toolbarTexts, 'window.toolbar'),
  ...stringsIn(enImport, 'window.import'),
  ...stringsIn(enAdd, 'window.add'),
  ...stringsIn(firstRunTexts, 'window.firstRun'),
  ...stringsIn(shellTexts, 'window.shell'),
  ...stringsIn(enWindow, 'window.frame'),
];

const errorPieces: readonly (readonly [string, MessageText])[] = errorCodes.flatMap((code) => {
  const { title, cause, next }: ErrorText = errorTexts[code];
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
  ...['day', 'month', 'year', 'url', 'version', 'by'],
  ...['off', 'shared', 'similar', 'skewMinutes', 'status', 'time', 'total'],
  ...['issuer', 'proxy', 'schemes', 'setting', 'min', 'max', 'choices'],
  ...['aadsts', 'account', 'action', 'group', 'keyAction', 'names', 'namespace', 'scope', 'tenant'],
]);

/** Administrators know it from older versions, word for word (product F1). */
const keptText = 'Name could not be resolved.';

describe('texts', () => {
  it('there is one for every code and every state', () => {
    expect(Object.keys(errorTexts).sort()).toEqual([...errorCodes].sort());
    expect(Object.keys(noticeTexts).sort()).toEqual([...noticeCodes].sort());
    expect(Object.keys(enStatus.azureWordTexts)).toEqual([...azureStatuses]);
    expect(Object.keys(enStatus.azureTooltipTexts).sort()).toEqual([...azureStatuses].sort());
    expect(Object.keys(enStatus.endpointWordTexts)).toEqual([...endpointStatuses]);
  });

  it('the states have exactly these words', () => {
    expect(Object.values(enStatus.azureWordTexts)).toEqual([
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
    expect(Object.values(enStatus.endpointWordTexts)).toEqual([
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
