import { describe, expect, it } from 'vitest';
import { shortcutTexts } from '../../electron/contract/messages/texts/help.ts';
import { isPressed, keyText, shortcutNames, shortcuts, shortcutText } from './shortcuts.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('shortcuts', () => {
  it('each has a text of its own', () => {
    expect(Object.keys(shortcutTexts)).toEqual([...shortcutNames]);
  });

  it('none is there twice', () => {
    const texts = shortcutNames.flatMap((name) => shortcuts[name].keys.map((key) => keyText(key, 'linux')));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([
    ['linux', 'Ctrl+Shift+N'],
    ['win32', 'Ctrl+Shift+N'],
    ['darwin', 'Cmd+Shift+N'],
  ])('%s: %s', (platform, text) => {
    expect(shortcutText('enterManually', platform)).toBe(text);
  });

  it('takes Ctrl or Cmd as the system does, and no other one besides', () => {
    const key = shortcuts.filter.keys[0];
    expect(isPressed(key, { ...plain, key: 'f', ctrlKey: true }, 'linux')).toBe(true);
    expect(isPressed(key, { ...plain, key: 'f', metaKey: true }, 'darwin')).toBe(true);
    expect(isPressed(key, { ...plain, key: 'f', ctrlKey: true }, 'darwin')).toBe(false);
    expect(isPressed(key, { ...plain, key: 'f' }, 'linux')).toBe(false);
    expect(isPressed(key, { ...plain, key: 'f', ctrlKey: true, altKey: true }, 'linux')).toBe(false);
    expect(isPressed(key, { ...plain, key: 'F', ctrlKey: true, shiftKey: true }, 'linux')).toBe(false);
  });

  it('takes ? with and without Shift', () => {
    const key = { key: '?' };
    expect(isPressed(key, { ...plain, key: '?', shiftKey: true }, 'linux')).toBe(true);
    expect(isPressed(key, { ...plain, key: '?' }, 'linux')).toBe(true);
  });
});
