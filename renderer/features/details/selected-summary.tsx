/** Details of several connections at once: how they are, worst first, and what can be done with all of them. */
import { Body1, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { listenerCostOfHost } from '../../../electron/contract/listener-cost.ts';
import { detailsPaneTexts } from '../../../electron/contract/messages/texts/details.ts';
import { secondLine, statusWord } from '../../../electron/contract/messages/messages.ts';
import { listenerCostText } from '../../../electron/contract/messages/redundancy-words.ts';
import { azureTone, endpointTone, type Tone } from '../../../electron/contract/status.ts';
import { actionsFor } from '../../components/actions-for.ts';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { HostButton } from '../../components/host-controls.tsx';
import { legsOf } from '../../components/legs-of.ts';
import { callOfAction } from '../../components/needed-call.ts';
import { StatusIcon } from '../../components/status-icon.tsx';
import { joinList } from '../../../electron/contract/messages/join-texts.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0', padding: '0' },
  state: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalSNudge,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { display: 'flex', alignItems: 'center', flexShrink: '0', height: tokens.lineHeightBase300 },
  words: { flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' },
  names: { color: tokens.colorNeutralForeground3 },
  line: { color: tokens.colorNeutralForeground3, marginLeft: tokens.spacingHorizontalS },
  cost: { margin: '0', color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  action: { fontWeight: tokens.fontWeightRegular },
});

export function SelectedSummary({ views }: { readonly views: readonly ConnectionView[] }) {
  const styles = useStyles();
  const actions = useConnectionActions();
  const ids = views.map(({ config }) => config.id);
  const cost = listenerCostOfHost(views);
  return (
    <>
      <ul className={styles.list} aria-label={detailsPaneTexts.selectedStates}>
        {statesOf(views).map(({ key, first, line, names }) => (
          <li key={key} className={styles.state}>
            <span className={styles.icon}>
              <StatusIcon legs={legsOf(first)} />
            </span>
            <span className={styles.words}>
              <Body1>{statusWord(first.azure.status)}</Body1>
              {line !== '' && <Caption1 className={styles.line}>{line}</Caption1>}
              <Caption1 block className={styles.names}>
                {joinList(names)}
              </Caption1>
            </span>
            <Body1Strong>{names.length}</Body1Strong>
          </li>
        ))}
      </ul>
      {cost !== null && (
        <Caption1 as="p" block className={styles.cost}>
          {listenerCostText('host', cost)}
        </Caption1>
      )}
      <div className={styles.actions} role="group" aria-label={detailsPaneTexts.actions}>
        {actionsFor(views).map(({ action, label }) => (
          <HostButton
            key={action}
            needs={callOfAction[action]}
            className={styles.action}
            onClick={() => actions.run(action, ids)}
          >
            {label}
          </HostButton>
        ))}
      </div>
    </>
  );
}

interface SharedState {
  readonly key: string;
  readonly first: ConnectionView;
  /** Why a connected one isn't green. */
  readonly line: string;
  readonly names: readonly string[];
}

const urgency: readonly Tone[] = ['act', 'watch', 'good', 'quiet'];

/** Connections of one state together, worst first; a green Connected isn't the same as one with a dead endpoint. */
function statesOf(views: readonly ConnectionView[]): readonly SharedState[] {
  const states = new Map<string, SharedState>();
  for (const view of views) {
    const legs = legsOf(view);
    const tone = azureTone(legs);
    const worst = urgency.indexOf(endpointTone(legs.endpoint) === 'act' ? 'act' : tone);
    const isHalf = legs.azure === 'connected' && tone !== 'good';
    // The line of a connected one holds no time.
    const line = isHalf ? secondLine(view, 0) : '';
    const key = `${worst} ${legs.azure} ${line}`;
    const known = states.get(key);
    states.set(key, {
      key,
      first: known?.first ?? view,
      line,
      names: [...(known?.names ?? []), view.config.name],
    });
  }
  return [...states.values()].sort((one, other) => one.key.localeCompare(other.key));
}
