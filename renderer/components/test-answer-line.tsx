/** What a try of a host and port came to, in one place that keeps its height. */
import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, ErrorCircle16Filled } from '@fluentui/react-icons';
import { toneColors } from '../theme/tones.ts';
import type { TestAnswer } from './test-answer.ts';

const useStyles = makeStyles({
  // Its height stays, so that the buttons don't move when the answer comes.
  answer: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '40px',
    marginTop: tokens.spacingVerticalM,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  code: { display: 'block', color: tokens.colorNeutralForeground3 },
});

/** It is there before the answer is, or screen readers wouldn't notice the change. */
export function TestAnswerLine({ answer }: { readonly answer: TestAnswer | null }) {
  const styles = useStyles();
  const Icon = answer?.tone === 'good' ? CheckmarkCircle16Filled : ErrorCircle16Filled;
  return (
    <div role="status" className={styles.answer}>
      {answer !== null && (
        <>
          <Icon aria-hidden className={styles.icon} primaryFill={toneColors[answer.tone].icon} />
          <span>
            <Text>{answer.text}</Text>
            {answer.code !== null && <Caption1 className={styles.code}>{answer.code}</Caption1>}
          </span>
        </>
      )}
    </div>
  );
}
