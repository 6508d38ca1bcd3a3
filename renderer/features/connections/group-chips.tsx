/** One chip for each group that has connections: pressed it filters the table, pressed again it shows all (design §5). */
import { makeStyles, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ArrowSyncCircle16Filled,
  CheckmarkCircle16Filled,
  CircleOff16Regular,
  ErrorCircle16Filled,
  type FluentIcon,
} from '@fluentui/react-icons';
import { headerTexts } from '../../../electron/contract/messages/texts/window.ts';
import { groupCounts, groupWord } from '../../../electron/contract/messages/host-sentence.ts';
import type { StatusGroup, Tone } from '../../../electron/contract/status.ts';
import { useConnections, useServices, useUi } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';

interface Chip {
  readonly group: StatusGroup;
  readonly tone: Tone;
  readonly Icon: FluentIcon;
}

const chips: readonly Chip[] = [
  { group: 'attention', tone: 'act', Icon: ErrorCircle16Filled },
  { group: 'recovering', tone: 'watch', Icon: ArrowSyncCircle16Filled },
  { group: 'working', tone: 'good', Icon: CheckmarkCircle16Filled },
  { group: 'off', tone: 'quiet', Icon: CircleOff16Regular },
];

export function GroupChips() {
  const styles = useStyles();
  const { ui } = useServices();
  const pressed = useUi(({ group }) => group);
  const views = useConnections((state) => state.views);
  const counts = groupCounts([...views.values()]);
  // A pressed chip stays, even if its last connection has left the group: how else could it be released?
  const shown = chips.filter(({ group }) => counts[group] > 0 || group === pressed);
  return (
    <div role="group" aria-label={headerTexts.group} className={styles.chips}>
      {shown.map(({ group, tone, Icon }) => (
        <ToggleButton
          key={group}
          appearance="subtle"
          checked={group === pressed}
          className={styles.chip}
          icon={<Icon aria-hidden primaryFill={toneColors[tone].icon} />}
          onClick={() => ui.toggleGroup(group)}
        >
          <span className={styles.count}>{counts[group]}</span>{' '}
          <span className={styles.word}>{groupWord(group)}</span>
        </ToggleButton>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  chips: { display: 'flex', flexShrink: 0, columnGap: tokens.spacingHorizontalXS },
  chip: { minWidth: 0, paddingInline: tokens.spacingHorizontalS },
  count: { ...typographyStyles.caption1Strong, marginRight: tokens.spacingHorizontalSNudge },
  word: typographyStyles.caption1,
});
