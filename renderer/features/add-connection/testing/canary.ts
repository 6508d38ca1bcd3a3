/** A string whose key must never be seen, and a look at every place of a page and its stores where it could be. */
import { expect } from 'vitest';
import type { ServicesOfTest } from '../../../testing/render-with-services.tsx';

export const canaryKey = 'Zx9Canary8KeyQw7Er6Ty5Ui4Op3As2Df1Gh0Jk+Lz/=';

export const canaryString = [
  'Endpoint=sb://contoso-relay-weu.servicebus.windows.net/',
  'SharedAccessKeyName=defaultListener',
  `SharedAccessKey=${canaryKey}`,
  'EntityPath=ledger-sql',
].join(';');

export const canaryNamespaceString = canaryString.replace(';EntityPath=ledger-sql', '');

/** Not even a piece of it. */
const piece = canaryKey.slice(0, 9);

export function expectNoCanary({ connections, shell, toasts, traffic, ui }: ServicesOfTest): void {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input')];
  const stores = [connections, shell, toasts, traffic, ui].map((store) => plain(store.getState()));
  const places = {
    page: document.documentElement.outerHTML,
    fields: fields.map(({ value, defaultValue }) => value + defaultValue).join(),
    state: fields.map((field) => plain(reactStateOf(field))).join(),
    stores: stores.join(),
  };
  for (const [place, text] of Object.entries(places)) {
    expect(`${place}: ${text.includes(piece) ? 'holds the key' : 'clean'}`).toBe(`${place}: clean`);
  }
}

/** Maps and sets with what is in them; what refers to itself is left out. */
function plain(value: unknown): string {
  const seen = new WeakSet();
  return JSON.stringify(value, (name, part: unknown) => {
    // What the test's own bridge remembers of calls: the host gets the key.
    if (name === 'recorded') return undefined;
    if (typeof part !== 'object' || part === null) return part;
    if (seen.has(part) || part instanceof Node) return undefined;
    seen.add(part);
    return part instanceof Map || part instanceof Set ? [...part] : part;
  });
}

/** What developer tools would list: state and properties of all components round a node. */
function reactStateOf(node: Element): readonly unknown[] {
  const name = Object.keys(node).find((key) => key.startsWith('__reactFiber$'));
  const states: unknown[] = [];
  let fiber = (node as unknown as Record<string, Fiber | null>)[name ?? ''] ?? null;
  expect(fiber).not.toBeNull();
  for (; fiber !== null; fiber = fiber.return) {
    for (let hook = fiber.memoizedState; hook?.next !== undefined; hook = hook.next) {
      states.push(hook.memoizedState);
      if (hook.next === null) break;
    }
  }
  return states;
}

interface Hook {
  readonly memoizedState: unknown;
  readonly next: Hook | null;
}

interface Fiber {
  readonly return: Fiber | null;
  readonly memoizedState: Hook | null;
}
