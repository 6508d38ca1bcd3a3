/**
 * Where the passphrase of an export comes from: a file, the environment, or a hidden prompt; never an argument, which every
 * user of the computer can see.
 */
import { minPassphraseLength } from '../../contract/api.ts';
import { HcmError } from '../../contract/errors.ts';
import { portableSentenceTexts } from '../../contract/messages/texts/cli-portable.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { CliIo } from '../cli-io.ts';
import { askHidden } from '../prompts.ts';
import { readTextFile, requireText } from '../read-bounded.ts';

const environmentName = 'HCM_PASSPHRASE';

/** @throws HcmError HCM1060 when there is none, it is too short or was typed differently the second time. */
export async function newPassphrase(io: CliIo, file: string | undefined): Promise<string> {
  const given = await givenPassphrase(io, file);
  if (given !== null) return longEnough(given);
  const typed = longEnough(await askFor(io, portableSentenceTexts.promptPassphrase));
  const again = await askFor(io, portableSentenceTexts.promptAgain);
  if (again !== typed) throw new HcmError('HCM1060', { reason: portableSentenceTexts.otherPassphrase });
  return typed;
}

/**
 * @param inputIsFree false when standard input brings the file itself.
 * @throws HcmError HCM1060 when there is none.
 */
export async function knownPassphrase(
  io: CliIo,
  file: string | undefined,
  inputIsFree: boolean,
): Promise<string> {
  const given = await givenPassphrase(io, file);
  if (given !== null) return given;
  if (!inputIsFree) throw noPassphrase();
  return askFor(io, portableSentenceTexts.promptPassphrase);
}

async function givenPassphrase(io: CliIo, file: string | undefined): Promise<string | null> {
  const text =
    file === undefined
      ? (io.environment[environmentName] ?? '')
      : requireText(await readTextFile(file), file);
  const passphrase = text.replace(/\r?\n$/u, '');
  if (passphrase !== '') return passphrase;
  if (file !== undefined) throw noPassphrase();
  return null;
}

async function askFor(io: CliIo, question: string): Promise<string> {
  if (!io.input.isTerminal || !io.errors.isTerminal) throw noPassphrase();
  const typed = (await askHidden(io, question)) ?? '';
  if (typed === '') throw noPassphrase();
  return typed;
}

function longEnough(passphrase: string): string {
  if (passphrase.length >= minPassphraseLength) return passphrase;
  const reason = fillText(portableSentenceTexts.shortPassphrase, { min: minPassphraseLength });
  throw new HcmError('HCM1060', { reason });
}

function noPassphrase(): HcmError {
  return new HcmError('HCM1060', { reason: portableSentenceTexts.noPassphrase });
}
