/** How this app stands with newer versions: in a sentence, with the channel, the last check, and a way to check now. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { formatMoment, unknownValue } from '../../../electron/contract/format.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { momentWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { joinLines } from '../../../electron/contract/messages/join-texts.ts';
import { updateChannelTexts, updateStateTexts } from '../../../electron/contract/messages/texts/updates.ts';
import type { UpdateState } from '../../../electron/contract/updates.ts';
import { useServices, useShell } from '../../services.tsx';
import { BusyButton } from '../busy-button.tsx';
import { ErrorCallout } from '../error-callout.tsx';
import { useWhyNot } from '../use-why-not.ts';
import { useUpdateCalls } from './use-update-calls.ts';

const useStyles = makeStyles({
  status: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  facts: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function UpdateStatus() {
  const styles = useStyles();
  const { ui } = useServices();
  const update = useShell((state) => state.update);
  const { ask, asked } = useUpdateCalls();
  const mayCheck = useWhyNot('updates.check') === null;
  if (update === null) return null;
  const isChecking = asked === 'check' || update.phase === 'checking';
  const hasMore = update.release !== null || update.goBackTo !== null;
  return (
    <div className={styles.status}>
      <div role="status">
        <Text weight="semibold">{updateSentence(update)}</Text>
      </div>
      <Text className={styles.facts}>{factsOf(update)}</Text>
      {update.problem !== null && <ErrorCallout error={update.problem} />}
      <div className={styles.buttons}>
        {update.phase !== 'off' && mayCheck && (
          <BusyButton
            busy={isChecking}
            label={updateStateTexts.checkNow}
            busyLabel={updateStateTexts.checking}
            appearance="secondary"
            disabled={!['idle', 'available', 'checking'].includes(update.phase)}
            onClick={() => void ask('check')}
          />
        )}
        {hasMore && (
          <Button appearance="primary" onClick={() => ui.openDialog({ kind: 'upgrade' })}>
            {updateStateTexts.show}
          </Button>
        )}
      </div>
    </div>
  );
}

export function updateSentence({ phase, release, checkedAt, problem, goBackTo }: UpdateState): string {
  if (goBackTo !== null) return fillText(updateStateTexts.goBack, { version: goBackTo });
  const version = release?.version ?? unknownValue;
  switch (phase) {
    case 'off':
      return updateStateTexts.off;
    case 'idle':
    case 'checking':
      if (release !== null) return fillText(updateStateTexts.available, { version });
      // A check that failed says nothing about this version.
      if (problem !== null) return updateStateTexts.notKnown;
      return checkedAt === null ? updateStateTexts.notChecked : updateStateTexts.upToDate;
    default:
      return fillText(updateStateTexts[phase], { version });
  }
}

function factsOf({ channel, checkedAt }: UpdateState): string {
  return joinLines([
    fillText(updateStateTexts.channel, { channel: updateChannelTexts[channel] }),
    checkedAt === null
      ? updateStateTexts.never
      : fillText(updateStateTexts.lastCheck, { time: formatMoment(checkedAt, Date.now(), momentWordTexts) }),
  ]);
}
