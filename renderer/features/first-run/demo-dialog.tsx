/**
 * Practice without Azure (design §6, §11): a relay, a service and an app on this computer, each step told as it is done.
 * Closing the dialog leaves it running, like any connection; ending it takes everything away again.
 */
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { demoDialogTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useServices } from '../../services.tsx';
import { demoLines } from './demo-progress.ts';
import { DemoSteps } from './demo-steps.tsx';
import { usePractice } from './use-practice.ts';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  paragraph: { margin: '0' },
  address: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  url: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontVariantLigatures: 'none',
    userSelect: 'text',
  },
  hint: { flexBasis: '100%', color: tokens.colorNeutralForeground3 },
});

export function DemoDialog() {
  const styles = useStyles();
  const { toasts, ui } = useServices();
  const { state, problem, ending, start, end } = usePractice();
  const close = (): void => ui.closeDialog();

  async function endAndClose(): Promise<void> {
    if (!(await end())) return;
    toasts.show('success', demoDialogTexts.ended);
    ui.closeDialog();
  }

  return (
    <DialogFrame
      title={demoDialogTexts.title}
      size="form"
      busy={ending}
      onClose={close}
      actions={
        <>
          {state.phase === 'failed' && (
            <Button appearance="primary" onClick={start}>
              {demoDialogTexts.tryAgain}
            </Button>
          )}
          {(state.phase === 'starting' || state.phase === 'running') && (
            <BusyButton
              appearance="secondary"
              busy={ending}
              label={demoDialogTexts.endPractice}
              busyLabel={demoDialogTexts.ending}
              onClick={() => void endAndClose()}
            />
          )}
          <Button
            appearance={state.phase === 'running' ? 'primary' : 'secondary'}
            disabled={ending}
            onClick={close}
            {...initialFocus}
          >
            {dialogButtonTexts.close}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <Body1 as="p" className={styles.paragraph}>
          {demoDialogTexts.intro}
        </Body1>
        <DemoSteps lines={demoLines(state)} />
        {problem !== null && <ErrorCallout error={problem} />}
        {state.url !== null && <Address url={state.url} />}
        {state.phase === 'running' && (
          <Body1 as="p" className={styles.paragraph}>
            {demoDialogTexts.goesOn}
          </Body1>
        )}
      </div>
    </DialogFrame>
  );
}

function Address({ url }: { readonly url: string }) {
  const styles = useStyles();
  const hintId = useId();
  return (
    <div role="group" aria-label={demoDialogTexts.url} aria-describedby={hintId} className={styles.address}>
      <span className={styles.url}>{url}</span>
      <CopyButton text={url} what={demoDialogTexts.url} />
      <Caption1 id={hintId} className={styles.hint}>
        {demoDialogTexts.tryUrl}
      </Caption1>
    </div>
  );
}
