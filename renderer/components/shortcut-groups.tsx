/** All keys, made from the list that the keys themselves are. */
import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { shortcutSheetTexts, shortcutTexts } from '../../electron/contract/messages/texts/help.ts';
import { useShell } from '../services.tsx';
import { keyText, shortcutNames, shortcuts } from './shortcuts.ts';

const useStyles = makeStyles({
  groups: {
    display: 'grid',
    // As many as have room: beside Help's topics that is one sooner than in the dialog.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
    columnGap: '32px',
    rowGap: '16px',
  },
  list: { margin: '4px 0 0' },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
    padding: '2px 0',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  keys: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '4px', margin: '0' },
  key: {
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: '0 6px',
    whiteSpace: 'nowrap',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export function ShortcutGroups() {
  const styles = useStyles();
  return (
    <div className={styles.groups}>
      <ShortcutGroup where="window" />
      <ShortcutGroup where="table" />
    </div>
  );
}

function ShortcutGroup({ where }: { readonly where: 'window' | 'table' }) {
  const styles = useStyles();
  const platform = useShell(({ app }) => app?.platform ?? '');
  return (
    <section>
      <Subtitle2 as="h3">{shortcutSheetTexts[where]}</Subtitle2>
      <dl className={styles.list}>
        {shortcutNames
          .filter((name) => shortcuts[name].where === where)
          .map((name) => (
            <div key={name} className={styles.row}>
              <dt>{shortcutTexts[name]}</dt>
              <dd className={styles.keys}>
                {shortcuts[name].keys.map((key) => (
                  <kbd key={key.key} className={styles.key}>
                    {keyText(key, platform)}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
