/** Long addresses and options (`ApplicationIntent=ReadOnly`) wrap after a dot or an equals sign, never inside a word. */
import { makeStyles } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';

const useStyles = makeStyles({ together: { whiteSpace: 'nowrap' } });

export interface BreakableTextProps {
  readonly text: string;
  /** Stays beside the end of the text: a button alone on a line belongs to nothing. */
  readonly end?: ReactNode;
}

export function BreakableText({ text, end }: BreakableTextProps) {
  const styles = useStyles();
  const pieces = text.split(/(?<=[.=])/);
  const last = pieces.at(-1);
  return (
    <>
      {pieces.slice(0, -1).map((piece, index) => (
        // The pieces of one text don't move: their place is what they are.
        <Fragment key={index}>
          {piece}
          <wbr />
        </Fragment>
      ))}
      {end === undefined ? (
        last
      ) : (
        <span className={styles.together}>
          {last} {end}
        </span>
      )}
    </>
  );
}
