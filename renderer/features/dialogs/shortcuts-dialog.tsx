/** The sheet of all keys (design §7), made from the same list that the keys themselves are. */
import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { enShortcutSheet, enShortcutTexts } from '../../../electron/contract/messages/en-help.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { keyText, shortcutNames, shortcuts } from '../../components/shortcuts.ts';
import { useShell } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';

const useStyles = makeStyles({
  groups: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: '32px',
    rowGap: '16px',
    [belowNarrow]: { gridTemplateColumns: '1fr' },
  },
  list: { margin: '0' },
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

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  return (
    <DialogFrame
      title={enShortcutSheet.title}
      size="choice"
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose} {...initialFocus}>
          {enShortcutSheet.close}
        </Button>
      }
    >
      <div className={styles.groups}>
        <ShortcutGroup where="window" />
        <ShortcutGroup where="table" />
      </div>
    </DialogFrame>
  );
}

function ShortcutGroup({ where }: { readonly where: 'window' | 'table' }) {
  const styles = useStyles();
  const platform = useShell(({ app }) => app?.platform ?? '');
  return (
    <section>
      <Subtitle2 as="h3">{enShortcutSheet[where]}</Subtitle2>
      <dl className={styles.list}>
        {shortcutNames
          .filter((name) => shortcuts[name].where === where)
          .map((name) => (
            <div key={name} className={styles.row}>
              <dt>{enShortcutTexts[name]}</dt>
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
