/** The command line in other languages: people read theirs, programs read English. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterEach, describe, expect, it } from 'vitest';
import { connectionRow } from '../contract/connection-row.ts';
import { speak } from '../contract/messages/language.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import { withHost } from './host-access.ts';
import { askYesNo } from './prompts.ts';
import { displayWidth } from './render/display-width.ts';
import { runCli } from './run-cli.ts';
import { readWantedState } from './status/wanted-state.ts';
import { storeOfViews } from './testing/store-of-views.ts';
import { createTestIo } from './testing/test-io.ts';

const views = [connectedView()];

async function hcm(language: string, words: readonly string[], columns = 80) {
  const io = createTestIo({ terminal: true, columns, environment: { HCM_LANGUAGE: language } });
  const code = await runCli(words, io, storeOfViews(views, true).withHost);
  return { code, output: io.output.text, errors: io.errors.text };
}

afterEach(() => speak('en'));

describe('hcm for people', () => {
  it.each([
    ['nl', ['Gebruik: hcm [opties] [opdracht]\n', 'Opties:', 'Opdrachten:', '  list [opties] ']],
    ['zh-Hans', ['用法：hcm [选项] [命令]\n', '选项：', '命令：', '  list [选项] ']],
  ] as const)('%s: help, with the words of the parser', async (language, titles) => {
    const { output } = await hcm(language, ['--help']);
    for (const title of titles) expect(output).toContain(title);
    expect(output).not.toMatch(/\b(?:Usage|Options|Commands|default|choices):/);
    const help = await hcm(language, ['run', '--help']);
    expect(help.output).not.toMatch(/\b(?:Usage|Options|Commands|default|choices):/);
  });

  it.each([
    ['nl', 'Verbonden', ':'],
    ['zh-Hans', '已连接', '：'],
  ] as const)('%s: tables and errors', async (language, word, mark) => {
    expect((await hcm(language, ['list'])).output).toContain(word);
    const { output } = await hcm(language, ['show', 'payroll-sql']);
    expect(output).toMatch(new RegExp(`^.+${mark} +${word} `, 'mu'));
    const wrong = await hcm(language, ['list', '--no-such']);
    expect(wrong.code).toBe(2);
    expect(wrong.errors.startsWith('hcm: ')).toBe(true);
    expect(wrong.errors).not.toMatch(/unknown option/i);
  });

  it('help in Chinese stays within the terminal', async () => {
    const { output } = await hcm('zh-Hans', ['add', '--help']);
    const described = output.split('\n').filter((line) => /^ {2}(?:-| {10})/.test(line));
    expect(described.length).toBeGreaterThan(5);
    expect(described.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  it.each([
    ['nl', 'j', true],
    ['nl', 'Ja', true],
    ['nl', 'y', true],
    ['nl', 'n', false],
    ['zh-Hans', '是', true],
    ['zh-Hans', 'y', true],
    ['en', 'j', false],
  ] as const)('%s: %s to a question is %s', async (language, answer, yes) => {
    await speak(language);
    const io = createTestIo({ terminal: true });
    io.typed.end(`${answer}\n`);
    expect(await askYesNo(io, '?')).toBe(yes);
  });

  it('a state to wait for has its word, and the English one', async () => {
    await speak('nl');
    expect(readWantedState('verbonden').word).toBe('Verbonden');
    expect(readWantedState('not-connected').word).toBe('Niet verbonden');
    await speak('zh-Hans');
    expect(readWantedState('已连接').word).toBe('已连接');
    expect(readWantedState('notConnected').word).toBe('未连接');
    expect(() => readWantedState('!')).toThrow('HCM1060');
  });
});

describe('hcm for programs', () => {
  const ofStore = [
    ['list', '--output', 'json'],
    ['list', '--output', 'yaml'],
    ['show', 'payroll-sql', '--output', 'json'],
    ['status', '--output', 'json'],
    ['completion', 'bash'],
  ];

  it.each(ofStore.map((words) => [words]))('hcm %j is the same in every language', async (words) => {
    const english = await hcm('en', words);
    expect(english.code).toBe(0);
    expect(english.output).toMatch(/\S/);
    if (words.includes('yaml')) expect(parse(english.output)).toBeTruthy();
    for (const language of ['nl', 'zh-Hans']) expect(await hcm(language, words)).toEqual(english);
  });

  it('settings, proxy and accounts are the same in every language', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hcm-languages-'));
    try {
      for (const words of [
        ['config', 'list'],
        ['config', 'get', 'idleMinutes'],
        ['proxy'],
        ['account', 'list'],
        ['sessions', '--ended'],
      ]) {
        const answers: string[] = [];
        for (const language of ['en', 'nl', 'zh-Hans']) {
          const environment = { HCM_HOME: folder, HCM_LANGUAGE: language };
          const io = { ...createTestIo({ terminal: true, environment }), uid: process.getuid?.() ?? 0 };
          expect(await runCli([...words, '--output', 'json'], io, withHost), words.join(' ')).toBe(0);
          answers.push(io.output.text);
        }
        expect(answers[0]).toMatch(/^[[{]/);
        expect(new Set(answers).size, words.join(' ')).toBe(1);
      }
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });

  it('a row says the English word', async () => {
    await speak('zh-Hans');
    expect(connectionRow(connectedView()).status).toBe('Connected');
  });
});
