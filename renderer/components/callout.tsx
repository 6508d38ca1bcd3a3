/** What isn't good and what to do about it, in a quiet box: the icon carries the colour, not the box (design §2). */
import { Body1, Body1Strong, Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { forcedColors } from '../theme/media.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    [forcedColors]: { border: '1px solid CanvasText' },
  },
  icon: { display: 'flex', flexShrink: '0', height: tokens.lineHeightBase300, alignItems: 'center' },
  content: { flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' },
  title: { margin: '0' },
  text: { margin: '0' },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalS,
  },
  code: {
    marginLeft: 'auto',
    minWidth: '0',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface CalloutProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  /** Small buttons below the text. */
  readonly actions?: ReactNode;
  /** Last and small; a press copies what helpers need. */
  readonly code?: { readonly text: string; readonly label: string; readonly onPress: () => void } | null;
}

export function Callout({ icon, title, text, actions, code = null }: CalloutProps) {
  const styles = useStyles();
  const titleId = useId();
  const hasFooter = Boolean(actions) || code !== null;
  return (
    <section className={styles.box} aria-labelledby={titleId}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.content}>
        <Body1Strong as="h3" block className={styles.title} id={titleId}>
          {title}
        </Body1Strong>
        <Body1 as="p" block className={styles.text}>
          {text}
        </Body1>
        {hasFooter && (
          <div className={styles.footer}>
            {actions}
            {code !== null && (
              <Tooltip relationship="description" content={code.label}>
                <Button appearance="subtle" size="small" className={styles.code} onClick={code.onPress}>
                  {code.text}
                </Button>
              </Tooltip>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
