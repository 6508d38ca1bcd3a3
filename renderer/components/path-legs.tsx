/**
 * The way from an app to its endpoint, top to bottom: nodes are facts, what lies between them is a state (design §8). The
 * line is whole, broken or dotted besides its colour, so that it tells without colours, too.
 */
import { Body1, Body1Strong, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AppsAddIn20Regular,
  Cloud20Regular,
  Database20Regular,
  Server20Regular,
} from '@fluentui/react-icons';
import { Fragment, type ReactNode } from 'react';
import type { PathLeg } from '../../electron/contract/messages/path-legs.ts';
import type { Tone } from '../../electron/contract/status.ts';
import { forcedColors } from '../theme/media.ts';
import { toneColors } from '../theme/tones.ts';
import { BreakableText } from './breakable-text.tsx';

export type PathNodeKind = 'app' | 'relay' | 'host' | 'endpoint';

export interface PathNode {
  readonly kind: PathNodeKind;
  readonly name: string;
  readonly caption: string;
}

export interface PathLegsProps {
  readonly label: string;
  readonly nodes: readonly [PathNode, PathNode, PathNode, PathNode];
  /** What lies behind each node but the last. */
  readonly legs: readonly [PathLeg, PathLeg, PathLeg];
  readonly iconOf: (leg: PathLeg) => ReactNode;
}

const nodeIcons = {
  app: AppsAddIn20Regular,
  relay: Cloud20Regular,
  host: Server20Regular,
  endpoint: Database20Regular,
} as const;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0', padding: '0' },
  row: { display: 'flex', columnGap: tokens.spacingHorizontalM, alignItems: 'stretch' },
  rail: { display: 'flex', flexShrink: '0', width: '32px', justifyContent: 'center' },
  node: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '32px',
    height: '32px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
  },
  nodeText: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    alignContent: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: '0',
  },
  caption: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  leg: {
    display: 'flex',
    flexGrow: '1',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: '0',
    minHeight: '28px',
    paddingBlock: '2px',
  },
  /** Of several lines, when it leads through a proxy with a long name: the icon stays beside the first. */
  state: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS, minWidth: '0' },
  icon: { display: 'flex', flexShrink: '0', alignItems: 'center', height: tokens.lineHeightBase300 },
  words: { minWidth: '0', overflowWrap: 'anywhere' },
  figure: { marginLeft: 'auto', color: tokens.colorNeutralForeground3 },
  line: { width: '0', borderLeft: '2px solid', [forcedColors]: { borderLeftColor: 'CanvasText' } },
  good: { borderLeftColor: toneColors.good.icon },
  act: { borderLeftStyle: 'dashed', borderLeftColor: toneColors.act.icon },
  watch: { borderLeftStyle: 'dashed', borderLeftColor: toneColors.watch.icon },
  quiet: { borderLeftStyle: 'dotted', borderLeftColor: tokens.colorNeutralStrokeAccessible },
});

export function PathLegs({ label, nodes, legs, iconOf }: PathLegsProps) {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {nodes.map((node, index) => {
        const leg = legs[index];
        return (
          <Fragment key={node.kind}>
            <NodeItem {...node} />
            {leg !== undefined && <LegItem leg={leg} icon={iconOf(leg)} />}
          </Fragment>
        );
      })}
    </ol>
  );
}

function NodeItem({ kind, name, caption }: PathNode) {
  const styles = useStyles();
  const Icon = nodeIcons[kind];
  return (
    <li className={styles.row}>
      <span className={styles.rail}>
        <span className={styles.node}>
          <Icon aria-hidden />
        </span>
      </span>
      <span className={styles.nodeText}>
        <Body1Strong>{name}</Body1Strong>
        <Caption1 className={styles.caption}>
          <BreakableText text={caption} />
        </Caption1>
      </span>
    </li>
  );
}

function LegItem({ leg, icon }: { readonly leg: PathLeg; readonly icon: ReactNode }) {
  const styles = useStyles();
  const color = legTextColor(leg.tone);
  return (
    <li className={styles.row} data-tone={leg.tone}>
      <span className={styles.rail}>
        <span className={mergeClasses(styles.line, styles[leg.tone])} />
      </span>
      <span className={styles.leg}>
        <span className={styles.state}>
          <span className={styles.icon}>{icon}</span>
          <Body1 className={styles.words} style={{ color }}>
            {leg.words}
          </Body1>
        </span>
        <Caption1 className={styles.figure}>{leg.figure}</Caption1>
      </span>
    </li>
  );
}

/** Only amber and red colour their words: a path at rest is ordinary text. */
function legTextColor(tone: Tone): string {
  return tone === 'act' || tone === 'watch' ? toneColors[tone].text : tokens.colorNeutralForeground1;
}
