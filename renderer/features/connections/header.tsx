/** The host in one sentence, the groups of its connections, and help (design §5). */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ArrowSyncCircle24Filled,
  CheckmarkCircle24Filled,
  CircleHint24Regular,
  CircleOff24Regular,
  ErrorCircle24Filled,
  PlugDisconnected24Filled,
  type FluentIcon,
} from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { headerTexts } from '../../../electron/contract/messages/texts/window.ts';
import {
  hostSentence,
  type HostSentence,
  type HostSentenceKind,
} from '../../../electron/contract/messages/host-sentence.ts';
import { narrowBelow, useWindowWidth, wideFrom } from '../../components/use-window-width.ts';
import { useConnections, useServices, useShell } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { toneColors } from '../../theme/tones.ts';
import { GroupChips } from './group-chips.tsx';
import { HelpMenu } from './help-menu.tsx';
import { SettingsButton } from './settings-button.tsx';
import { hostCaption } from './host-caption.ts';
import { ViewerChip } from './viewer-chip.tsx';

const icons: Readonly<Record<HostSentenceKind, FluentIcon>> = {
  unreachable: PlugDisconnected24Filled,
  none: CircleHint24Regular,
  noNetwork: PlugDisconnected24Filled,
  attention: ErrorCircle24Filled,
  recovering: ArrowSyncCircle24Filled,
  off: CircleOff24Regular,
  working: CheckmarkCircle24Filled,
};

/** Before the first answer nothing is claimed. */
function starting(): HostSentence {
  return { tone: 'quiet', kind: 'none', sentence: headerTexts.starting, short: headerTexts.starting };
}

export function Header() {
  const styles = useStyles();
  const width = useWindowWidth();
  const { kind, tone, sentence, short } = useHostSentence();
  const Icon = icons[kind];
  return (
    <div data-region="header" className={styles.header}>
      <Icon aria-hidden className={styles.icon} primaryFill={toneColors[tone].icon} />
      <div className={styles.host}>
        <h1 className={mergeClasses(styles.line, styles.sentence)}>
          {width < narrowBelow ? short : sentence}
        </h1>
        <Caption />
      </div>
      <ViewerChip />
      {/* Below that the groups are a menu of the toolbar. */}
      {width >= wideFrom && <GroupChips />}
      <SettingsButton />
      <HelpMenu />
    </div>
  );
}

function useHostSentence(): HostSentence {
  const mode = useShell(({ host }) => host.mode);
  const loaded = useConnections((state) => state.loaded);
  const views = useConnections((state) => state.views);
  const reachable = mode !== 'unreachable';
  if (reachable && !loaded) return starting();
  return hostSentence({ views: [...views.values()], reachable });
}

/** Drawn alone: it follows the clock. */
function Caption() {
  const styles = useStyles();
  const host = useShell((state) => state.host);
  const caption = useStore(useServices().clock, ({ now }) => hostCaption(host, now));
  return <div className={mergeClasses(styles.line, styles.caption)}>{caption}</div>;
}

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalM,
    height: '64px',
    paddingInline: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground2,
    [belowNarrow]: { paddingInline: tokens.spacingHorizontalL },
  },
  icon: { flexShrink: 0 },
  host: { flexGrow: 1, minWidth: 0 },
  line: { margin: 0, overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' },
  sentence: typographyStyles.subtitle2,
  caption: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, minHeight: '16px' },
});
