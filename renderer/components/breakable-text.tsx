/** Long addresses wrap after their dots and before their port, never inside a word. */
import { Fragment } from 'react';

export function BreakableText({ text }: { readonly text: string }) {
  const pieces = text.split(/(?<=\.)/);
  return pieces.map((piece, index) => (
    // The pieces of one text don't move: their place is what they are.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
