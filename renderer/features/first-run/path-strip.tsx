/** The way of a session as a drawing: from an app through Azure Relay and this host to a service (design §11). */
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AppsAddIn20Regular,
  Cloud20Regular,
  Database20Regular,
  Server20Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { Fragment } from 'react';
import { firstRunTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { belowNarrow, forcedColors } from '../../theme/media.ts';

interface StripNode {
  readonly name: 'app' | 'relay' | 'host' | 'service';
  readonly Icon: FluentIcon;
}

const nodes: readonly StripNode[] = [
  { name: 'app', Icon: AppsAddIn20Regular },
  { name: 'relay', Icon: Cloud20Regular },
  { name: 'host', Icon: Server20Regular },
  { name: 'service', Icon: Database20Regular },
];

const useStyles = makeStyles({
  strip: { display: 'flex', alignItems: 'flex-start', width: '100%', maxWidth: '560px' },
  node: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalS,
    width: '92px',
    flexShrink: 0,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    [belowNarrow]: { width: '76px' },
  },
  box: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '40px',
    height: '40px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    [forcedColors]: { border: '1px solid CanvasText' },
  },
  // As far as the boxes, which are narrower than the words below them.
  line: {
    flexGrow: 1,
    marginTop: '19px',
    marginInline: '-26px',
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
    [belowNarrow]: { marginInline: '-18px' },
    [forcedColors]: { borderTopColor: 'CanvasText' },
  },
  dashed: { borderTopStyle: 'dashed' },
});

export function PathStrip() {
  const styles = useStyles();
  return (
    <div role="img" aria-label={firstRunTexts.drawing} className={styles.strip}>
      {nodes.map(({ name, Icon }, index) => (
        <Fragment key={name}>
          {index > 0 && (
            // The last part lies in the reader's own network: this host dials it only when an app asks.
            <span className={mergeClasses(styles.line, index === nodes.length - 1 && styles.dashed)} />
          )}
          <span className={styles.node}>
            <span className={styles.box}>
              <Icon aria-hidden />
            </span>
            <Caption1>{firstRunTexts[name]}</Caption1>
          </span>
        </Fragment>
      ))}
    </div>
  );
}
