/** What this program is and what it runs on (design §9.11). */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { unknownValue } from '../../../electron/contract/format.ts';
import { enAbout } from '../../../electron/contract/messages/en-help.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { useShell } from '../../services.tsx';
import type { ShellState } from '../../store/shell-store.ts';

const useStyles = makeStyles({
  words: { margin: '0 0 8px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: '12px 0 0',
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: '0', overflowWrap: 'anywhere' },
});

interface Fact {
  readonly name: string;
  readonly value: string;
}

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const actions = useConnectionActions();
  const app = useShell((state) => state.app);
  const host = useShell((state) => state.host);
  const version = fillText(enAbout.version, { version: app?.version ?? unknownValue });
  const facts = factsOf({ app, host });
  const copied = [version, ...facts.map(({ name, value }) => `${name}: ${value}`), ''].join('\n');
  return (
    <DialogFrame
      title={enAbout.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => actions.copy(copied)}>{enAbout.copyDetails}</Button>
          <Button appearance="primary" onClick={onClose} {...initialFocus}>
            {enAbout.close}
          </Button>
        </>
      }
    >
      <div className={styles.words}>
        <Text weight="semibold">{version}</Text>
        <Text>{enAbout.purpose}</Text>
      </div>
      <dl className={styles.facts}>
        {facts.map(({ name, value }) => [
          <dt key={name} className={styles.name}>
            {name}
          </dt>,
          <dd key={`${name} value`} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
    </DialogFrame>
  );
}

function factsOf({ app, host }: Pick<ShellState, 'app' | 'host'>): readonly Fact[] {
  const info = host.mode === 'starting' ? null : host.info;
  const known: readonly (readonly [string, string | undefined])[] = [
    [enAbout.host, info?.version],
    [enAbout.electron, app?.electron],
    [enAbout.chromium, app?.chrome],
    [enAbout.node, app?.node],
    [enAbout.platform, app?.platform],
    [enAbout.dataFolder, app?.dataFolder],
  ];
  return known.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
