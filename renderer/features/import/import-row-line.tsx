/** One entry of the file in the dialog's table. */
import { Caption1, Checkbox, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import {
  AddCircle16Regular,
  Archive16Regular,
  CheckmarkCircle16Filled,
  ErrorCircle16Filled,
  SubtractCircle16Regular,
  Warning16Filled,
  type FluentIcon,
} from '@fluentui/react-icons';
import { memo } from 'react';
import { namespaceOf } from '../../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { unknownValue } from '../../../electron/contract/format.ts';
import type { ImportRow } from '../../../electron/contract/import-view.ts';
import { importDialogTexts } from '../../../electron/contract/messages/texts/import.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { Tone } from '../../../electron/contract/status.ts';
import { BreakableText } from '../../components/breakable-text.tsx';
import { toneColors } from '../../theme/tones.ts';
import { belowNarrow } from '../../theme/media.ts';
import { canTake, type ImportStep } from './import-state.ts';
import { rowWords, type RowWords } from './row-words.ts';

export interface ImportRowLineProps {
  readonly row: ImportRow;
  readonly step: ImportStep;
  readonly isTicked: boolean;
  readonly locked: boolean;
  readonly view: ConnectionView | null;
  readonly now: number;
  readonly onToggle: (row: number) => void;
}

const toneIcons: Readonly<Record<Tone, FluentIcon>> = {
  good: CheckmarkCircle16Filled,
  watch: Warning16Filled,
  act: ErrorCircle16Filled,
  quiet: SubtractCircle16Regular,
};

const ownIcons = { add: AddCircle16Regular, archive: Archive16Regular } as const;

const useStyles = makeStyles({
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, verticalAlign: 'top' },
  tick: { padding: '0', width: '32px' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  endpoint: { [belowNarrow]: { display: 'none' } },
  below: { display: 'none', [belowNarrow]: { display: 'block' } },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
  outcome: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  icon: {
    display: 'flex',
    flexShrink: 0,
    width: '16px',
    height: tokens.lineHeightBase300,
    alignItems: 'center',
  },
  words: { minWidth: '0' },
  act: { color: toneColors.act.text },
  reason: { display: 'block', color: tokens.colorNeutralForeground2 },
  code: { color: tokens.colorNeutralForeground3 },
});

export const ImportRowLine = memo(function ImportRowLine(props: ImportRowLineProps) {
  const { row, step, isTicked, locked, view, now, onToggle } = props;
  const styles = useStyles();
  const { name, host, place, endpoint } = row;
  const shown = name === '' ? importDialogTexts.unnamed : name;
  const words = rowWords(row, { step, isTicked, view, now });
  return (
    <tr className={styles.row}>
      {step !== 'switch' && (
        <td className={styles.tick}>
          {canTake(row) && (
            <Checkbox
              aria-label={fillText(importDialogTexts.tick, { name: shown })}
              checked={isTicked}
              disabled={locked}
              onChange={() => onToggle(row.row)}
            />
          )}
        </td>
      )}
      <th scope="row" className={styles.cell}>
        <span className={styles.name}>
          <BreakableText text={shown} />
        </span>
        <Caption1 className={styles.quiet}>{host === '' ? place : namespaceOf(host)}</Caption1>
        {endpoint !== null && (
          <Caption1 className={mergeClasses(styles.quiet, styles.below)}>{endpoint}</Caption1>
        )}
      </th>
      <td className={mergeClasses(styles.cell, styles.endpoint)}>
        {endpoint === null ? unknownValue : <BreakableText text={endpoint} />}
      </td>
      <td className={styles.cell}>
        <div className={styles.outcome}>
          <Icon words={words} />
          <div className={styles.words}>
            <span className={words.tone === 'act' ? styles.act : undefined}>{words.text}</span>
            {words.reason !== undefined && (
              <Caption1 className={styles.reason}>
                {words.reason}
                {words.code !== undefined && <span className={styles.code}>{` ${words.code}`}</span>}
              </Caption1>
            )}
          </div>
        </div>
      </td>
    </tr>
  );
});

function Icon({ words: { tone, icon } }: { readonly words: RowWords }) {
  const styles = useStyles();
  const Drawn = icon === 'add' || icon === 'archive' ? ownIcons[icon] : toneIcons[tone];
  return (
    <span className={styles.icon} aria-hidden>
      {icon === 'busy' ? <Spinner size="extra-tiny" /> : <Drawn primaryFill={toneColors[tone].icon} />}
    </span>
  );
}
