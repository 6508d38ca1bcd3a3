/** Sentences round the table: what comes next, what a tick means, and at the end what is to be done at the old program. */
import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Info20Regular } from '@fluentui/react-icons';
import {
  importCountTexts,
  importDialogTexts,
  importFormatTexts,
  importNextTexts,
} from '../../../electron/contract/messages/texts/import.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { isVerified, type ImportState } from './import-state.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

const useStyles = makeStyles({
  hints: { minHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  box: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { flexShrink: 0 },
  heading: { margin: '0', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingInlineStart: '20px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
});

/** Above the table. */
export function ImportOrigin({ state: { file, format } }: { readonly state: ImportState }) {
  const styles = useStyles();
  return (
    <Caption1 className={styles.quiet}>
      {fillText(importDialogTexts.from, { file, format: importFormatTexts[format] })}
    </Caption1>
  );
}

/** Above the table, too, in a place that is always there: what a tick means must not move the ticks. */
export function ImportHints({ state }: { readonly state: ImportState }) {
  const styles = useStyles();
  if (state.step === 'switch') return null;
  return (
    <Body1 as="p" className={styles.hints}>
      {joinSentences(hintsOf(state))}
    </Body1>
  );
}

function hintsOf({ step, rows, ticked, busy, format }: ImportState): readonly string[] {
  const chosen = rows.filter(({ row }) => ticked.has(row));
  if (step === 'preview') {
    if (rows.length === 0) return [];
    return format === 'azbridge'
      ? [importDialogTexts.verifyFirst, importDialogTexts.azbridgeSide]
      : [importDialogTexts.verifyFirst];
  }
  if (step !== 'verify') return [];
  if (busy === 'verifying') return [importDialogTexts.verifyingStarts];
  const unverified = chosen.filter((row) => !isVerified(row)).length;
  const overwritten = chosen.filter(({ action }) => action === 'differs').length;
  const isAnyRefused = rows.some(({ check }) => check.state === 'refused');
  return [
    ...(isAnyRefused ? [importDialogTexts.unverifiedLine] : []),
    ...(unverified === 0 ? [] : [fillCounted(importCountTexts.unverified, unverified)]),
    ...(overwritten === 0 ? [] : [fillCounted(importCountTexts.overwrites, overwritten)]),
  ];
}

/** After the switch; nothing where nothing was imported. */
export function ImportNext({ state: { rows, format } }: { readonly state: ImportState }) {
  const styles = useStyles();
  const isDone = rows.some(
    ({ action, kind }) => kind !== 'biztalk' && (action === 'imported' || action === 'updated'),
  );
  if (!isDone) return null;
  return (
    <section className={styles.box}>
      <Info20Regular aria-hidden className={styles.icon} />
      <div>
        <h3 className={styles.heading}>{importDialogTexts.nextTitle}</h3>
        <ul className={styles.list}>
          {importNextTexts[format].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
