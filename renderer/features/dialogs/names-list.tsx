/** Names of the connections that a question is about, where there are several. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalS} 0`,
    paddingLeft: '20px',
    maxHeight: '160px',
    overflowY: 'auto',
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function NamesList({ views }: { readonly views: readonly ConnectionView[] }) {
  const styles = useStyles();
  if (views.length < 2) return null;
  return (
    // Long lists scroll, which needs the focus to be possible with the keyboard.
    <ul className={styles.list} {...(views.length > 6 ? { tabIndex: 0 } : {})}>
      {views.map(({ config }) => (
        <li key={config.id}>{config.name}</li>
      ))}
    </ul>
  );
}
