/** Small button beside a value: a press puts the value on the clipboard. */
import { Button, makeStyles, Tooltip } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { copyButtonTexts } from '../../electron/contract/messages/texts/details.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { useConnectionActions } from './connection-actions.ts';

const useStyles = makeStyles({
  // As high as a line of text and yet a target of 24 pixels: the margins give back what it is too high.
  button: { minWidth: '24px', width: '24px', height: '24px', padding: '0', marginBlock: '-2px' },
});

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, as its label says it. */
  readonly what: string;
}

export function CopyButton({ text, what }: CopyButtonProps) {
  const styles = useStyles();
  const actions = useConnectionActions();
  return (
    <Tooltip relationship="label" content={fillText(copyButtonTexts.copy, { what })}>
      <Button
        appearance="subtle"
        size="small"
        className={styles.button}
        icon={<Copy16Regular />}
        onClick={() => actions.copy(text)}
      />
    </Tooltip>
  );
}
