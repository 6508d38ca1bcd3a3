/** Bars between toolbar and table: the host is away, or something is wrong for several connections (design §11). */
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
import { barTexts } from '../../../electron/contract/messages/texts/window.ts';
import { healthBarTexts } from '../../../electron/contract/messages/texts/health.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { useIsViewer } from '../../components/use-why-not.ts';
import { useHealth, useServices, useShell } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { shownBars } from './shown-bars.ts';

export function MessageBars() {
  const styles = useStyles();
  const { bridge, toasts, ui } = useServices();
  const host = useShell((state) => state.host);
  const items = useHealth((state) => state.items);
  const isViewer = useIsViewer();
  const { bars, more } = shownBars(host, items);
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
      {bars.map(({ key, kind, intent, text, canRunHere }, index) => (
        <MessageBar key={key} intent={intent} shape="square" layout="auto" className={styles.bar}>
          <MessageBarBody>
            {text}
            {more > 0 && index === bars.length - 1 && ` ${fillText(healthBarTexts.more, { count: more })}`}
          </MessageBarBody>
          {kind === 'host' && (
            <MessageBarActions>
              {/* Who may only look at that host can't take its place. */}
              {canRunHere && !isViewer && <Button onClick={() => void runHere()}>{barTexts.runHere}</Button>}
              <Button onClick={() => ui.openDialog({ kind: 'logs' })}>{barTexts.showLog}</Button>
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
