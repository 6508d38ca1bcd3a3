/** One line of the settings: what it is at the left, its control or value at the right, what came of a change below that. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Checkmark16Regular, LockClosed16Regular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import { settingsPageTexts } from '../../../electron/contract/messages/texts/settings-page.ts';
import { toneColors } from '../../theme/tones.ts';
import type { Saving } from './use-saving.ts';

/** Below this the control stands under its words. */
const belowSideBySide = '@media (max-width: 699.98px)';

/** For the control: what names it, and what is said about it. */
export interface RowIds {
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby': string;
}

export interface SettingRowProps {
  readonly label: string;
  readonly about: string;
  readonly saving?: Saving;
  /** The control needs the whole width. */
  readonly isWide?: boolean;
  readonly children: (ids: RowIds) => ReactNode;
}

export function SettingRow({ label, about, saving, isWide = false, children }: SettingRowProps) {
  const styles = useStyles();
  const id = useId();
  const problem = saving?.problem ?? null;
  return (
    <div className={mergeClasses(styles.row, isWide && styles.wide)}>
      <div className={styles.words}>
        <div id={`${id}label`}>{label}</div>
        <div id={`${id}about`} className={styles.about}>
          {about}
        </div>
      </div>
      <div className={mergeClasses(styles.control, isWide && styles.wideControl)}>
        {children({
          'aria-labelledby': `${id}label`,
          'aria-describedby': `${id}problem ${id}about`,
        })}
        <div role="status" id={`${id}problem`} className={styles.state}>
          {saving?.isSaved === true && (
            <span className={styles.saved}>
              <Checkmark16Regular aria-hidden primaryFill={toneColors.good.icon} />
              {settingsPageTexts.saved}
            </span>
          )}
          {problem !== null && <span className={styles.problem}>{problem}</span>}
        </div>
      </div>
    </div>
  );
}

export interface FixedRowProps {
  readonly label: string;
  readonly about: string;
  readonly value: string;
  /** Who set it for this computer; null: it can't be changed for another reason, or by nobody. */
  readonly managedBy?: string | null;
}

/** A value that nobody changes here. */
export function FixedRow({ label, about, value, managedBy = null }: FixedRowProps) {
  const styles = useStyles();
  const reason = managedBy === null ? about : settingsPageTexts.managed.replace('{by}', () => managedBy);
  return (
    <SettingRow label={label} about={reason}>
      {() => (
        <div className={styles.value}>
          {managedBy !== null && <LockClosed16Regular aria-hidden className={styles.lock} />}
          <span>{value}</span>
        </div>
      )}
    </SettingRow>
  );
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXXL,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [belowSideBySide]: { flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  },
  wide: { flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  about: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  control: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '280px',
    minWidth: 0,
    [belowSideBySide]: { width: '100%', maxWidth: '400px' },
  },
  wideControl: { width: '100%', maxWidth: '100%' },
  // No line is taken while nothing is said: rows would be twice as high.
  state: { ...typographyStyles.caption1, '&:not(:empty)': { paddingTop: tokens.spacingVerticalXXS } },
  saved: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  problem: { color: toneColors.act.text, overflowWrap: 'anywhere' },
  value: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    alignItems: 'center',
    overflowWrap: 'anywhere',
    '& span': { minWidth: 0 },
  },
  lock: { flexShrink: 0 },
});
