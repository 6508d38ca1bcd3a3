/// <reference types="vite/client" />
import { expect, it } from 'vitest';
import { shortcutTexts } from '../../electron/contract/messages/texts/help.ts';
import page from '../../docs/window.md?raw';
import { keyText, shortcutNames, shortcuts } from './shortcuts.ts';

it('docs/window.md has every key, and what it does', () => {
  const table = (page.split('## Keys')[1] ?? '').split('## ')[0] ?? '';
  const written = [...table.matchAll(/^\| (.+?) \| (.+) \|$/gm)].map(([, keys, text]) => [keys, text]);
  const known = shortcutNames.map((name) => [
    shortcuts[name].keys.map((key) => keyText(key, 'linux')).join(', '),
    shortcutTexts[name],
  ]);
  expect(written.slice(1)).toEqual(known);
});
