/** What changed in a release, as words on the page. A long text scrolls in its own place. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { upgradeTexts } from '../../../electron/contract/messages/texts/updates.ts';
import { readNotes, type Block, type Inline } from './read-notes.ts';

const useStyles = makeStyles({
  notes: {
    maxHeight: '220px',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
    '& p': { margin: '0 0 8px' },
    '& ul, & ol': { margin: '0 0 8px', paddingInlineStart: '20px' },
    '& pre': { margin: '0 0 8px', whiteSpace: 'pre-wrap' },
    '& > :last-child': { marginBottom: '0' },
  },
  heading: { margin: '0 0 4px', fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

export function ReleaseNotes({ notes }: { readonly notes: string }) {
  const styles = useStyles();
  const blocks = useMemo(() => readNotes(notes), [notes]);
  if (blocks.length === 0) return <Text>{upgradeTexts.noNotes}</Text>;
  return (
    // By keyboard it scrolls only when it can have the focus.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
    <div className={styles.notes} role="region" aria-label={upgradeTexts.whatsNew} tabIndex={0}>
      {blocks.map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { readonly block: Block }) {
  const styles = useStyles();
  switch (block.kind) {
    case 'heading':
      return <h3 className={styles.heading}>{inline(block.parts, styles.code)}</h3>;
    case 'paragraph':
      return <p>{inline(block.parts, styles.code)}</p>;
    case 'code':
      return <pre className={styles.code}>{block.text}</pre>;
    case 'list': {
      const items = block.items.map((parts, index) => <li key={index}>{inline(parts, styles.code)}</li>);
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function inline(parts: readonly Inline[], code: string) {
  return parts.map((part, index) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'code':
        return (
          <code key={index} className={code}>
            {part.text}
          </code>
        );
      case 'strong':
        return <strong key={index}>{part.text}</strong>;
      case 'emphasis':
        return <em key={index}>{part.text}</em>;
    }
  });
}
