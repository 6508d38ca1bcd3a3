import { expect, it } from 'vitest';
import { chromiumBypass } from './chromium-bypass.ts';

it.each([
  ['', ''],
  ['*', '*'],
  ['*:443', '*:443'],
  // Of a name everything under it is meant.
  ['corp.example', 'corp.example;*.corp.example'],
  ['.corp.example', 'corp.example;*.corp.example'],
  ['*.corp.example:8443', 'corp.example:8443;*.corp.example:8443'],
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['fd00::/8', 'fd00::/8'],
  ['10.1.2.3', '10.1.2.3'],
  ['[fd12::1]:443', '[fd12::1]:443'],
  ['<local>', '<local>'],
  // Blanks part entries, too.
  ['a.example <-loopback>,10.1.2.3', 'a.example;*.a.example;<-loopback>;10.1.2.3'],
])('%s is %s for Chromium', (list, rules) => {
  expect(chromiumBypass(list)).toBe(rules);
});
