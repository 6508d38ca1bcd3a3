/** What a viewer's window shows instead of an empty table: no way to begin, for it is others who add connections. */
import { Body1, Title3 } from '@fluentui/react-components';
import { viewerTexts } from '../../../electron/contract/messages/texts/viewer.ts';
import { PathStrip } from './path-strip.tsx';
import { useEmptyStyles } from './empty-styles.ts';

export function NothingToSee() {
  const styles = useEmptyStyles();
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <PathStrip />
        <Title3 as="h2" className={styles.title}>
          {viewerTexts.emptyTitle}
        </Title3>
        <Body1 as="p" className={styles.text}>
          {viewerTexts.emptyText}
        </Body1>
      </div>
    </div>
  );
}
