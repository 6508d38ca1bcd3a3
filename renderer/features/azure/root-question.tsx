/** Asks for a yes to the key of the root rule, for those alone that have no other (product B6). */
import { Button } from '@fluentui/react-components';
import { Warning20Filled } from '@fluentui/react-icons';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import {
  configureTexts,
  configureCountTexts,
} from '../../../electron/contract/messages/texts/azure-configure.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { Callout } from '../../components/callout.tsx';
import { toneColors } from '../../theme/tones.ts';
import { joinList } from '../../../electron/contract/messages/join-texts.ts';

export interface RootQuestionProps {
  readonly rows: readonly AzureConnection[];
  readonly disabled: boolean;
  readonly onYes: () => void;
}

/** As many as a sentence bears. */
const maxNames = 5;

export function RootQuestion({ rows, disabled, onYes }: RootQuestionProps) {
  const shown = rows.slice(0, maxNames).map(({ name }) => name);
  const names = joinList([...shown, ...(rows.length > maxNames ? ['…'] : [])]);
  return (
    <Callout
      icon={<Warning20Filled aria-hidden primaryFill={toneColors.watch.icon} />}
      title={configureTexts.rootTitle}
      text={fillCounted(configureCountTexts.root, rows.length, { names })}
      actions={
        <Button size="small" disabledFocusable={disabled} onClick={onYes}>
          {configureTexts.rootYes}
        </Button>
      }
    />
  );
}
