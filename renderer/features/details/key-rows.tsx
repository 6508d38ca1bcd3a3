/** The keys in the table of details: name of the rule, how each fares, and what can be done. Never a key itself. */
import { makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  LockClosed16Filled,
  SubtractCircle16Regular,
  Warning16Filled,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { KeySlot } from '../../../electron/contract/connection.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { keyText } from '../../../electron/contract/messages/detail-values.ts';
import { detailRowTexts } from '../../../electron/contract/messages/texts/details.ts';
import { keyActionTexts, keyNameTexts } from '../../../electron/contract/messages/texts/keys.ts';
import { keyState } from '../../../electron/contract/messages/key-words.ts';
import type { Tone } from '../../../electron/contract/status.ts';
import { HostTextLink } from '../../components/host-controls.tsx';
import { callOfDialog } from '../../components/needed-call.ts';
import type { ValueRow } from '../../components/value-list.tsx';
import { useNow, useServices } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';

const useStyles = makeStyles({
  state: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  icon: { display: 'flex', flexShrink: '0', paddingTop: '2px' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    // Below each other they are targets of their own.
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    paddingBlock: tokens.spacingVerticalXXS,
  },
});

const icons: Readonly<Record<Tone, FluentIcon>> = {
  good: CheckmarkCircle16Filled,
  watch: Warning16Filled,
  act: LockClosed16Filled,
  quiet: SubtractCircle16Regular,
};

/** @param sealed where keys are kept; null while that isn't known. */
export function keyRows(view: ConnectionView, sealed: string | null): readonly ValueRow[] {
  const row = (label: string, slot: KeySlot, note: string | null): ValueRow => ({
    label,
    value: keyText(view, slot),
    ...(note === null ? {} : { note }),
    below: <KeyBelow view={view} slot={slot} />,
  });
  return view.keys.hasSecondary
    ? [row(keyNameTexts.primary, 'primary', sealed), row(keyNameTexts.secondary, 'secondary', sealed)]
    : [row(detailRowTexts.key, 'primary', view.config.entra === null ? sealed : null)];
}

interface KeyBelowProps {
  readonly view: ConnectionView;
  readonly slot: KeySlot;
}

function KeyBelow({ view, slot }: KeyBelowProps) {
  const styles = useStyles();
  const now = useNow();
  const state = keyState(view, slot, now);
  const Icon = state === null ? null : icons[state.tone];
  return (
    <>
      {state !== null && Icon !== null && (
        <span className={styles.state} style={{ color: toneColors[state.tone].text }}>
          <span className={styles.icon}>
            <Icon aria-hidden primaryFill={toneColors[state.tone].icon} />
          </span>
          {state.text}
        </span>
      )}
      <KeyActions view={view} slot={slot} />
    </>
  );
}

function KeyActions({ view, slot }: KeyBelowProps) {
  const styles = useStyles();
  const { ui } = useServices();
  const { azure, config, keys } = view;
  const { id } = config;
  // Nobody is there who could ask Azure about it.
  if (azure.status === 'unknown' || azure.status === 'discontinued') return null;
  const isKeyless = config.entra !== null;
  const replaceOnly = isKeyless ? keyActionTexts.useKey : keyActionTexts.replaceOnly;
  const replace = keys.hasSecondary ? keyActionTexts.replace[slot] : replaceOnly;
  return (
    <span className={styles.actions}>
      <HostTextLink
        needs={callOfDialog.replaceKey}
        onClick={() => ui.openDialog({ kind: 'replaceKey', id, slot })}
      >
        {replace}
      </HostTextLink>
      {!keys.hasSecondary && !isKeyless && (
        <HostTextLink
          needs={callOfDialog.replaceKey}
          onClick={() => ui.openDialog({ kind: 'replaceKey', id, slot: 'secondary' })}
        >
          {keyActionTexts.add}
        </HostTextLink>
      )}
      {slot === 'secondary' && (
        <HostTextLink
          needs={callOfDialog.removeSecondKey}
          onClick={() => ui.openDialog({ kind: 'removeSecondKey', id })}
        >
          {keyActionTexts.remove}
        </HostTextLink>
      )}
    </span>
  );
}
