/** The line above the table: how far it is, in a sentence that screen readers hear and that has the focus at each step. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { importCountTexts, importDialogTexts } from '../../../electron/contract/messages/texts/import.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { canTake, type ImportState } from './import-state.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

const useStyles = makeStyles({
  line: {
    display: 'block',
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
});

export function ImportSummary({ state }: { readonly state: ImportState }) {
  const styles = useStyles();
  const line = useRef<HTMLHeadingElement>(null);
  const { step } = state;
  // What had the focus belonged to the step before.
  useEffect(() => line.current?.focus(), [step]);
  // At the end nothing else of the list can have the focus, and keys have to scroll it.
  const tabIndex = step === 'switch' ? 0 : -1;
  return (
    <h3 ref={line} tabIndex={tabIndex} role="status" className={styles.line}>
      {summaryOf(state)}
    </h3>
  );
}

function summaryOf({ step, rows, busy }: ImportState): string {
  if (rows.length === 0) return importDialogTexts.empty;
  if (step === 'preview') {
    const count = rows.filter(canTake).length;
    return fillCounted(importCountTexts.canBe, count, { all: rows.length });
  }
  if (step === 'verify') {
    const asked = rows.filter(({ check }) => check.state !== 'notAsked');
    const over = asked.filter(({ check }) => check.state === 'answered' || check.state === 'refused');
    if (busy === 'verifying')
      return fillCounted(importCountTexts.verifying, asked.length, { done: over.length });
    const good = asked.filter(({ check }) => check.state === 'answered');
    return fillCounted(importCountTexts.verified, asked.length, { done: good.length });
  }
  const imported = rows.filter(({ action }) => action === 'imported' || action === 'updated').length;
  const left = rows.filter(({ action }) => !['imported', 'updated', 'unchanged'].includes(action)).length;
  const first =
    imported === 0 ? importDialogTexts.nothingDone : fillCounted(importCountTexts.imported, imported);
  return left === 0 ? first : joinSentences([first, fillCounted(importCountTexts.left, left)]);
}
