/** Bars between toolbar and table: the host or the network is away (design §11). */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarGroup,
  tokens,
} from '@fluentui/react-components';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { enBars } from '../../../electron/contract/messages/en-window.ts';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { useConnections, useServices, useShell } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { hostBars } from './host-bars.ts';

export function MessageBars() {
  const styles = useStyles();
  const { bridge, toasts, ui } = useServices();
  const host = useShell((state) => state.host);
  const views = useConnections((state) => state.views);
  const bars = hostBars(host, [...views.values()]);
  if (bars.length === 0) return null;

  const runHere = async (): Promise<void> => {
    try {
      await bridge.call('app.runHere', {});
    } catch (error) {
      toasts.show('error', describeError(toErrorData(error)).title);
    }
  };
  return (
    <MessageBarGroup animate="both" className={styles.bars}>
      {bars.map(({ kind, intent, text, canRunHere }) => (
        <MessageBar key={kind} intent={intent} shape="square" layout="auto" className={styles.bar}>
          <MessageBarBody>{text}</MessageBarBody>
          {kind === 'host' && (
            <MessageBarActions>
              {canRunHere && <Button onClick={() => void runHere()}>{enBars.runHere}</Button>}
              <Button onClick={() => ui.openDialog({ kind: 'logs' })}>{enBars.showLog}</Button>
            </MessageBarActions>
          )}
        </MessageBar>
      ))}
    </MessageBarGroup>
  );
}

const useStyles = makeStyles({
  bars: { flexShrink: 0 },
  bar: {
    paddingInline: tokens.spacingHorizontalXXL,
    [belowNarrow]: { paddingInline: tokens.spacingHorizontalL },
  },
});
