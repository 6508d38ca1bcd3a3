/** One of the ways to begin: a large button with a title and a sentence. */
import { Body1, Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight20Regular, type FluentIcon } from '@fluentui/react-icons';
import type { Ref } from 'react';
import { forcedColors } from '../../theme/media.ts';

export interface ChoiceButtonProps {
  readonly Icon: FluentIcon;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    width: '100%',
    minHeight: '70px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    textAlign: 'start',
    fontFamily: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
    [forcedColors]: { border: '1px solid ButtonText' },
  },
  icon: { display: 'flex', flexShrink: 0 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  text: { color: tokens.colorNeutralForeground2 },
});

export function ChoiceButton({ Icon, title, text, onClick, ref }: ChoiceButtonProps) {
  const styles = useStyles();
  return (
    <button type="button" ref={ref} className={styles.button} onClick={onClick}>
      <span className={styles.icon}>
        <Icon aria-hidden />
      </span>
      <span className={styles.words}>
        <Body1Strong>{title}</Body1Strong>
        <Body1 className={styles.text}>{text}</Body1>
      </span>
      <span className={styles.icon}>
        <ChevronRight20Regular aria-hidden />
      </span>
    </button>
  );
}
