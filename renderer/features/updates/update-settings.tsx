/** The section of the settings about newer versions: how this app stands, and what the host looks for. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { unknownValue } from '../../../electron/contract/format.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { aboutTexts } from '../../../electron/contract/messages/texts/help.ts';
import { HostSetting } from '../../components/settings/host-setting.tsx';
import { UpdateStatus } from '../../components/updates/update-status.tsx';
import { useShell } from '../../services.tsx';

const useStyles = makeStyles({
  status: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalL,
  },
});

export function UpdateSettings() {
  const styles = useStyles();
  const version = useShell(({ app }) => app?.version ?? unknownValue);
  return (
    <>
      <div className={styles.status}>
        <Text weight="semibold">{fillText(aboutTexts.version, { version })}</Text>
        <UpdateStatus />
      </div>
      <HostSetting name="updateMode" />
      <HostSetting name="updateChannel" />
      <HostSetting name="updateFeed" />
    </>
  );
}
