/**
 * Short messages at the bottom right (design §12): they go after 5 s, not while the pointer or the focus is on one; errors
 * stay until they are closed and are read out at once.
 */
import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  Dismiss16Regular,
  ErrorCircle20Filled,
  Info20Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Tone } from '../../electron/contract/status.ts';
import { toastRegionTexts } from '../../electron/contract/messages/texts/dialogs.ts';
import { useServices, useToasts } from '../services.tsx';
import type { Toast } from '../store/toasts-store.ts';
import { belowNarrow, reducedMotion } from '../theme/media.ts';
import { toneColors } from '../theme/tones.ts';

const shownForMs = 5_000;

const looks: Readonly<Record<Toast['intent'], { readonly icon: FluentIcon; readonly tone: Tone }>> = {
  success: { icon: CheckmarkCircle20Filled, tone: 'good' },
  info: { icon: Info20Regular, tone: 'quiet' },
  error: { icon: ErrorCircle20Filled, tone: 'act' },
};

const useRegionStyles = makeStyles({
  region: {
    position: 'fixed',
    right: '24px',
    // Above the strip at the window's end, whose button would be covered.
    bottom: '64px',
    width: '360px',
    maxWidth: 'calc(100vw - 32px)',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    // Above dialogs: what a dialog did is told while the next one is open.
    zIndex: 1_000_001,
    pointerEvents: 'none',
    [belowNarrow]: { right: '16px', bottom: '80px' },
  },
});

/** Apart, so that the window comes up without it. */
const useToastStyles = makeStyles({
  toast: {
    pointerEvents: 'auto',
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    padding: '10px 8px 10px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    animationName: { from: { opacity: 0, transform: 'translateY(8px)' }, to: { opacity: 1 } },
    animationDuration: tokens.durationNormal,
    animationTimingFunction: tokens.curveDecelerateMid,
    [reducedMotion]: { animationName: 'none' },
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', padding: '2px 0' },
  code: { color: tokens.colorNeutralForeground3, marginLeft: tokens.spacingHorizontalS },
});

export function Toasts() {
  const styles = useRegionStyles();
  const toasts = useToasts();
  return (
    <div role="region" aria-label={toastRegionTexts.label} aria-live="polite" className={styles.region}>
      {toasts.map((toast) => (
        <ToastBox key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastBox({ toast }: { readonly toast: Toast }) {
  const styles = useToastStyles();
  const { toasts } = useServices();
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const { id, intent, text, code } = toast;
  const close = (): void => toasts.close(id);
  useCountdown(intent !== 'error' && !isPointed && !isFocused, close);
  const { icon: Icon, tone } = looks[intent];
  return (
    <div
      {...(intent === 'error' ? { role: 'alert' } : {})}
      className={styles.toast}
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <Icon aria-hidden className={styles.icon} primaryFill={toneColors[tone].icon} />
      <span className={styles.words}>
        <Text>{text}</Text>
        {code !== null && <Caption1 className={styles.code}>{code}</Caption1>}
      </span>
      <Button
        appearance="subtle"
        size="small"
        icon={<Dismiss16Regular />}
        aria-label={toastRegionTexts.close}
        onClick={close}
      />
    </div>
  );
}

/** Goes on from where it was when it is paused and runs again. */
function useCountdown(isRunning: boolean, onEnd: () => void): void {
  const leftMs = useRef(shownForMs);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    if (!isRunning) return;
    const began = performance.now();
    const timer = setTimeout(() => end.current(), leftMs.current);
    return () => {
      clearTimeout(timer);
      leftMs.current = Math.max(0, leftMs.current - (performance.now() - began));
    };
  }, [isRunning]);
}
