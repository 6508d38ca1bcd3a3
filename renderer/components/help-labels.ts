/** What the blanks of Help's texts stand for: words of the window, as it shows them at this moment. */
import { configureTexts } from '../../electron/contract/messages/texts/azure-configure.ts';
import { azureRowActionTexts } from '../../electron/contract/messages/texts/azure-row.ts';
import { actionLabelTexts } from '../../electron/contract/messages/texts/actions.ts';
import {
  azureLineTexts,
  azureWordTexts,
  endpointWordTexts,
} from '../../electron/contract/messages/texts/status.ts';
import { columnNameTexts, toolbarTexts } from '../../electron/contract/messages/texts/toolbar.ts';

const labels: Readonly<Record<string, () => string>> = {
  azureMenu: () => azureRowActionTexts.menu,
  configure: () => toolbarTexts.configure,
  connected: () => azureWordTexts.connected,
  copyGatewayString: () => azureRowActionTexts.copyGatewayString,
  createInAzure: () => toolbarTexts.createInAzure,
  enterManually: () => toolbarTexts.enterManually,
  reachable: () => endpointWordTexts.reachable,
  save: () => configureTexts.save,
  sessions: () => columnNameTexts.sessions,
  test: () => actionLabelTexts.test,
  thisHostOnly: () => azureLineTexts.thisHostOnly,
};

/** A piece of a text; `isLabel`: it stands in the window like that. */
export interface HelpPiece {
  readonly text: string;
  readonly isLabel: boolean;
}

/** In a sentence the dots of a command that asks for more would only disturb. */
export function helpPieces(text: string): readonly HelpPiece[] {
  return text.split(/(\{[a-zA-Z]+\})/).flatMap((piece): readonly HelpPiece[] => {
    if (piece === '') return [];
    const label = labels[piece.slice(1, -1)];
    if (!piece.startsWith('{') || label === undefined) return [{ text: piece, isLabel: false }];
    return [{ text: label().replace(/…$/, ''), isLabel: true }];
  });
}
