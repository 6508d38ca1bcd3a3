/** What went wrong, in place: title, likely cause and next step, the code last and small, and its details to copy. */
import { Caption1, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ErrorCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import { errorTable, type ErrorData } from '../../electron/contract/errors.ts';
import { errorCalloutTexts } from '../../electron/contract/messages/texts/dialogs.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { describeError } from '../../electron/contract/messages/messages.ts';
import { toneColors } from '../theme/tones.ts';
import { useConnectionActions } from './connection-actions.ts';
import { joinSentences } from '../../electron/contract/messages/join-texts.ts';

export interface ErrorCalloutProps {
  readonly error: ErrorData;
  /** In place of the error's own title, where more is known: what was tried. */
  readonly title?: string;
}

const useStyles = makeStyles({
  callout: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { flexShrink: 0 },
  words: { display: 'flex', flexDirection: 'column', rowGap: '4px', overflowWrap: 'anywhere', minWidth: 0 },
  small: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
  },
});

/** It is read out at once when it appears. */
export function ErrorCallout({ error, title }: ErrorCalloutProps) {
  const styles = useStyles();
  const actions = useConnectionActions();
  const description = describeError(error);
  const isWatch = errorTable[error.code].severity !== 'act';
  const Icon = isWatch ? Warning20Filled : ErrorCircle20Filled;
  return (
    <div role="alert" className={styles.callout}>
      <Icon aria-hidden className={styles.icon} primaryFill={toneColors[isWatch ? 'watch' : 'act'].icon} />
      <div className={styles.words}>
        <Text weight="semibold">{title ?? description.title}</Text>
        <Text>{joinSentences([description.cause, description.next])}</Text>
        <span className={styles.small}>
          <Caption1>{description.code}</Caption1>
          <Link as="button" appearance="subtle" onClick={() => actions.copy(errorDetails(error))}>
            <Caption1>{errorCalloutTexts.copyDetails}</Caption1>
          </Link>
        </span>
      </div>
    </div>
  );
}

/** Plain text of an error: what it says, then what the program knows. Errors never hold a secret. */
export function errorDetails(error: ErrorData): string {
  const { code, title, cause, next } = describeError(error);
  const known = Object.entries(error.details).map(([name, value]) => `${name}: ${value}`);
  return [fillText(errorCalloutTexts.copied, { code, title }), cause, next, ...known, ''].join('\n');
}
