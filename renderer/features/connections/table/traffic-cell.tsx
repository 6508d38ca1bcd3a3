/** Traffic of one connection now and over the last five minutes. The only part of a row that is drawn each second. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { formatRate, unknownValue } from '../../../../electron/contract/format.ts';
import { isLive, trafficText } from '../../../../electron/contract/messages/connection-figures.ts';
import { tableTexts } from '../../../../electron/contract/messages/texts/window.ts';
import { fillText } from '../../../../electron/contract/messages/message-text.ts';
import { Sparkline } from '../../../components/sparkline.tsx';
import { useTraffic } from '../../../services.tsx';

interface TrafficCellProps {
  readonly view: ConnectionView;
  readonly showsSparkline: boolean;
}

export function TrafficFigures({ view, showsSparkline }: TrafficCellProps) {
  const styles = useStyles();
  const rates = useTraffic(({ byId }) => byId.get(view.config.id)?.rates) ?? [];
  const now = trafficText(view, rates.at(-1) ?? null);
  const busiest = Math.max(0, ...rates);
  const isKnown = view.azure.status !== 'unknown';
  const hasLine = showsSparkline && isKnown && (busiest > 0 || (isLive(view) && rates.length > 1));
  const isQuiet = now === unknownValue || rates.at(-1) === 0;
  return (
    <div className={styles.figures}>
      {hasLine && <Sparkline rates={rates} />}
      <span
        className={mergeClasses(styles.rate, isQuiet && styles.quiet)}
        aria-description={description(busiest, now)}
      >
        {now}
      </span>
    </div>
  );
}

/** The line in words. */
function description(busiest: number, now: string): string | undefined {
  return busiest > 0 ? fillText(tableTexts.traffic, { rate: formatRate(busiest), now }) : undefined;
}

const useStyles = makeStyles({
  figures: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end' },
  rate: {
    ...typographyStyles.body1,
    // The line stands still while the figure beside it changes.
    minWidth: '64px',
    marginLeft: tokens.spacingHorizontalXS,
    textAlign: 'right',
    whiteSpace: 'nowrap',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});
