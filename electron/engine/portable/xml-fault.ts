/**
 * Whether a text is whole XML: the parser is lenient and would read half of a file without a word. Knows what a
 * configuration is made of: elements, attributes in quotes, comments, instructions and CDATA. Pure, and as quick as long
 * texts need it.
 */

export interface XmlFault {
  readonly reason: 'xml' | 'deep';
  readonly line: number;
}

const attribute = String.raw`\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')`;

const token = new RegExp(
  [
    '<!--[^]*?-->',
    String.raw`<\?[^]*?\?>`,
    String.raw`<!\[CDATA\[[^]*?\]\]>`,
    String.raw`</([\w:.-]+)\s*>`,
    String.raw`<([\w:.-]+)(?:${attribute})*\s*(/?)>`,
    '[^<]+',
  ].join('|'),
  'uy',
);

/** @returns the first place that isn't as it should be, or null. */
export function xmlFault(text: string, maxDepth: number): XmlFault | null {
  const open: string[] = [];
  let roots = 0;
  let index = 0;
  const fault = (reason: XmlFault['reason']): XmlFault => ({
    reason,
    line: text.slice(0, index).split('\n').length,
  });
  while (index < text.length) {
    token.lastIndex = index;
    const match = token.exec(text);
    if (match === null) return fault('xml');
    const [whole, closed, opened, alone] = match;
    if (closed !== undefined && open.pop() !== closed) return fault('xml');
    if (opened !== undefined) {
      if (open.length === 0) roots += 1;
      if (alone === '') open.push(opened);
      if (open.length > maxDepth) return fault('deep');
    }
    index += whole.length;
  }
  return open.length === 0 && roots === 1 ? null : fault('xml');
}
