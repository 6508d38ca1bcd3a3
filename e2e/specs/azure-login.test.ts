/** `hcm login` and `hcm add` in front of a person: a browser that opens by itself, where there is one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AzureStage, told } from '../fixtures/azure-stage.ts';
import type { StartOptions } from '../fixtures/stage.ts';
import { ProgramsOnPath } from '../fixtures/programs-on-path.ts';
import { until } from '../fixtures/until.ts';

let azure: AzureStage;
let programs: ProgramsOnPath;

beforeEach(async () => {
  azure = await AzureStage.open();
  programs = await ProgramsOnPath.on(azure.stage);
});

afterEach(() => azure.dispose());

function atDesk(more: Readonly<Record<string, string>> = {}): StartOptions {
  return { environment: { PATH: programs.path, DISPLAY: ':99', ...more } };
}

/** What the system's program was given to open. */
async function opened(): Promise<string> {
  const [call = ''] = await until(
    'a browser opens',
    () => programs.calls(),
    (calls) => calls.length > 0,
  );
  return call.replace('xdg-open ', '');
}

describe('hcm login', () => {
  it('opens the browser, and ends signed in', async () => {
    await programs.add('xdg-open');
    const login = azure.start(['login'], atDesk());
    const url = await opened();
    expect(login.errors).toContain(url);
    await azure.visit(url, azure.ada);
    const { exitCode, output, errors } = await login.end();
    expect([exitCode, JSON.parse(output)]).toMatchObject([0, { kind: 'user', name: azure.ada.username }]);
    expect(errors).not.toContain('couldn’t be opened');
    expect(await programs.calls()).toHaveLength(1);
  });

  it('tells the address where no browser opens, and why', async () => {
    await programs.add('xdg-open', 'exit 3');
    const failed = azure.start(['login'], atDesk());
    await told(failed, /The browser couldn’t be opened/);
    const [url] = await told(failed, /https:\S+/);
    await azure.visit(url, azure.ada);
    expect((await failed.end()).exitCode).toBe(0);

    const cases: readonly (readonly [readonly string[], StartOptions, RegExp])[] = [
      [['login', '--no-browser'], atDesk(), /Open this address in the browser of this computer/],
      [['login'], atDesk({ SSH_CONNECTION: '10.0.0.1 4711 10.0.0.2 22' }), /over SSH.*--device-code/],
      [['login'], atDesk({ DISPLAY: '' }), /no desktop.*--device-code/],
    ];
    for (const [words, options, pattern] of cases) {
      const login = azure.start(words, options);
      await told(login, pattern);
      await told(login, /Ctrl\+C/);
      login.signal('SIGINT');
      expect((await login.end()).errors).toContain('HCM6002');
    }
    expect(await programs.calls()).toHaveLength(1);
  });
});

describe('hcm add at a terminal', () => {
  const terminal = { columns: 160, rows: 30 };

  it('signs in on the way when nobody is', async () => {
    await programs.add('xdg-open');
    const add = azure.start(['add'], { ...atDesk(), terminal });
    await told(add, /Enter to choose from Azure/);
    add.type('\r');
    await azure.visit(await opened(), azure.ada);
    await told(add, /Subscription \(number\):/);
    add.type('1\n');
    await told(add, /Which ones/);
    add.type('1\n');
    const { exitCode, output } = await add.end();
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Added sql') as string]);
  });

  it('by a code where there is no browser', async () => {
    const add = azure.start(['add'], { terminal });
    await told(add, /Enter to choose from Azure/);
    add.type('\r');
    await told(add, /Open (\S+) in any browser and type in the code (\S+)\./);
    add.type('\u0003');
    expect((await add.end()).output).toContain('HCM6002');
  });
});
