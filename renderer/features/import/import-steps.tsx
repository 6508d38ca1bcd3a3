/** Where the person is on the way: the four steps, the present one in bold. */
import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { importStepTexts } from '../../../electron/contract/messages/texts/import.ts';
import { belowNarrow } from '../../theme/media.ts';
import type { ImportStep } from './import-state.ts';

const names = ['choose', 'preview', 'verify', 'switch'] as const;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXXS,
    margin: '0',
    padding: '0',
    listStyleType: 'none',
    [belowNarrow]: { columnGap: tokens.spacingHorizontalM },
  },
  other: { color: tokens.colorNeutralForeground3 },
});

export function ImportSteps({ step }: { readonly step: ImportStep }) {
  const styles = useStyles();
  const present = step === 'locked' ? 'choose' : step;
  return (
    <ol className={styles.list}>
      {names.map((name, index) => {
        const text = `${index + 1}. ${importStepTexts[name]}`;
        return name === present ? (
          <li key={name} aria-current="step">
            <Caption1Strong>{text}</Caption1Strong>
          </li>
        ) : (
          <li key={name}>
            <Caption1 className={styles.other}>{text}</Caption1>
          </li>
        );
      })}
    </ol>
  );
}
