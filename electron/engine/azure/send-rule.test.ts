import { expect, it } from 'vitest';
import { leastSendRule } from './send-rule.ts';

function rule(name: string, ...rights: string[]) {
  return { name, properties: { rights } };
}

it.each([
  ['the one that may do least', ['all Listen Send Manage', 'both Listen Send', 'mouth Send'], null, 'mouth'],
  ['App Service’s own name among equals', ['apps Send', 'DefaultSender Send'], null, 'DefaultSender'],
  ['always the same one', ['b Send', 'a Send'], null, 'a'],
  ['the one in use, as long as it may send', ['mouth Send', 'both Listen Send'], 'BOTH', 'both'],
  ['another one when that may not send', ['mouth Send', 'both Listen'], 'both', 'mouth'],
  ['none where none may', ['ears Listen', 'defaultSender Listen'], 'defaultSender', null],
] as const)('%s', (_what, texts, inUse, expected) => {
  const rules = texts.map((text) => {
    const [name = '', ...rights] = text.split(' ');
    return rule(name, ...rights);
  });
  expect(leastSendRule(rules, inUse)).toBe(expected);
});
