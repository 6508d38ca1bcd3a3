/**
 * Reads the part of Markdown that release notes are shown in: headings, lists, emphasis and code. Pure. Everything else, HTML
 * and links among it, stays the text that it is: what the page shows is never more than words.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly text: string };

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

// Nothing in them can match in two ways: a line of 64 kB is read as fast as any.
const listItem = /^\s{0,8}(?:([-*+])|\d{1,4}[.)])\s+(\S.*)$/s;
const headingLine = /^#{1,6}\s+(\S.*)$/s;

export function readNotes(notes: string): readonly Block[] {
  const blocks: Block[] = [];
  let words: string[] = [];
  let items = null as { readonly isOrdered: boolean; readonly lines: string[][] } | null;
  let code: string[] | null = null;

  const end = (): void => {
    if (words.length > 0) blocks.push({ kind: 'paragraph', parts: readInline(words.join(' ')) });
    if (items !== null) {
      const { isOrdered, lines } = items;
      blocks.push({ kind: 'list', isOrdered, items: lines.map((line) => readInline(line.join(' '))) });
    }
    words = [];
    items = null;
  };

  for (const line of notes.split(/\r?\n/)) {
    if (/^\s*(?:```|~~~)/.test(line)) {
      end();
      if (code !== null) blocks.push({ kind: 'code', text: code.join('\n') });
      code = code === null ? [] : null;
      continue;
    }
    if (code !== null) {
      code.push(line);
      continue;
    }
    const heading = headingLine.exec(line)?.[1];
    const item = listItem.exec(line);
    if (line.trim() === '') end();
    else if (heading !== undefined) {
      end();
      blocks.push({ kind: 'heading', parts: readInline(withoutClosing(heading)) });
    } else if (item !== null) {
      const isOrdered = item[1] === undefined;
      if (items?.isOrdered !== isOrdered) end();
      items ??= { isOrdered, lines: [] };
      items.lines.push([item[2] ?? '']);
    } else if (items !== null) items.lines.at(-1)?.push(line.trim());
    else words.push(line.trim());
  }
  end();
  if (code !== null) blocks.push({ kind: 'code', text: code.join('\n') });
  return blocks;
}

/** Signs at the end of a heading belong to its mark, after a blank. */
function withoutClosing(heading: string): string {
  const whole = heading.trimEnd();
  let end = whole.length;
  while (whole[end - 1] === '#') end -= 1;
  const words = whole.slice(0, end);
  return words === words.trimEnd() ? whole : words.trimEnd();
}

const marks = /`([^`]+)`|\*\*([^*]+)\*\*|__([^_]+)__|\*([^*\s][^*]*)\*|\b_([^_]+)_\b/g;

function readInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, code, stars, lines, star, underline] = match;
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    const strong = stars ?? lines;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else parts.push({ kind: 'emphasis', text: star ?? underline ?? '' });
    at = match.index + whole.length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}
