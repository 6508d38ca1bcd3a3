/** Dutch and Simplified Chinese are complete: every text, its blanks, the marks of the language, and one word for one thing. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blanksOf } from './message-text.ts';
import * as nl from './nl/all-texts.ts';
import { sameEverywhere, sameInDutch } from './testing/same-texts.ts';
import * as english from './texts/all-texts.ts';
import * as zhHans from './zh-hans/all-texts.ts';

/** All strings of a value, with the way to each. */
function stringsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

const englishTexts = new Map(stringsIn(english, ''));

const languages = [
  ['nl', nl],
  ['zh-hans', zhHans],
] as const;

/** Not only blanks, marks and signs. */
function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replaceAll(/\{[a-zA-Z]+\}/g, ''));
}

describe.each(languages)('%s', (folder, texts) => {
  const translated = new Map(stringsIn(texts, ''));

  it('has every text, and no other', () => {
    expect([...englishTexts.keys()].filter((path) => !translated.has(path))).toEqual([]);
    expect([...translated.keys()].filter((path) => !englishTexts.has(path))).toEqual([]);
  });

  it('has a file for each, and lists it', () => {
    const filesOf = (name: string): readonly string[] =>
      readdirSync(join(import.meta.dirname, name)).filter((file) => !file.endsWith('.test.ts'));
    expect(filesOf(folder)).toEqual(filesOf('texts'));
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    for (const [file, groups] of Object.entries(texts))
      expect(Object.is(groups, english[file as keyof typeof english]), file).toBe(false);
  });

  it('fills the same blanks in each text', () => {
    const blanks = (text = ''): string => [...new Set(blanksOf(text))].sort().join(' ');
    const different = [...translated].filter(
      ([path, text]) => blanks(text) !== blanks(englishTexts.get(path)),
    );
    expect(different).toEqual([]);
  });

  it('leaves nothing in English', () => {
    const same = [...sameEverywhere, ...(folder === 'nl' ? sameInDutch : [])];
    const left = [...translated].filter(
      ([path, text]) =>
        text === englishTexts.get(path) && hasWords(text) && !path.endsWith('.line') && !same.includes(text),
    );
    expect(left).toEqual([]);
  });

  it('is typeset: no straight quotes, no exclamation, no dots in place of an ellipsis, no blanks at the ends', () => {
    const bad = [...translated].filter(
      ([path, text]) =>
        !/\.line$|^demo\.demoTexts\.tryIt$|^tray\.trayTexts\.between$/.test(path) &&
        (/['"`]|\.\.\.|!|！| {2}/.test(text) || text.trim() !== text),
    );
    expect(bad).toEqual([]);
  });

  it('asks for a letter that means yes', () => {
    const asked = [...translated].flatMap(([, text]) => /\[(\p{L})\/N\]/u.exec(text)?.[1] ?? []);
    const yes = texts.cliHelp.yesTexts.words.split(' ');
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((letter) => letter !== yes[0])).toEqual([]);
  });

  it('is empty only where English is', () => {
    const empty = [...translated].filter(
      ([path, text]) => text === '' && !path.startsWith('format.innerWordTexts'),
    );
    expect(empty).toEqual([]);
  });
});

describe('Dutch', () => {
  it('asks for nothing with alstublieft, and says u seldom', () => {
    const texts = stringsIn(nl, '').map(([, text]) => text);
    expect(texts.filter((text) => /alstublieft|\bjij\b|\bje\b|\bjouw\b/i.test(text))).toEqual([]);
  });
});

describe('Simplified Chinese', () => {
  const texts = stringsIn(zhHans, '').filter(([path]) => !path.endsWith('.line'));

  it('has full-width marks beside its characters', () => {
    expect(
      texts.filter(([, text]) => /\p{Script=Han}[,;:?!](?![\w/])|\p{Script=Han}\.(?:\s|$)/u.test(text)),
    ).toEqual([]);
    expect(texts.filter(([, text]) => /\p{Script=Han}\([^)]*\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('has a blank between its characters and Latin words', () => {
    expect(texts.filter(([, text]) => /\p{Script=Han}[A-Za-z]|[A-Za-z]\p{Script=Han}/u.test(text))).toEqual(
      [],
    );
  });

  it('asks for nothing with 请 at the front, and no traditional characters', () => {
    expect(texts.filter(([, text]) => /(?:^|。)请(?!求)/u.test(text))).toEqual([]);
    expect(texts.filter(([, text]) => /[連線資訊設檔應備錯誤網戶號鑰執啟關]/u.test(text))).toEqual([]);
  });
});

/** Words that were two for one thing: an update's feed and channel, monitoring, and whom the texts speak to. */
describe('one word for one thing', () => {
  const inTexts = (texts: object, words: RegExp): readonly unknown[] =>
    stringsIn(texts, '').filter(([path, text]) => !path.endsWith('.line') && words.test(text));

  it('in Dutch', () => {
    expect(inTexts(nl, /\bHulp\b|Voorbeeldversies|niet te lezen|sleutel om te luisteren/)).toEqual([]);
  });

  it('in Simplified Chinese', () => {
    expect(inTexts(zhHans, /您|贵组织|发布源|版本源|监控|Azure 中继|没有响应/)).toEqual([]);
  });

  it.each([
    ['en', english],
    ['nl', nl],
    ['zh-hans', zhHans],
  ] as const)(
    '%s: clouds and channels have one name',
    (_language, { azureSignIn, settingsPage, updates }) => {
      expect(settingsPage.settingChoiceTexts.azureCloud).toEqual({ ...azureSignIn.azureCloudTexts });
      expect(settingsPage.settingChoiceTexts.updateChannel).toEqual({ ...updates.updateChannelTexts });
    },
  );
});

/** What administrators compare between window, tray, notifications and command line. */
const glossary = [
  ['Verbonden', '已连接'],
  ['Verbinden', '正在连接'],
  ['Niet verbonden', '未连接'],
  ['Niet geautoriseerd', '未授权'],
  ['Niet gevonden', '未找到'],
  ['Geblokkeerd door beleid', '被策略阻止'],
  ['Sleutel nodig', '需要密钥'],
  ['Kan niet starten', '无法启动'],
  ['Stopt', '正在停止'],
  ['Gestopt', '已停止'],
  ['Beëindigd', '已停用'],
  ['Onbekend', '未知'],
] as const;

describe('status words', () => {
  it('are the ones of the glossary', () => {
    expect(Object.values(nl.status.azureWordTexts)).toEqual(glossary.map(([dutch]) => dutch));
    expect(Object.values(zhHans.status.azureWordTexts)).toEqual(glossary.map(([, chinese]) => chinese));
    expect(Object.values(nl.status.endpointWordTexts)).toEqual([
      'Bereikbaar',
      'Niet bereikbaar',
      'Controleren',
      'Niet gecontroleerd',
    ]);
    expect(Object.values(zhHans.status.endpointWordTexts)).toEqual([
      '可访问',
      '无法访问',
      '正在检查',
      '未检查',
    ]);
  });

  it('say one thing each', () => {
    for (const { status } of [english, nl, zhHans])
      for (const words of [status.azureWordTexts, status.endpointWordTexts])
        expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });
});
