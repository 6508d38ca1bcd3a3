/** Signing in with Azure at a terminal: begins it at the host, helps the person along, and waits for the account. */
import type { Host } from '../../contract/api.ts';
import type { AzureAccount, SignInInput, SignInStep } from '../../contract/azure.ts';
import { formatMoment } from '../../contract/format.ts';
import { azureSentenceTexts } from '../../contract/messages/texts/cli-azure.ts';
import { momentWordTexts } from '../../contract/messages/texts/status.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { askedBy } from '../asked-by.ts';
import type { CliIo } from '../cli-io.ts';
import { browserObstacle, openBrowser } from '../open-browser.ts';
import { printable } from '../render/table.ts';

export interface SignInManners {
  /** False: nothing is opened, the address alone is told. */
  readonly mayOpenBrowser: boolean;
}

/** Ctrl+C ends the sign-in at the host, too. @throws HcmError HCM60xx */
export async function signInHere(
  io: CliIo,
  host: Host,
  input: SignInInput,
  manners: SignInManners,
): Promise<AzureAccount> {
  const { id, step } = await host.call('azure.startSignIn', { ...input, ...askedBy(io) });
  tell(io, step, manners);
  const stopListening = io.onStopSignal(() => {
    void host.call('azure.cancelSignIn', { id }).catch(() => undefined);
  });
  try {
    for (;;) {
      const { account } = await host.call('azure.waitForSignIn', { id });
      if (account === null) continue;
      // What a cloud lacks is said before somebody looks for it (relay-protocol §1.5).
      if (account.cloud === 'china') io.notes.write(`${azureSentenceTexts.chinaLacks}\n`);
      return account;
    }
  } finally {
    stopListening();
  }
}

/** On the error output: the answer is the account. Said whatever is quiet, since nothing goes on without it. */
function tell(io: CliIo, step: SignInStep, manners: SignInManners): void {
  const { errors } = io;
  switch (step.kind) {
    case 'browser':
      tellOfBrowser(io, step.url, manners);
      return;
    case 'deviceCode': {
      const { userCode: code, verificationUrl: url, expiresAt } = step;
      const time = formatMoment(Date.parse(expiresAt), Date.now(), momentWordTexts);
      const useCode = printable(fillText(azureSentenceTexts.useCode, { url, code, time }));
      errors.write(`${useCode}\n${azureSentenceTexts.waiting}\n`);
      return;
    }
    case 'none':
  }
}

/** The address is told in any case: a browser may open where nobody looks. */
function tellOfBrowser(io: CliIo, url: string, { mayOpenBrowser }: SignInManners): void {
  const { errors } = io;
  const obstacle = mayOpenBrowser ? browserObstacle(io) : null;
  const opens = mayOpenBrowser && obstacle === null;
  errors.write(
    `${opens ? azureSentenceTexts.openingBrowser : azureSentenceTexts.openBrowser}\n${printable(url)}\n`,
  );
  if (obstacle !== null) errors.write(`${azureSentenceTexts.noBrowser[obstacle]}\n`);
  errors.write(`${azureSentenceTexts.waiting}\n`);
  if (!opens) return;
  void openBrowser(io, url).then((isOpen) => {
    if (!isOpen) errors.write(`${azureSentenceTexts.browserFailed}\n`);
  });
}
