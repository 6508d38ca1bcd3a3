/**
 * The window of an installed package, opened by the person who sits in front of the machine. A package for tests takes a
 * debugger (HCM_E2E_BUILD=1); through it the page is read and clicked, before and after the app has replaced itself.
 *
 * Invariant: the app's sandbox is on: no switch that this file adds weakens it.
 */
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { HcmProcess } from '../fixtures/hcm-process.ts';
import { until } from '../fixtures/until.ts';
import { person } from './debian-image.ts';
import type { DebianMachine, MachineProcess, RunWishes } from './debian-machine.ts';

const openWithinMs = 60_000;
const endWithinMs = 30_000;

/** Where the window keeps Chromium's files: below the data folder. */
const profile = `${person.home}/.config/hcm/window`;

export class InstalledApp {
  readonly process: HcmProcess;
  readonly #machine: DebianMachine;
  #browser: Browser | undefined;

  private constructor(machine: DebianMachine, process: HcmProcess) {
    this.#machine = machine;
    this.process = process;
  }

  /** By the words of its entry in the menu. @param words besides those */
  static async start(
    machine: DebianMachine,
    {
      display,
      words = [],
      environment = {},
    }: Pick<RunWishes, 'environment'> & { readonly display: string; readonly words?: readonly string[] },
  ): Promise<InstalledApp> {
    const program = await programOf(machine);
    const started = machine.start([program, ...words], { environment: { DISPLAY: display, ...environment } });
    return new InstalledApp(machine, started);
  }

  /** Waits for the page, of whichever process of the app is there. @param after process that has to be another one */
  async page(after?: number): Promise<Page> {
    await this.#browser?.close();
    const port = await until(
      'the window takes a debugger',
      () => this.#debuggerPort(after),
      (found) => found !== undefined,
      {
        deadlineMs: openWithinMs,
      },
    ).catch((error: unknown) => {
      throw new Error(`the window didn’t open: ${this.process.output}${this.process.errors}`, {
        cause: error,
      });
    });
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(port)}`);
    const look = (): Page | undefined => this.#browser?.contexts().flatMap((context) => context.pages())[0];
    const page = await until('the window has a page', look, (found) => found !== undefined);
    if (page === undefined) throw new Error('the window has no page');
    return page;
  }

  /** Those of the app, Chromium's own ones among them. */
  async processes(): Promise<readonly MachineProcess[]> {
    const program = await programOf(this.#machine);
    return (await this.#machine.processes()).filter(
      ({ words: [first] }) => first?.startsWith(program) === true,
    );
  }

  /** The one that all others are of. */
  async mainProcess(): Promise<MachineProcess | undefined> {
    return (await this.processes()).find(({ words }) => !words.some((word) => word.startsWith('--type=')));
  }

  /** As the desktop ends it at the end of a session. */
  async end(): Promise<void> {
    await this.#browser?.close();
    this.#browser = undefined;
    const main = await this.mainProcess();
    if (main !== undefined) process.kill(main.pid, 'SIGTERM');
    await until(
      'the app ends',
      () => this.processes(),
      (found) => found.length === 0,
      { deadlineMs: endWithinMs },
    );
  }

  async #debuggerPort(after: number | undefined): Promise<number | undefined> {
    const main = await this.mainProcess();
    if (main === undefined || main.pid === after) return undefined;
    const text = await readFile(this.#machine.outside(`${profile}/DevToolsActivePort`), 'utf8').catch(
      () => '',
    );
    const port = Number(text.split('\n')[0]);
    if (!Number.isInteger(port) || port === 0) return undefined;
    const answer = await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => undefined);
    return answer?.ok === true ? port : undefined;
  }
}

/** What the menu starts. */
async function programOf(machine: DebianMachine): Promise<string> {
  const entry = await readFile(
    machine.outside('/usr/share/applications/hybrid-connection-manager.desktop'),
    'utf8',
  );
  const [, quoted, plain] = /^Exec=(?:"([^"]+)"|(\S+))/m.exec(entry) ?? [];
  const program = quoted ?? plain;
  if (program === undefined) throw new Error(`the entry of the menu starts nothing: ${entry}`);
  return program;
}
