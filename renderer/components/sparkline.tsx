/** The last five minutes of traffic as a line, newest at the right. Hidden from screen readers: words stand in the cell. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { trafficSamples } from '../store/traffic-store.ts';
import { forcedColors } from '../theme/media.ts';

const width = 64;
const height = 20;
/** Room for the dot and half the line at each edge. */
const margin = 2;

export function Sparkline({ rates }: { readonly rates: readonly number[] }) {
  const styles = useStyles();
  const points = sparklinePoints(rates);
  const now = points.at(-1);
  if (!now) return null;
  return (
    <svg aria-hidden width={width} height={height} className={styles.line}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <circle cx={now.x} cy={now.y} r="1.5" className={styles.dot} />
    </svg>
  );
}

/** The busiest moment touches the top; a time without traffic is a line at the bottom. */
export function sparklinePoints(
  rates: readonly number[],
): readonly { readonly x: number; readonly y: number }[] {
  const busiest = Math.max(...rates, 1);
  const step = (width - 2 * margin) / (trafficSamples - 1);
  return rates.map((rate, index) => ({
    x: round(width - margin - (rates.length - 1 - index) * step),
    y: round(height - margin - (rate / busiest) * (height - 2 * margin)),
  }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const useStyles = makeStyles({
  line: {
    flexShrink: 0,
    fill: 'none',
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '1.25px',
    strokeLinejoin: 'round',
    [forcedColors]: { stroke: 'CanvasText' },
  },
  dot: {
    fill: tokens.colorNeutralForeground3,
    stroke: 'none',
    [forcedColors]: { fill: 'CanvasText' },
  },
});
