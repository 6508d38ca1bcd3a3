/** The steps of practice, each with its icon and its sentence; what is done is read out. */
import { Caption1, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  Circle16Regular,
  ErrorCircle16Filled,
  type FluentIcon,
} from '@fluentui/react-icons';
import { demoDialogTexts, demoStepStateTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { toneColors } from '../../theme/tones.ts';
import type { DemoLine } from './demo-progress.ts';

const icons: Readonly<Record<Exclude<DemoLine['state'], 'running'>, FluentIcon>> = {
  done: CheckmarkCircle16Filled,
  waiting: Circle16Regular,
  stuck: ErrorCircle16Filled,
};

const colors: Readonly<Record<Exclude<DemoLine['state'], 'running'>, string>> = {
  done: toneColors.good.icon,
  waiting: toneColors.quiet.icon,
  stuck: toneColors.act.icon,
};

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  icon: {
    display: 'flex',
    flexShrink: 0,
    width: '16px',
    height: tokens.lineHeightBase300,
    alignItems: 'center',
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  waiting: { color: tokens.colorNeutralForeground3 },
  quote: { display: 'block', color: tokens.colorNeutralForeground3, whiteSpace: 'pre-wrap' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export function DemoSteps({ lines }: { readonly lines: readonly DemoLine[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={demoDialogTexts.steps} aria-live="polite">
      {lines.map(({ step, state, text, quote }) => (
        <li key={step} className={styles.line}>
          <StepIcon state={state} />
          <span className={mergeClasses(styles.words, state === 'waiting' && styles.waiting)}>
            {text}
            {quote !== null && <Caption1 className={styles.quote}>{quote}</Caption1>}
            <span className={styles.unseen}>{` ${demoStepStateTexts[state]}`}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepIcon({ state }: { readonly state: DemoLine['state'] }) {
  const styles = useStyles();
  if (state === 'running')
    return (
      <span className={styles.icon} aria-hidden>
        <Spinner size="extra-tiny" />
      </span>
    );
  const Icon = icons[state];
  return (
    <span className={styles.icon} aria-hidden>
      <Icon primaryFill={colors[state]} />
    </span>
  );
}
