/** The popup of a newer version (design §9.8): what it is, what installing it means, and how far that is. */
import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { formatBytes } from '../../../electron/contract/format.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { upgradeTexts } from '../../../electron/contract/messages/texts/updates.ts';
import type { Release, UpdateState } from '../../../electron/contract/updates.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useUpdateCalls } from '../../components/updates/use-update-calls.ts';
import { useServices, useShell } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { GoBackDialog } from './go-back-dialog.tsx';
import { InstallCallout } from './install-callout.tsx';
import { ReleaseFacts } from './release-facts.tsx';
import { ReleaseNotes } from './release-notes.tsx';

export function UpgradeDialog() {
  const { ui } = useServices();
  const update = useShell((state) => state.update);
  const isOver = update === null || (update.release === null && update.goBackTo === null);
  useEffect(() => {
    // Withdrawn, or turned off meanwhile.
    if (isOver) ui.closeDialog();
  }, [isOver, ui]);
  if (update === null) return null;
  if (update.goBackTo !== null) return <GoBackDialog update={update} version={update.goBackTo} />;
  if (update.release === null) return null;
  return <UpgradeOf update={update} release={update.release} />;
}

interface UpgradeProps {
  readonly update: UpdateState;
  readonly release: Release;
}

function UpgradeOf({ update, release }: UpgradeProps) {
  const styles = useStyles();
  const { shell, ui } = useServices();
  const { ask, asked } = useUpdateCalls();
  const { phase, obstacle, problem } = update;

  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  /** One yes is for both: it is installed as soon as it has come, if the person is still here. */
  async function install(): Promise<void> {
    if (phase !== 'ready') await ask('download');
    if (isHere.current && shell.getState().update?.phase === 'ready') await ask('install');
  }

  const isWorking = phase === 'downloading' || phase === 'installing';
  const close = (): void => {
    ui.closeDialog();
    // Not now is not today. What is begun goes on.
    if (!isWorking) void ask('later');
  };
  const leave = (call: 'later' | 'skip'): void => {
    ui.closeDialog();
    void ask(call);
  };
  return (
    <DialogFrame
      title={fillText(titleOf(update), { version: release.version })}
      // Dutch needs it: three buttons beside each other.
      size="form"
      busy={phase === 'installing'}
      onClose={close}
      actions={
        phase === 'downloading' ? (
          <Button onClick={() => void ask('cancel')} {...initialFocus}>
            {upgradeTexts.cancel}
          </Button>
        ) : (
          <>
            <Button
              appearance="subtle"
              className={styles.skip}
              disabled={phase === 'installing'}
              onClick={() => leave('skip')}
            >
              {upgradeTexts.skip}
            </Button>
            {obstacle === null && (
              <BusyButton
                busy={phase === 'installing' || asked === 'download' || asked === 'install'}
                label={upgradeTexts.install}
                busyLabel={upgradeTexts.preparing}
                isFirst
                onClick={() => void install()}
              />
            )}
            <Button
              disabled={phase === 'installing'}
              onClick={() => leave('later')}
              {...(obstacle === null ? {} : initialFocus)}
            >
              {upgradeTexts.later}
            </Button>
          </>
        )
      }
    >
      <div className={styles.content}>
        {problem !== null && <ErrorCallout error={problem} />}
        <ReleaseFacts update={update} release={release} />
        <div>
          <Text as="h3" weight="semibold" className={styles.head}>
            {upgradeTexts.whatsNew}
          </Text>
          <ReleaseNotes notes={release.notes} />
        </div>
        {phase === 'downloading' ? (
          <Progress update={update} />
        ) : (
          <InstallCallout update={update} release={release} />
        )}
      </div>
    </DialogFrame>
  );
}

function titleOf({ phase }: UpdateState): string {
  if (phase === 'installing') return upgradeTexts.installingTitle;
  return phase === 'ready' ? upgradeTexts.readyTitle : upgradeTexts.foundTitle;
}

function Progress({ update: { received, total } }: Pick<UpgradeProps, 'update'>) {
  const styles = useStyles();
  const words = fillText(upgradeTexts.progress, {
    received: formatBytes(received),
    total: formatBytes(total),
  });
  return (
    <div className={styles.progress}>
      <div className={styles.progressWords}>
        <Text>{upgradeTexts.downloading}</Text>
        <Text>{words}</Text>
      </div>
      <ProgressBar
        aria-label={upgradeTexts.downloading}
        aria-valuetext={words}
        thickness="large"
        {...(total === 0 ? {} : { value: received / total })}
      />
    </div>
  );
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  head: { display: 'block', margin: '0 0 4px' },
  // At the other end, where nobody presses it by accident.
  skip: { marginInlineEnd: 'auto', [belowNarrow]: { marginInlineEnd: 0 } },
  progress: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  progressWords: { display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap' },
});
