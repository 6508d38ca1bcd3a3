import { describe, expect, it } from 'vitest';
import { xmlFault } from './xml-fault.ts';

describe('xmlFault', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0"?>\r\n<!-- <b> -->\n<a b="1>0" c=\'"\'>text<n:d.e-f /><![CDATA[<x>]]></a >\n',
    '<a><b></b><b/></a>',
  ])('finds nothing wrong with %s', (text) => expect(xmlFault(text, 4)).toBeNull());

  it.each([
    ['cut inside of an element', '<a>\n<b>', 2],
    ['cut inside of a tag', '<a>\n<b c="', 2],
    ['cut inside of a comment', '<a/>\n<!-- ', 2],
    ['closed crosswise', '<a><b>\n</a></b>', 2],
    ['closed without being open', '</a>', 1],
    ['without quotes', '<a b=1/>', 1],
    ['with a tag inside of a value', '<a b="<c/>"/>', 1],
    ['of several roots', '<a/><b/>', 1],
    ['without an element', ' \n', 2],
  ])('names the line of a text that is %s', (_name, text, line) => {
    expect(xmlFault(text, 4)).toEqual({ reason: 'xml', line });
  });

  it('bounds the depth, and takes long texts in its stride', () => {
    expect(xmlFault('<a><a><a/></a></a>', 1)).toEqual({ reason: 'deep', line: 1 });
    for (const text of [
      `<a ${'b="c" '.repeat(200_000)}`,
      `<!--${'-'.repeat(1_000_000)}`,
      `<a>${'<!--'.repeat(200_000)}`,
      `<a${' '.repeat(1_000_000)}`,
    ]) {
      expect(xmlFault(text, 32)).toMatchObject({ reason: 'xml' });
    }
  });
});
