/** No word on any page is written anywhere but in the texts, and none is kept from before its language was chosen. */
import { act, render, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  outsideBrackets,
  speakEnglishAgain,
  speakPseudo,
} from '../../electron/contract/messages/testing/pseudo-language.ts';
import { App } from '../app.tsx';
import { loadLaterParts } from '../later-parts.tsx';
import { createServices } from '../services.tsx';
import { startLiveSync } from '../store/live-sync.ts';
import { Person } from './person.ts';
import { sampleHost } from './sample-host.ts';
import { sampleTraffic } from './sample-traffic.ts';
import { sampleViews } from './sample-views.ts';
import type { Scene } from './scene.ts';
import { createTestBridge } from './test-bridge.ts';

const files = import.meta.glob<{ readonly scenes: readonly Scene[] }>('./scenes/*.tsx', { eager: true });
/** Without the one that says sentences of its own, and those that show the words of another one once more. */
const leftOut = /^(?:toasts|many|compact|group|obedient)$|-(?:narrow|wide)$/;
const scenes = Object.values(files)
  .flatMap((file) => file.scenes)
  .filter(({ name }) => !leftOut.test(name));

beforeAll(async () => {
  speakPseudo();
  await loadLaterParts();
});
/** What a scene leaves running: other tests follow in this document. */
const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});
afterAll(speakEnglishAgain);

describe('in a language of brackets', () => {
  it.each(scenes.map((scene) => [scene.name, scene] as const))('%s', async (_name, scene) => {
    const known = await show(scene);
    expect(strayWords(known)).toEqual([]);
  });
});

/** @returns all that the page was given: names, addresses, what people typed. */
async function show(scene: Scene): Promise<string> {
  if (scene.render) {
    render(scene.render());
    return '';
  }
  const now = Date.now();
  const options = { host: sampleHost(now), views: sampleViews(now), ...scene.bridge?.(now) };
  const bridge = createTestBridge(options);
  const given: unknown[] = [options];
  const heard = {
    ...bridge,
    call: async (...[name, input]: Parameters<typeof bridge.call>) => {
      const answer = await bridge.call(name, input);
      given.push(input, answer);
      return answer;
    },
  } as typeof bridge;
  const services = { ...createServices(heard), bridge: heard };
  const person = new Person();
  ends.push(() => person.leave());
  await act(async () => {
    ends.push(startLiveSync(services));
    render(<App services={services} />);
    await Promise.resolve();
  });
  await act(async () => {
    services.traffic.setState({ byId: sampleTraffic(services.connections.getState().views) });
    scene.prepare?.(services, person);
    await settled();
  });
  if (scene.press !== undefined) await pressWhenThere(scene.press);
  return JSON.stringify([...given, services.shell.getState(), services.ui.getState()]);
}

async function pressWhenThere(selector: string): Promise<void> {
  const button = await waitFor(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`There is no ${selector}.`);
    return found;
  });
  await act(async () => {
    button.click();
    await settled();
  });
}

/** Answers of the scripted host are all there some turns later. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

/** Units and names that are the same in every language. */
const sameEverywhere =
  /^(?:B|kB|MB|GB|TB|s|Azure|Ctrl|Shift|Esc|Enter|Tab|Alt|F\d+|HCM\d{4}|English|Nederlands|简体中文|Delete|Home|End|PgUp|PgDn|Space|Menu|Hybrid|Connection|Manager)$/;

/** What programs read, and support. */
const isoTime = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

function strayWords(known: string): readonly string[] {
  const attributes = [
    'aria-label',
    'title',
    'placeholder',
    'alt',
    'aria-roledescription',
    'aria-description',
  ];
  const shown = [
    // Some texts are drawn in pieces.
    textsIn(document.body).join('\n'),
    ...attributes.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    ),
  ];
  const words = shown.flatMap(
    (text) =>
      outsideBrackets(text)
        .replaceAll(isoTime, '')
        .match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? [],
  );
  return [...new Set(words)].filter(
    (word) => !sameEverywhere.test(word) && !known.toLowerCase().includes(word.toLowerCase()),
  );
}

function textsIn(root: Element): readonly string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('style, script, textarea, input') == null)
      texts.push(node.textContent ?? '');
  }
  return texts;
}
