/** Rows that only say how things are, and the one that opens the data folder. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ownRowTexts, ownValueTexts } from '../../../electron/contract/messages/texts/settings-page.ts';
import { FixedRow, SettingRow } from '../../components/settings/setting-row.tsx';
import { useBridge, useShell } from '../../services.tsx';

const useStyles = makeStyles({
  button: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXS },
  path: { overflowWrap: 'anywhere' },
});

export function KeysRow() {
  const backend =
    useShell(({ host }) => (host.mode === 'starting' ? null : host.info?.secretBackend)) ?? null;
  return backend === null ? null : <FixedRow {...ownRowTexts.keys} value={ownValueTexts[backend]} />;
}

export function TlsRow() {
  return <FixedRow {...ownRowTexts.tls} value={ownValueTexts.tls} />;
}

export function TelemetryRow() {
  return <FixedRow {...ownRowTexts.telemetry} value={ownValueTexts.telemetry} />;
}

export function DataFolderRow() {
  const styles = useStyles();
  const bridge = useBridge();
  const folder = useShell(({ app }) => app?.dataFolder ?? '');
  return (
    <SettingRow {...ownRowTexts.dataFolder}>
      {(ids) => (
        <>
          <div className={styles.path}>{folder}</div>
          <Button
            className={styles.button}
            aria-describedby={ids['aria-labelledby']}
            onClick={() => void bridge.call('app.openDataFolder', {}).catch(() => undefined)}
          >
            {ownValueTexts.openFolder}
          </Button>
        </>
      )}
    </SettingRow>
  );
}
