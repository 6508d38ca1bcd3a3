/** How many columns of a terminal a text takes: Chinese characters take two, marks on a letter none. Pure. */
import { eastAsianWidth } from 'get-east-asian-width';

const plain = /^[\u0020-\u007e]*$/;
const noWidth = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The front of the text, as far as it has room; a character of two columns isn't split. */
export function firstColumns(text: string, columns: number): string {
  let end = 0;
  let width = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function characterWidth(character: string): number {
  if (noWidth.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}
