/**
 * The lines of a log, newest last; only the ones in sight are drawn. Follows the newest until the person scrolls away:
 * then the picture stands still, whatever comes, until they ask for the newest or scroll to the end.
 */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import type { LogLine } from '../../electron/contract/log-line.ts';
import { logTexts } from '../../electron/contract/messages/texts/log.ts';
import type { LogLevel } from '../../electron/contract/default-settings.ts';
import { toneColors } from '../theme/tones.ts';
import { logTime, logWords } from './log-text.ts';
import { useLinesInSight } from './log-window.ts';

const lineHeightPx = 18;

/** Arrow keys scroll it, and nothing inside takes the focus. */
const focusable = { tabIndex: 0 } as const;

const useStyles = makeStyles({
  frame: { position: 'relative', display: 'flex', flexGrow: '1', minHeight: '120px' },
  lines: {
    flexGrow: '1',
    minWidth: '0',
    overflow: 'auto',
    overflowAnchor: 'none',
    padding: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${lineHeightPx}px`,
    fontVariantLigatures: 'none',
  },
  // As wide as its longest line, so that the box scrolls sideways and the pane doesn't.
  all: { position: 'relative', minWidth: '100%' },
  line: { position: 'absolute', top: '0', left: '0', height: `${lineHeightPx}px`, whiteSpace: 'pre' },
  time: { color: tokens.colorNeutralForeground3 },
  paused: {
    position: 'absolute',
    bottom: tokens.spacingVerticalL,
    left: '50%',
    transform: 'translateX(-50%)',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** Quiet for what is ordinary; words of trouble in their colour. */
const levelColors: Readonly<Record<LogLevel, string | undefined>> = {
  debug: tokens.colorNeutralForeground3,
  info: undefined,
  warn: toneColors.watch.text,
  error: toneColors.act.text,
};

export interface LogLinesProps {
  readonly lines: readonly LogLine[];
  readonly paused: boolean;
  /** The person scrolled away from the newest line, or back to it. */
  readonly onPausedChange: (paused: boolean) => void;
}

export function LogLines({ lines, paused, onPausedChange }: LogLinesProps) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const { inSight, look } = useLinesInSight(box, lineHeightPx);
  const { first, end } = inSight;
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    if (!paused) current.scrollTop = current.scrollHeight;
    look(current);
  }, [lines, paused, look]);
  const longest = lines.reduce((most, line) => Math.max(most, logWords(line).length), 0);

  return (
    <div className={styles.frame}>
      <div
        ref={box}
        className={styles.lines}
        role="region"
        aria-label={logTexts.lines}
        {...focusable}
        onScroll={({ currentTarget }) => onPausedChange(!isAtEnd(currentTarget))}
      >
        <div
          className={styles.all}
          style={{
            height: lines.length * lineHeightPx,
            width: `${longest + logTime(0).length + 2}ch`,
          }}
        >
          {lines.slice(first, end).map((line, index) => (
            <Line key={line.number} line={line} top={(first + index) * lineHeightPx} />
          ))}
        </div>
      </div>
      {paused && (
        <div className={styles.paused}>
          <Caption1>{logTexts.paused}</Caption1>
          <Button size="small" appearance="subtle" onClick={() => onPausedChange(false)}>
            {logTexts.jumpToNewest}
          </Button>
        </div>
      )}
    </div>
  );
}

function Line({ line, top }: { readonly line: LogLine; readonly top: number }) {
  const styles = useStyles();
  return (
    <div
      className={styles.line}
      style={{ transform: `translateY(${top}px)`, color: levelColors[line.level] }}
    >
      <span className={styles.time} title={new Date(line.at).toISOString()}>
        {logTime(line.at)}
      </span>
      {` ${logWords(line)}`}
    </div>
  );
}

function isAtEnd({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean {
  return scrollTop + clientHeight >= scrollHeight - lineHeightPx;
}
