/** The window's one polite live region: changes of state, joined when several come within a second (design §17). */
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useServices } from '../services.tsx';
import { changesBetween, spokenOf, type SpokenById } from './live-changes.ts';

const joinedForMs = 1_000;

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
  const { connections } = useServices();
  const [text, setText] = useState('');

  useEffect(() => {
    let spoken: SpokenById | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function speak(): void {
      timer = undefined;
      const { views } = connections.getState();
      const before: SpokenById = spoken ?? new Map();
      const now = spokenOf(views, before);
      setText(
        changesBetween(before, now, views)
          .map((change) => `${change}.`)
          .join(' '),
      );
      spoken = now;
    }

    function look(): void {
      const { loaded, views } = connections.getState();
      if (!loaded || timer !== undefined) return;
      // What the window opens with is no change.
      spoken ??= spokenOf(views, new Map());
      const now = spokenOf(views, spoken);
      if (changesBetween(spoken, now, views).length === 0) {
        // Connections that came or went: what they do next is news.
        spoken = now;
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
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [connections]);

  return (
    <div role="status" aria-live="polite" className={styles.unseen}>
      {text}
    </div>
  );
}
