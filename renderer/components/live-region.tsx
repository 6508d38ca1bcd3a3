/**
 * The window's one polite live region: changes of state and bars that appear, joined when several come within a second
 * (design §17).
 */
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { healthBars, type HealthBar } from '../../electron/contract/messages/health-bar.ts';
import { useServices } from '../services.tsx';
import { changesBetween, spokenOf, type SpokenById } from './live-changes.ts';
import { joinSentences } from '../../electron/contract/messages/join-texts.ts';

const joinedForMs = 1_000;

/** What a bar says anew, such as another count, is no news. */
function newBars(before: readonly HealthBar[], now: readonly HealthBar[]): readonly string[] {
  const known = new Set(before.map(({ key }) => key));
  return now.filter(({ key }) => !known.has(key)).map(({ text }) => text);
}

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function LiveRegion() {
  const styles = useStyles();
  const { connections, health } = useServices();
  const [text, setText] = useState('');

  useEffect(() => {
    let spoken: SpokenById | null = null;
    let spokenBars: readonly HealthBar[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;

    function speak(): void {
      timer = undefined;
      const { views } = connections.getState();
      const before: SpokenById = spoken ?? new Map();
      const now = spokenOf(views, before);
      const bars = healthBars(health.getState().items);
      const changes = changesBetween(before, now, views).map((change) => `${change}.`);
      setText(joinSentences([...newBars(spokenBars, bars), ...changes]));
      spoken = now;
      spokenBars = bars;
    }

    function look(): void {
      const { loaded, views } = connections.getState();
      if (!loaded || timer !== undefined) return;
      // What the window opens with is no change.
      spoken ??= spokenOf(views, new Map());
      const now = spokenOf(views, spoken);
      const bars = healthBars(health.getState().items);
      if (changesBetween(spoken, now, views).length === 0 && newBars(spokenBars, bars).length === 0) {
        // Connections that came or went: what they do next is news.
        spoken = now;
        spokenBars = bars;
        return;
      }
      // Emptied first, or the same words twice would be said once.
      setText('');
      timer = setTimeout(speak, joinedForMs);
    }

    look();
    const unsubscribe = connections.subscribe((state, before) => {
      if (state.views !== before.views || state.loaded !== before.loaded) look();
    });
    const unfollow = health.subscribe(look);
    return () => {
      clearTimeout(timer);
      unfollow();
      unsubscribe();
    };
  }, [connections, health]);

  return (
    <div role="status" aria-live="polite" className={styles.unseen}>
      {text}
    </div>
  );
}
