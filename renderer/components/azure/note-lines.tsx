/** Advice below a field: the person may go on as it is. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { toneColors } from '../../theme/tones.ts';
import { NotSupportedHelp } from '../help-aside.tsx';

const useStyles = makeStyles({
  notes: { '&:not(:empty)': { marginTop: tokens.spacingVerticalXS } },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalXS, margin: '0' },
  icon: { flexShrink: 0 },
});

export interface NoteLinesProps {
  readonly notes: readonly string[];
  /** One of them is about a service that can't be tunnelled: Help says more. */
  readonly isUnsupported?: boolean;
}

export function NoteLines({ notes, isUnsupported = false }: NoteLinesProps) {
  const styles = useStyles();
  // It is there before there is anything to say, or screen readers wouldn't notice it.
  return (
    <div>
      <div role="status" className={styles.notes}>
        {notes.map((note) => (
          <p key={note} className={styles.line}>
            <Warning16Filled aria-hidden className={styles.icon} primaryFill={toneColors.watch.icon} />
            <Caption1>{note}</Caption1>
          </p>
        ))}
      </div>
      {isUnsupported && <NotSupportedHelp />}
    </div>
  );
}
