/** A page of Help as its texts have it: paragraphs, lists, names with their meaning, lines to copy. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { HelpBlock } from '../../electron/contract/messages/texts/help-topics.ts';
import { BreakableText } from './breakable-text.tsx';
import { DefinitionRow } from './definition-row.tsx';
import { helpPieces } from './help-labels.ts';

export function HelpBlocks({ blocks }: { readonly blocks: readonly HelpBlock[] }) {
  const styles = useStyles();
  return (
    <div className={styles.blocks}>
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: HelpBlock }) {
  const styles = useStyles();
  if (typeof block === 'string')
    return (
      <p className={styles.text}>
        <Words text={block} />
      </p>
    );
  if ('heading' in block) return <h3 className={styles.heading}>{block.heading}</h3>;
  if ('code' in block) return <pre className={styles.code}>{block.code}</pre>;
  if ('rows' in block)
    return (
      <dl className={styles.rows}>
        {block.rows.map(({ name, text }, index) => (
          <DefinitionRow key={index} name={<BreakableText text={name} />}>
            <Words text={text} />
          </DefinitionRow>
        ))}
      </dl>
    );
  const [List, items] = 'steps' in block ? (['ol', block.steps] as const) : (['ul', block.list] as const);
  return (
    <List className={styles.list}>
      {items.map((item) => (
        <li key={item}>
          <Words text={item} />
        </li>
      ))}
    </List>
  );
}

/** What stands in the window is set apart. */
function Words({ text }: { readonly text: string }) {
  return helpPieces(text).map((piece, index) =>
    piece.isLabel ? <strong key={index}>{piece.text}</strong> : <span key={index}>{piece.text}</span>,
  );
}

const useStyles = makeStyles({
  blocks: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    overflowWrap: 'anywhere',
    ...typographyStyles.body1,
    '& strong': { fontWeight: tokens.fontWeightSemibold },
  },
  text: { margin: 0 },
  heading: { ...typographyStyles.subtitle2, margin: `${tokens.spacingVerticalS} 0 0` },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingLeft: '24px',
  },
  rows: { margin: 0 },
  code: {
    margin: 0,
    padding: tokens.spacingVerticalS,
    whiteSpace: 'pre-wrap',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontVariantLigatures: 'none',
    userSelect: 'text',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});
