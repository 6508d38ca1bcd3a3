/** Activity: one line for each change of state or configuration, newest first. */
import { Body1, Caption1, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import {
  ArrowSyncCircle16Filled,
  CheckmarkCircle16Filled,
  Circle16Regular,
  ErrorCircle16Filled,
  Person16Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { Activity } from '../../../electron/contract/activity.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import {
  activityBy,
  activitySentence,
  activityTone,
} from '../../../electron/contract/messages/activity-sentence.ts';
import { activityTexts } from '../../../electron/contract/messages/texts/activity.ts';
import type { Tone } from '../../../electron/contract/status.ts';
import { useHostRead, type HostSource } from '../../components/host-read.ts';
import { ReadProblem } from '../../components/read-problem.tsx';
import { useNow, useServices, type Services } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';
import { Moment } from './moment.tsx';

const useStyles = makeStyles({
  filter: { display: 'flex', gap: tokens.spacingHorizontalXS },
  list: { listStyle: 'none', margin: '0', padding: '0' },
  line: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  time: {
    flex: '0 0 96px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: '0', alignSelf: 'start', width: '16px', height: '16px', marginTop: '2px' },
  sentence: { flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' },
  by: {
    maxWidth: '35%',
    color: tokens.colorNeutralForeground3,
    textAlign: 'end',
    overflowWrap: 'anywhere',
  },
  empty: { margin: '0', color: tokens.colorNeutralForeground3 },
});

const filters = ['all', 'states', 'changes'] as const;

type Filter = (typeof filters)[number];

const emptyTexts = { all: 'empty', states: 'emptyStates', changes: 'emptyChanges' } as const satisfies Record<
  Filter,
  keyof typeof activityTexts
>;

const toneIcons: Readonly<Record<Tone, FluentIcon>> = {
  good: CheckmarkCircle16Filled,
  watch: ArrowSyncCircle16Filled,
  act: ErrorCircle16Filled,
  quiet: Circle16Regular,
};

export function ActivityTab({ view }: { readonly view: ConnectionView }) {
  const styles = useStyles();
  const services = useServices();
  const now = useNow();
  const { id } = view.config;
  const { value, problem } = useHostRead(useMemo(() => activitySource(services, id), [services, id]));
  const [filter, setFilter] = useState<Filter>('all');
  const shown = value?.filter((activity) => isShown(activity, filter));
  return (
    <>
      <div className={styles.filter} role="group" aria-label={activityTexts.filter}>
        {filters.map((name) => (
          <ToggleButton
            key={name}
            size="small"
            appearance="subtle"
            checked={filter === name}
            onClick={() => setFilter(name)}
          >
            {activityTexts[name]}
          </ToggleButton>
        ))}
      </div>
      <ReadProblem problem={problem} text={activityTexts.notRead} />
      {shown?.length === 0 && (
        <Body1 as="p" block className={styles.empty}>
          {activityTexts[emptyTexts[filter]]}
        </Body1>
      )}
      {shown !== undefined && shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((activity) => (
            <ActivityLine key={activity.id} activity={activity} now={now} />
          ))}
        </ul>
      )}
    </>
  );
}

function ActivityLine({ activity, now }: { readonly activity: Activity; readonly now: number }) {
  const styles = useStyles();
  const tone = activityTone(activity);
  const Icon = activity.kind === 'change' ? Person16Regular : toneIcons[tone];
  return (
    <li className={styles.line}>
      <Moment at={activity.at} now={now} className={styles.time} />
      <Icon aria-hidden className={styles.icon} primaryFill={toneColors[tone].icon} />
      <Body1 className={styles.sentence}>{activitySentence(activity)}</Body1>
      <Caption1 className={styles.by}>{activityBy(activity)}</Caption1>
    </li>
  );
}

function isShown({ kind }: Activity, filter: Filter): boolean {
  return filter === 'all' || (filter === 'changes') === (kind === 'change');
}

/** The host has no event for it; what it tells of the connection changes with each of them. */
function activitySource({ bridge, connections }: Services, id: string): HostSource<readonly Activity[]> {
  return {
    read: async () => (await bridge.call('activity.list', { connectionId: id })).activity,
    follow: (again) =>
      connections.subscribe((state, before) => {
        if (state.truth.get(id) !== before.truth.get(id)) again();
      }),
  };
}
