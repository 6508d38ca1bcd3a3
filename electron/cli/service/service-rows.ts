/** The service for people: its state, and the steps that would be done. Pure. */
import {
  serviceLabelTexts,
  serviceStepTexts,
  serviceWordTexts,
} from '../../contract/messages/texts/cli-service.ts';
import { describeError } from '../../contract/messages/messages.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { renderDetails } from '../render/table.ts';
import type { HostWord } from './ask-host.ts';
import type { Step, Words } from './service-plan.ts';
import type { ServiceState } from './service-state.ts';
import { windowsCommandLine } from './windows-command-line.ts';

export interface ShownService extends ServiceState {
  readonly service: string;
  readonly host: HostWord;
}

export function renderServiceStatus({ host, ...shown }: ShownService): string {
  const { service, installed, state, enabled, processId, dataFolder } = shown;
  const words = serviceWordTexts;
  return renderDetails([
    [serviceLabelTexts.service, service],
    [serviceLabelTexts.state, installed ? words[state] : words.notInstalled],
    [serviceLabelTexts.enabled, enabled ? words.yes : words.no],
    [serviceLabelTexts.processId, processId === null ? words.none : String(processId)],
    [serviceLabelTexts.dataFolder, dataFolder ?? words.none],
    [serviceLabelTexts.host, hostText(host)],
  ]);
}

function hostText(host: HostWord): string {
  if (!host.answers) {
    const { title } = describeError({ code: host.code, details: {} });
    return fillText(serviceWordTexts.noAnswer, { title, code: host.code });
  }
  const { version, connected, connections: count } = host;
  return fillText(serviceWordTexts.answers, { version, connected, count });
}

export function renderSteps(steps: readonly Step[], platform: NodeJS.Platform): string {
  return steps.map((step) => `${stepText(step, platform)}\n`).join('');
}

function stepText(step: Step, platform: NodeJS.Platform): string {
  if (step.do === 'write') {
    const head = fillText(serviceStepTexts.write, { file: step.path, mode: step.mode.toString(8) });
    return `${head}\n${step.text.replace(/^(?=.)/gm, '  ').trimEnd()}`;
  }
  if (step.do !== 'run') return fillText(serviceStepTexts[step.do], { file: step.path });
  const name = commandLine(step.words, platform);
  if (step.unless === undefined) return fillText(serviceStepTexts.run, { name });
  return fillText(serviceStepTexts.runUnless, { name, condition: commandLine(step.unless, platform) });
}

/** As it can be pasted. */
function commandLine(words: Words, platform: NodeJS.Platform): string {
  if (platform === 'win32') return windowsCommandLine(words);
  return words.map(shellWord).join(' ');
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
}
