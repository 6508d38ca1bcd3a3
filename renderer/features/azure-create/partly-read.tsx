/** Some of what was asked for couldn't be read; the rest is there. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Warning20Filled } from '@fluentui/react-icons';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import { appsDialogTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { Callout } from '../../components/callout.tsx';
import { toneColors } from '../../theme/tones.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

const useStyles = makeStyles({ codes: { color: tokens.colorNeutralForeground3 } });

export interface PartlyReadProps {
  readonly title: string;
  readonly problems: readonly ErrorData[];
  readonly onAgain: () => void;
}

export function PartlyRead({ title, problems, onAgain }: PartlyReadProps) {
  const styles = useStyles();
  const described = problems.map(describeError);
  const sentences = new Set(described.map(({ title: what, next }) => `${what}. ${next}`));
  const codes = new Set(described.map(({ code }) => code));
  return (
    <Callout
      icon={<Warning20Filled aria-hidden primaryFill={toneColors.watch.icon} />}
      title={title}
      text={joinSentences([...sentences])}
      actions={
        <>
          <Button size="small" onClick={onAgain}>
            {appsDialogTexts.again}
          </Button>
          <Caption1 className={styles.codes}>{[...codes].join(' ')}</Caption1>
        </>
      }
    />
  );
}
