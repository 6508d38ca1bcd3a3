/** One Hybrid Connection of the chooser; keys are heard by the grid around it. */
import { Caption1, Checkbox, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  ErrorCircle16Filled,
  Warning16Filled,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { CSSProperties } from 'react';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import { configureTexts } from '../../../electron/contract/messages/texts/azure-configure.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { belowNarrow, forcedColors } from '../../theme/media.ts';
import { toneColors } from '../../theme/tones.ts';
import type { Choice } from './choice.ts';
import { cellText, chooseColumns, noteOf, type AppsKnown, type RowNote } from './choose-rows.ts';
import { useColumnStyles } from './column-styles.ts';
import { joinList } from '../../../electron/contract/messages/join-texts.ts';

export interface ChooseRowProps {
  readonly row: AzureConnection;
  readonly choice: Choice;
  readonly apps: AppsKnown;
  readonly height: number;
  /** Counts from 0, of all rows. */
  readonly index: number;
  /** Distance from the first row where only some are drawn, CSS pixels. */
  readonly top: number | null;
  /** The row that Tab leads to. */
  readonly isCurrent: boolean;
  readonly canTick: boolean;
  readonly onTick: (id: string, extend: boolean) => void;
  readonly onHelp: (id: string) => void;
}

const icons: Readonly<Record<RowNote['tone'], FluentIcon | null>> = {
  good: CheckmarkCircle16Filled,
  watch: Warning16Filled,
  act: ErrorCircle16Filled,
  quiet: null,
};

const useStyles = makeStyles({
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  ticked: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    [forcedColors]: { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  text: { overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200 },
  off: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  below: { display: 'none', color: tokens.colorNeutralForeground3, [belowNarrow]: { display: 'block' } },
  note: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  icon: { flexShrink: 0 },
  help: { minWidth: 0 },
  endpoint: { display: 'flex', minWidth: 0 },
  port: { flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function ChooseRow(props: ChooseRowProps) {
  const { row, choice, apps, height, index, top, isCurrent, canTick, onTick, onHelp } = props;
  const styles = useStyles();
  const columns = useColumnStyles();
  const { resourceId, name } = row;
  const isTicked = choice.ticked.has(resourceId);
  const note = noteOf(row, choice);
  const place: CSSProperties = {
    height: `${height}px`,
    ...(top === null ? {} : { position: 'absolute', insetInline: 0, top: `${top}px` }),
  };
  const text = (column: (typeof chooseColumns)[number]): string => cellText(column, row, { choice, apps });
  return (
    <div
      role="row"
      data-row-id={resourceId}
      aria-label={rowLabel(row, text, note)}
      aria-selected={isTicked}
      // The header is row 1.
      aria-rowindex={index + 2}
      tabIndex={isCurrent ? 0 : -1}
      className={mergeClasses(columns.row, styles.row, isTicked && styles.ticked)}
      style={place}
    >
      <div role="gridcell" className={columns.tick}>
        <Checkbox
          tabIndex={-1}
          checked={isTicked}
          disabled={!canTick}
          aria-label={fillText(configureTexts.select, { name })}
          onChange={({ nativeEvent }) => onTick(resourceId, isShift(nativeEvent))}
        />
      </div>
      {chooseColumns.map((column) => (
        <div
          key={column}
          role="gridcell"
          data-column={column}
          title={text(column)}
          className={mergeClasses(
            columns.cell,
            columns[column],
            column !== 'note' && styles.text,
            column !== 'name' && styles.small,
            !canTick && styles.off,
          )}
        >
          {column === 'name' && (
            <>
              <span className={mergeClasses(styles.name, styles.text, !canTick && styles.off)}>{name}</span>
              <Caption1 className={mergeClasses(styles.below, styles.text)}>{row.namespace}</Caption1>
              <Caption1 className={mergeClasses(styles.below, styles.text)}>
                <Endpoint text={text('endpoint')} />
              </Caption1>
            </>
          )}
          {column === 'note' && note !== null && <NoteCell note={note} onHelp={() => onHelp(resourceId)} />}
          {column === 'endpoint' && <Endpoint text={text(column)} />}
          {column !== 'name' && column !== 'note' && column !== 'endpoint' && text(column)}
        </div>
      ))}
    </div>
  );
}

/** Only the host shrinks: the port is always readable (design §7). */
function Endpoint({ text }: { readonly text: string }) {
  const styles = useStyles();
  const colon = text.lastIndexOf(':');
  if (colon === -1) return text;
  return (
    <span className={styles.endpoint}>
      <span className={styles.text}>{text.slice(0, colon)}</span>
      <span className={styles.port}>{text.slice(colon)}</span>
    </span>
  );
}

function NoteCell({ note, onHelp }: { readonly note: RowNote; readonly onHelp: () => void }) {
  const styles = useStyles();
  const Icon = icons[note.tone];
  const colors = toneColors[note.tone];
  return (
    <span className={styles.note}>
      {Icon && <Icon aria-hidden className={styles.icon} primaryFill={colors.icon} />}
      {note.help !== null ? (
        // The row leads to it by Enter.
        <Link as="button" tabIndex={-1} className={styles.help} onClick={onHelp}>
          <Caption1 block className={styles.text}>
            {note.text}
          </Caption1>
        </Link>
      ) : (
        <Caption1 block className={mergeClasses(styles.text, styles.quiet)}>
          {note.text}
        </Caption1>
      )}
    </span>
  );
}

function rowLabel(
  { name, namespace }: AzureConnection,
  text: (column: 'endpoint') => string,
  note: RowNote | null,
): string {
  return joinList([name, namespace, text('endpoint'), ...(note === null ? [] : [note.text])]);
}

function isShift(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}
