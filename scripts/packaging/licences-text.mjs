// @ts-check
/** The licences of all that a package carries, one part after another. Pure. */

/** @type {Readonly<Record<string, string>>} */
const elsewhere = {
  electron: 'LICENSE.electron.txt and LICENSES.chromium.html lie beside the program.',
  node: 'LICENSE.node.txt lies beside the program, in resources/hcm.',
};
const rule = '-'.repeat(80);

/** @param {readonly import('./shipped-parts.mjs').ShippedPart[]} parts */
export function licencesText(parts) {
  const head = `Hybrid Connection Manager carries ${parts.length} parts by others, under these licences.\n`;
  return [head, ...parts.map(describe)].join(`\n${rule}\n`);
}

/** @param {import('./shipped-parts.mjs').ShippedPart} part */
function describe({ name, version, license, author, texts }) {
  // Some packages name a licence and bring no text of it.
  const own = texts.length === 0 && license === 'MIT' ? mitText(author || `the authors of ${name}`) : '';
  const text = elsewhere[name] ?? (texts.join('\n\n') || own);
  return `${name} ${version} (${license})\n\n${text || `Its package has no file with the text of ${license}.`}\n`;
}

/** @param {string} holder */
function mitText(holder) {
  return `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
