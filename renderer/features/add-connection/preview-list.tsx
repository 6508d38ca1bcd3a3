/** A heading and six rows that say what a string adds (design §9.1). Icons carry the tone, words say it again. */
import {
  Caption1,
  Input,
  Link,
  makeStyles,
  mergeClasses,
  Spinner,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  ErrorCircle16Filled,
  Info16Regular,
  SubtractCircle16Regular,
  Warning16Filled,
  type FluentIcon,
} from '@fluentui/react-icons';
import { addDialogTexts, addRowTexts, addToneTexts } from '../../../electron/contract/messages/texts/add.ts';
import type { Tone } from '../../../electron/contract/status.ts';
import { NotSupportedHelp } from '../../components/help-aside.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { toneColors } from '../../theme/tones.ts';
import type { Preview } from './preview.ts';
import type { PreviewRow } from './preview-row.ts';

export type RowAction = Exclude<NonNullable<PreviewRow['action']>, 'notSupported'>;

export interface PreviewListProps {
  readonly preview: Preview;
  readonly name: string;
  readonly locked: boolean;
  readonly onName: (name: string) => void;
  readonly onAction: (action: RowAction) => void;
  readonly onSubmit: () => void;
}

const toneIcons: Readonly<Record<Tone, FluentIcon>> = {
  good: CheckmarkCircle16Filled,
  watch: Warning16Filled,
  act: ErrorCircle16Filled,
  quiet: SubtractCircle16Regular,
};

const useStyles = makeStyles({
  heading: {
    display: 'block',
    margin: `0 0 ${tokens.spacingVerticalS} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  rows: { margin: '0' },
  row: {
    display: 'grid',
    gridTemplateColumns: '16px 140px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [belowNarrow]: { gridTemplateColumns: '16px 92px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  },
  icon: { display: 'flex', width: '16px', height: tokens.lineHeightBase300, alignItems: 'center' },
  label: { color: tokens.colorNeutralForeground3 },
  cell: { margin: '0', minWidth: '0', overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  act: { color: toneColors.act.text, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: toneColors.quiet.text },
  aside: { marginLeft: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
  words: { display: 'block', color: tokens.colorNeutralForeground2 },
  field: { display: 'flex', width: '280px', maxWidth: '100%', marginTop: tokens.spacingVerticalS },
  tone: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export function PreviewList({ preview, ...props }: PreviewListProps) {
  const styles = useStyles();
  return (
    <div>
      <Subtitle2 as="h2" role="status" className={styles.heading}>
        {preview.heading}
      </Subtitle2>
      <dl className={styles.rows}>
        {preview.rows.map((row) => (
          <Row key={row.part} row={row} {...props} />
        ))}
      </dl>
    </div>
  );
}

function Row({ row, ...props }: Omit<PreviewListProps, 'preview'> & { readonly row: PreviewRow }) {
  const styles = useStyles();
  const { part, tone, value, aside, words, action, hasNameField = false } = row;
  const valueStyle = mergeClasses(
    part === 'name' && tone !== 'quiet' && styles.strong,
    tone === 'act' && styles.act,
    tone === 'quiet' && row.icon !== 'info' && styles.quiet,
  );
  return (
    <div className={styles.row}>
      <RowIcon row={row} />
      <dt className={styles.label}>{addRowTexts[part]}</dt>
      <dd className={styles.cell}>
        {tone !== 'quiet' && <span className={styles.tone}>{addToneTexts[tone]}</span>}
        <span className={valueStyle}>{value}</span>
        {aside !== undefined && <Caption1 className={styles.aside}>{aside}</Caption1>}
        {words !== undefined && <Caption1 className={styles.words}>{words}</Caption1>}
        {hasNameField && <NameField {...props} />}
        {action === 'notSupported' && <NotSupportedHelp />}
        {action !== undefined && action !== 'notSupported' && (
          <Link as="button" disabled={props.locked} onClick={() => props.onAction(action)}>
            {addDialogTexts[action]}
          </Link>
        )}
      </dd>
    </div>
  );
}

function NameField({ name, locked, onName, onSubmit }: Omit<PreviewListProps, 'preview' | 'onAction'>) {
  const styles = useStyles();
  return (
    <Input
      className={styles.field}
      aria-label={addDialogTexts.nameField}
      placeholder={addDialogTexts.nameExample}
      value={name}
      readOnly={locked}
      spellCheck={false}
      autoComplete="off"
      onChange={(_event, { value }) => onName(value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSubmit();
      }}
    />
  );
}

function RowIcon({ row: { tone, icon } }: { readonly row: PreviewRow }) {
  const styles = useStyles();
  const Icon = icon === 'info' ? Info16Regular : toneIcons[tone];
  return (
    <span className={styles.icon} aria-hidden>
      {icon === 'busy' ? <Spinner size="extra-tiny" /> : <Icon primaryFill={toneColors[tone].icon} />}
    </span>
  );
}
