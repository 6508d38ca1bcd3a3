/** Four figures about a connection's sessions, and the way to take the list along. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowExportLtr20Regular } from '@fluentui/react-icons';
import { sessionTexts } from '../../../electron/contract/messages/texts/sessions.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    flexGrow: '1',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    margin: '0',
  },
  // A list of terms begins with the term; the eye wants the figure first.
  figure: { display: 'flex', flexDirection: 'column-reverse' },
  label: { color: tokens.colorNeutralForeground3 },
  value: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
});

export interface SessionFiguresProps {
  /** What stands above each label, ready to read. */
  readonly figures: Readonly<Record<'liveNow' | 'today' | 'failedToday' | 'typicalConnect', string>>;
  readonly canExport: boolean;
  readonly onExport: () => void;
}

export function SessionFigures({ figures, canExport, onExport }: SessionFiguresProps) {
  const styles = useStyles();
  const names = ['liveNow', 'today', 'failedToday', 'typicalConnect'] as const;
  return (
    <div className={styles.bar}>
      <dl className={styles.figures}>
        {names.map((name) => (
          <div key={name} className={styles.figure}>
            <dt>
              <Caption1 className={styles.label}>{sessionTexts[name]}</Caption1>
            </dt>
            <dd className={styles.value}>{figures[name]}</dd>
          </div>
        ))}
      </dl>
      <Button size="small" icon={<ArrowExportLtr20Regular />} disabled={!canExport} onClick={onExport}>
        {sessionTexts.exportList}
      </Button>
    </div>
  );
}
