/** What this program is and what it runs on: the words and facts of About, wherever it is shown. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { unknownValue } from '../../electron/contract/format.ts';
import { aboutTexts } from '../../electron/contract/messages/texts/help.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { useShell } from '../services.tsx';
import type { ShellState } from '../store/shell-store.ts';
import { UpdateStatus } from './updates/update-status.tsx';

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

export function AboutFacts() {
  const styles = useStyles();
  const { version, facts } = useAbout();
  return (
    <>
      <div className={styles.words}>
        <Text weight="semibold">{version}</Text>
        <Text>{aboutTexts.purpose}</Text>
      </div>
      <UpdateStatus />
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
    </>
  );
}

/** All of it as plain text. */
export function useAboutText(): string {
  const { version, facts } = useAbout();
  return [version, ...facts.map(({ name, value }) => `${name}: ${value}`), ''].join('\n');
}

function useAbout(): { readonly version: string; readonly facts: readonly Fact[] } {
  const app = useShell((state) => state.app);
  const host = useShell((state) => state.host);
  const version = fillText(aboutTexts.version, { version: app?.version ?? unknownValue });
  return { version, facts: factsOf({ app, host }) };
}

function factsOf({ app, host }: Pick<ShellState, 'app' | 'host'>): readonly Fact[] {
  const info = host.mode === 'starting' ? null : host.info;
  const known: readonly (readonly [string, string | undefined])[] = [
    [aboutTexts.host, info?.version],
    [aboutTexts.electron, app?.electron],
    [aboutTexts.chromium, app?.chrome],
    [aboutTexts.node, app?.node],
    [aboutTexts.platform, app?.platform],
    [aboutTexts.dataFolder, app?.dataFolder],
  ];
  return known.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
