/** The two legs of a connection as the table shows them: icon, word in its tone's colour, and why. */
import { mergeClasses } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import {
  endpointSecondLine,
  endpointStatusWord,
  secondLine,
  statusWord,
} from '../../../../electron/contract/messages/messages.ts';
import { connectedMark } from '../../../../electron/contract/messages/status-lines.ts';
import { azureTone, endpointTone, type Tone } from '../../../../electron/contract/status.ts';
import { legsOf } from '../../../components/legs-of.ts';
import { EndpointIcon, StatusIcon } from '../../../components/status-icon.tsx';
import { useServices } from '../../../services.tsx';
import { toneColors } from '../../../theme/tones.ts';
import { useCellStyles } from './cell-styles.ts';

interface LegProps {
  readonly view: ConnectionView;
  readonly compact: boolean;
}

export function AzureLeg({ view, compact }: LegProps) {
  const legs = legsOf(view);
  return (
    <Leg
      icon={<StatusIcon legs={legs} />}
      word={statusWord(view.azure.status)}
      tone={azureTone(legs)}
      why={compact ? null : <SecondLine view={view} />}
      isMarked={connectedMark(view) !== null}
    />
  );
}

export function EndpointLeg({ view, compact }: LegProps) {
  const { status } = view.endpoint;
  const why = endpointSecondLine(view);
  return (
    <Leg
      icon={<EndpointIcon status={status} />}
      word={endpointStatusWord(status)}
      tone={endpointTone(status)}
      why={compact || why === '' ? null : why}
    />
  );
}

/** Drawn again only when its words change: most don't tick. */
function SecondLine({ view }: { readonly view: ConnectionView }) {
  return useStore(useServices().clock, ({ now }) => secondLine(view, now));
}

interface LegParts {
  readonly icon: ReactNode;
  readonly word: string;
  readonly tone: Tone;
  readonly why: ReactNode;
  /** It works, and a person has something to decide: the details say what. */
  readonly isMarked?: boolean;
}

function Leg({ icon, word, tone, why, isMarked = false }: LegParts) {
  const styles = useCellStyles();
  const [first] = useState(word);
  const [hasChanged, setChanged] = useState(false);
  if (word !== first && !hasChanged) setChanged(true);
  return (
    // A new element fades in; the first doesn't, or all would while the table is scrolled.
    <div key={word} className={mergeClasses(styles.leg, hasChanged && styles.fadesIn)}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.lines}>
        <span className={styles.line} style={{ color: toneColors[tone].text }}>
          {word}
          {isMarked && (
            <Warning16Filled aria-hidden className={styles.mark} primaryFill={toneColors.watch.icon} />
          )}
        </span>
        {why !== null && (
          <span className={styles.second} {...(isMarked ? { style: { color: toneColors.watch.text } } : {})}>
            {why}
          </span>
        )}
      </div>
    </div>
  );
}
