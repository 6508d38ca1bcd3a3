/** What installing means for those who are connected now, or who else has to do it. */
import { Info20Regular, Warning20Filled } from '@fluentui/react-icons';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { upgradeCountTexts, upgradeTexts } from '../../../electron/contract/messages/texts/updates.ts';
import type { Release, UpdateState } from '../../../electron/contract/updates.ts';
import { Callout } from '../../components/callout.tsx';
import { useSettings } from '../../components/use-settings.ts';
import { useConnections, useShell } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';

export interface InstallCalloutProps {
  readonly update: UpdateState;
  readonly release: Release;
}

export function InstallCallout({ update, release }: InstallCalloutProps) {
  const { current, keepsPackage, obstacle, phase } = update;
  const { drainSeconds: seconds } = useSettings();
  const isBackground = useShell(({ host }) => host.mode === 'background');
  const sessions = useConnections(({ views }) =>
    [...views.values()].reduce((sum, { sessions: open }) => sum + open, 0),
  );
  if (obstacle !== null)
    return (
      <Callout
        icon={<Info20Regular aria-hidden />}
        title={obstacle === 'package' ? upgradeTexts.byPackage : upgradeTexts.byDevelopment}
        text={upgradeTexts.commandLine}
      />
    );
  const back = keepsPackage ? fillText(upgradeTexts.keepsOld, { next: release.version, current }) : '';
  if (isBackground)
    return (
      <Callout
        icon={<Info20Regular aria-hidden />}
        title={upgradeTexts.connectionsStay}
        text={joinSentences([upgradeTexts.background, back])}
      />
    );
  const breaks = sessions > 0;
  return (
    <Callout
      icon={
        breaks ? (
          <Warning20Filled aria-hidden primaryFill={toneColors.watch.icon} />
        ) : (
          <Info20Regular aria-hidden />
        )
      }
      title={breaks ? fillCounted(upgradeCountTexts.sessions, sessions) : upgradeTexts.noSessions}
      text={joinSentences([
        ...(breaks ? [seconds === 0 ? upgradeTexts.atOnce : fillText(upgradeTexts.finish, { seconds })] : []),
        phase === 'installing' ? upgradeTexts.installing : upgradeTexts.pause,
        upgradeTexts.connectionsStay,
        back,
      ])}
    />
  );
}
