/** The host's log, redacted, of one connection or of all: follows the newest line, filters, copies and saves (design §8). */
import { Body1, Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Copy16Regular, FolderOpen16Regular, Save16Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { toErrorData } from '../../electron/contract/errors.ts';
import type { LogLine } from '../../electron/contract/log-line.ts';
import { logTexts, logLevelTexts } from '../../electron/contract/messages/texts/log.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { describeError } from '../../electron/contract/messages/messages.ts';
import { logLevels, type LogLevel } from '../../electron/contract/default-settings.ts';
import { useServices, useShell, type Services } from '../services.tsx';
import { useConnectionActions } from './connection-actions.ts';
import { useHostRead } from './host-read.ts';
import { LogLines } from './log-lines.tsx';
import { logSource } from './log-source.ts';
import { logText } from './log-text.ts';
import { ReadProblem } from './read-problem.tsx';
import { saveText } from './save-text.ts';

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    rowGap: tokens.spacingVerticalM,
    minWidth: '0',
    minHeight: '0',
  },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  level: { flex: '1 1 96px', minWidth: '0', maxWidth: '240px', marginRight: 'auto' },
  button: { minWidth: '0', flexShrink: '0' },
  empty: { margin: '0', color: tokens.colorNeutralForeground3 },
});

export interface LogViewProps {
  /** Null: the lines of all connections and of the host itself. */
  readonly connectionId: string | null;
}

export function LogView({ connectionId }: LogViewProps) {
  // Lines are numbered since the host started: another start is another log.
  const startedAt = useShell(({ host }) => (host.mode === 'starting' ? null : host.info?.startedAt)) ?? 0;
  return <LogOfHost key={`${connectionId ?? ''} ${startedAt}`} connectionId={connectionId} />;
}

function LogOfHost({ connectionId }: LogViewProps) {
  const styles = useStyles();
  const { bridge } = useServices();
  const [level, setLevel] = useState<LogLevel>('info');
  /** What stands still while the person reads; null while the newest lines are followed. */
  const [frozen, setFrozen] = useState<readonly LogLine[] | null>(null);
  const { value, problem } = useHostRead(
    useMemo(() => logSource(bridge, connectionId, level), [bridge, connectionId, level]),
  );
  const lines = frozen ?? value ?? [];
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <Select
          size="small"
          className={styles.level}
          aria-label={logTexts.level}
          value={level}
          onChange={(_event, data) => {
            setLevel(logLevels.find((known) => known === data.value) ?? 'info');
            setFrozen(null);
          }}
        >
          {logLevels.map((known) => (
            <option key={known} value={known}>
              {logLevelTexts[known]}
            </option>
          ))}
        </Select>
        <LogButtons lines={lines} />
      </div>
      <ReadProblem problem={problem} text={logTexts.notRead} />
      {lines.length === 0 && value !== null && (
        <Body1 as="p" block className={styles.empty}>
          {level === 'debug' ? logTexts.empty : logTexts.emptyOfLevel}
        </Body1>
      )}
      {lines.length > 0 && (
        <LogLines
          lines={lines}
          paused={frozen !== null}
          onPausedChange={(paused) => setFrozen(paused ? lines : null)}
        />
      )}
    </div>
  );
}

function LogButtons({ lines }: { readonly lines: readonly LogLine[] }) {
  const styles = useStyles();
  const services = useServices();
  const actions = useConnectionActions();
  const isEmpty = lines.length === 0;
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<Copy16Regular />}
        disabled={isEmpty}
        onClick={() => actions.copy(logText(lines))}
      >
        {logTexts.copy}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<Save16Regular />}
        disabled={isEmpty}
        onClick={() => void saveText(services, { name: 'hcm-log.txt', text: logText(lines) }, logTexts)}
      >
        {logTexts.save}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<FolderOpen16Regular />}
        onClick={() => void openFolder(services)}
      >
        {logTexts.openFolder}
      </Button>
    </>
  );
}

async function openFolder({ bridge, toasts }: Services): Promise<void> {
  try {
    await bridge.call('app.openDataFolder', {});
  } catch (error) {
    const { title, code } = describeError(toErrorData(error));
    toasts.show('error', fillText(logTexts.notOpened, { problem: title }), code);
  }
}
