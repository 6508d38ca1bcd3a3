/**
 * A browser without a screen for sign-in pages: follows redirects, keeps cookies, fills in the forms it meets. Owns its cookies,
 * so that a second sign-in finds the session of the first.
 *
 * Invariant: bounded in steps; a page that asks for what it can't fill in ends the visit with that page.
 */
import { trustedFetch, type PlainAnswer } from './trusted-fetch.ts';

const maxSteps = 20;

export interface Visit {
  readonly url: string;
  readonly body: string;
}

export class ScriptedBrowser {
  readonly #caPem: string;
  readonly #cookies = new Map<string, string>();

  constructor(caPem: string) {
    this.#caPem = caPem;
  }

  /** Opens the page and does what it asks with these values, until nothing is left to fill in. */
  async visit(start: string, values: Readonly<Record<string, string>> = {}): Promise<Visit> {
    let url = start;
    let answer = await this.#send(url, 'GET', '');
    for (let step = 0; step < maxSteps; step += 1) {
      const { location } = answer.headers;
      if (location !== undefined) {
        url = new URL(location, url).href;
        answer = await this.#send(url, 'GET', '');
        continue;
      }
      const form = formOf(answer.body, values);
      if (form === undefined) return { url, body: answer.body };
      url = new URL(form.action, url).href;
      answer = await this.#send(url, 'POST', form.body);
    }
    throw new Error(`no end of pages: ${url}`);
  }

  async #send(url: string, method: string, body: string): Promise<PlainAnswer> {
    const isAuthority = url.startsWith('https:');
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await trustedFetch(this.#caPem, url, {
      method,
      body,
      headers: {
        ...(isAuthority && cookie !== '' ? { cookie } : {}),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
    });
    for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line);
    return answer;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const split = pair.indexOf('=');
    const value = pair.slice(split + 1);
    if (value === '') this.#cookies.delete(pair.slice(0, split));
    else this.#cookies.set(pair.slice(0, split), value);
  }
}

/** Undefined without a form, or when a visible field has no value. */
function formOf(html: string, values: Readonly<Record<string, string>>) {
  const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(html);
  const failure = /<p id="failure">([^<]+)<\/p>/.exec(html);
  if (form === null || failure !== null) return undefined;
  const fields = new URLSearchParams();
  for (const [input] of (form[2] ?? '').matchAll(/<input[^>]*>/g)) {
    const name = attribute(input, 'name');
    if (name === undefined) continue;
    const isHidden = attribute(input, 'type') === 'hidden';
    const value = isHidden ? attribute(input, 'value') : values[name];
    if (value === undefined) return undefined;
    fields.set(name, value);
  }
  return { action: unescaped(form[1] ?? ''), body: fields.toString() };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
