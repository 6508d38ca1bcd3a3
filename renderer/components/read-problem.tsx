/** One line that says why something couldn't be read now; what was read before stays. */
import { Body1, makeStyles } from '@fluentui/react-components';
import type { ErrorData } from '../../electron/contract/errors.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { describeError } from '../../electron/contract/messages/messages.ts';
import { lowerFirst } from '../../electron/contract/messages/join-texts.ts';
import { toneColors } from '../theme/tones.ts';

const useStyles = makeStyles({ line: { margin: '0', color: toneColors.watch.text } });

export interface ReadProblemProps {
  readonly problem: ErrorData | null;
  /** `{problem}` is the title of the error. */
  readonly text: string;
}

export function ReadProblem({ problem, text }: ReadProblemProps) {
  const styles = useStyles();
  if (problem === null) return null;
  return (
    <Body1 as="p" block className={styles.line}>
      {fillText(text, { problem: lowerFirst(describeError(problem).title) })}
    </Body1>
  );
}
