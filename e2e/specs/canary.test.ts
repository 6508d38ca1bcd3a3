/**
 * Keys that can be recognised go through everything a person does and everything that goes wrong, with the log at its
 * most talkative. Then nothing of them may be anywhere: no file of the data folder, no log, no output, no list of
 * processes.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilRefused } from '../fixtures/app-socket.ts';
import { readText } from '../fixtures/byte-stream.ts';
import { canaries } from '../fixtures/canaries.ts';
import { ProcessWatch } from '../fixtures/process-watch.ts';
import { commandLines } from '../fixtures/process-facts.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { SecretSearch } from '../fixtures/secret-search.ts';
import { Stage, type StartOptions } from '../fixtures/stage.ts';
import { Target } from '../fixtures/target.ts';
import { listConnections, startForward, startHost, untilConnected, untilRow } from '../fixtures/tunnel.ts';

const search = new SecretSearch(canaries);
const formats = ['json', 'table'] as const;

let stage: Stage;
let target: Target;
let relay: RelayProcess;
/** What the processes of the run wrote; the ready line of the relay is there to hand out keys. */
const outputs: { readonly where: string; readonly text: string }[] = [];
let seenProcesses: ReadonlyMap<number, ReadonlySet<string>>;

beforeAll(async () => {
  stage = await Stage.open();
  target = await Target.start();
  stage.afterwards(() => target.close());
  await writeFile(
    join(stage.home, 'settings.json'),
    JSON.stringify({ version: 1, settings: { logLevel: 'debug', drainSeconds: 1 } }),
  );
  relay = await startRelayWithCanaries();
  const watch = new ProcessWatch();
  try {
    await addWithoutHost();
    await runAndTrouble();
    await killAndRunAgain();
    await breakTheStore();
  } finally {
    seenProcesses = await watch.stop();
  }
  await stopped(relay.process);
  for (const { words, output, errors } of stage.processes) {
    const where = words.join(' ');
    outputs.push({ where: `errors of ${where}`, text: errors });
    if (words[0] !== 'relay') outputs.push({ where: `output of ${where}`, text: output });
  }
}, 300_000);

afterAll(async () => {
  await stage.dispose();
});

/** The relay makes its own keys; ours take their places in its folder before it starts again. */
async function startRelayWithCanaries(): Promise<RelayProcess> {
  const endpoint = target.endpoint;
  const entities = ['shaped', 'odd', 'wrong'].map((name) => ({ name, endpoint }));
  const first = await RelayProcess.start(stage, entities);
  await stopped(first.process);
  const file = join(stage.folder, 'relay', 'entities.json');
  const keys = {
    [keyIn(first.entity('shaped').gatewayConnectionString)]: canaries['listen key'],
    [keyIn(first.entity('shaped').sendConnectionString)]: canaries['send key'],
    [keyIn(first.entity('odd').gatewayConnectionString)]: canaries['odd listen key'],
    [keyIn(first.entity('odd').sendConnectionString)]: canaries['odd send key'],
  };
  let content = await readFile(file, 'utf8');
  for (const [before, after] of Object.entries(keys)) content = content.replace(before, after);
  await writeFile(file, content);
  const again = await RelayProcess.start(stage, entities);
  expect(keyIn(again.entity('shaped').gatewayConnectionString)).toBe(canaries['listen key']);
  expect(keyIn(again.entity('odd').sendConnectionString)).toBe(canaries['odd send key']);
  return again;
}

function keyIn(connectionString: string): string {
  return /SharedAccessKey=([^;]+)/.exec(connectionString)?.[1] ?? '';
}

async function expectExit(exitCode: number, words: readonly string[], options?: StartOptions): Promise<void> {
  const finished = await stage.run(words, options);
  expect({ words, exitCode: finished.exitCode, errors: finished.errors }).toMatchObject({ exitCode });
}

function listenString(name: 'shaped' | 'odd' | 'wrong'): string {
  const { gatewayConnectionString } = relay.entity(name);
  return name === 'wrong'
    ? gatewayConnectionString.replace(keyIn(gatewayConnectionString), canaries['wrong key'])
    : gatewayConnectionString;
}

/** What people paste by mistake, with the key that can't be known by its looks. */
function badStrings(): readonly string[] {
  const good = listenString('odd');
  const key = keyIn(good);
  return [
    key,
    good.replace(/;EntityPath=.*/, ''),
    good.replace('Endpoint=sb:', 'Endpoint=http:'),
    good.replace(/Endpoint=[^;]+/, `Endpoint=${key}`),
    good.replace(/EntityPath=.*/, `EntityPath=${key}`),
    good.replace('SharedAccessKey=', 'SharedKey='),
    good.replace('SharedAccessKey=', 'SharedAccessKey:'),
    good.replaceAll(';', ' '),
    `${good};SharedAccessKey=${key}`,
    `${good};${key}`,
    `${good};SharedAccessSignature=SharedAccessSignature sr=x&sig=${encodeURIComponent(key)}&se=1&skn=x`,
    `"${good}`,
    JSON.stringify({ connectionString: good }),
  ];
}

async function addWithoutHost(): Promise<void> {
  const file = join(stage.folder, 'string.txt');
  await writeFile(file, listenString('odd'));
  const withCa = ['--ca-file', relay.caFile];
  await expectExit(0, ['add', '-', ...withCa], { input: `  ${listenString('shaped')}\n` });
  await expectExit(0, ['add', '--connection-string-file', file, ...withCa]);
  await expectExit(0, ['add', ...withCa], { environment: { HCM_CONNECTION_STRING: listenString('wrong') } });
  for (const output of formats) {
    await expectExit(1, ['add', '-', ...withCa, '--output', output], { input: listenString('shaped') });
    await lookAtEverything(output);
  }
  for (const bad of badStrings()) await expectExit(1, ['add', '-'], { input: bad });
  for (const bad of badStrings().slice(0, 2)) {
    await expectExit(1, ['add'], { environment: { HCM_CONNECTION_STRING: bad } });
    await expectExit(1, ['forward', '-', '--port', '0'], { input: bad });
  }
}

async function lookAtEverything(output: (typeof formats)[number]): Promise<void> {
  await expectExit(0, ['list', '--output', output]);
  for (const name of ['shaped', 'odd', 'wrong']) await expectExit(0, ['show', name, '--output', output]);
}

async function runAndTrouble(): Promise<void> {
  const host = await startHost(stage);
  await untilConnected(stage, 'shaped');
  await untilConnected(stage, 'odd');
  await untilRow(stage, 'wrong', 'is refused', ({ status }) => status === 'Unauthorized');
  for (const output of formats) {
    await expectExit(1, ['add', '-', '--output', output], { input: listenString('odd') });
    await lookAtEverything(output);
  }

  const shaped = await startForward(stage, relay, 'shaped');
  const odd = await startForward(stage, relay, 'odd');
  for (const { port } of [shaped, odd]) {
    const { app, service } = await target.open(port);
    app.end('ping');
    service.end('pong');
    expect(await readText(app)).toBe('pong');
  }

  for (const status of [401, 403, 404, 429, 500, 503]) {
    await relay.fault({ fault: 'refuse-connects', entity: '*', status, count: 1 });
    await untilRefused(shaped.port);
    await relay.fault({ fault: 'refuse-connects', entity: '*', status, count: 1 });
    await untilRefused(odd.port);
  }
  const { sendConnectionString } = relay.entity('shaped');
  const wrong = await startForward(stage, relay, 'shaped', {
    input: sendConnectionString.replace(keyIn(sendConnectionString), canaries['wrong key']),
  });
  await untilRefused(wrong.port);
  for (const text of ['{"accept":{"address":"wss://other/?sb-hc-token=x"}}', 'nonsense']) {
    await relay.fault({ fault: 'send-raw', entity: '*', text });
  }
  for (const [status, code] of [
    [401, 'HCM2020'],
    [404, 'HCM2023'],
    [503, 'HCM2025'],
  ] as const) {
    await relay.fault({ fault: 'refuse-listens', entity: 'odd', status });
    await relay.fault({ fault: 'kick', entity: 'odd' });
    await relay.fault({ fault: 'drop-control', entity: 'shaped' });
    await untilRow(stage, 'odd', `is refused with ${status}`, ({ statusCode }) => statusCode === code);
    await relay.fault({ fault: 'clear' });
    await expectExit(0, ['restart', 'odd']);
    await untilConnected(stage, 'odd');
  }
  await relay.fault({ fault: 'expire-tokens', entity: '*' });
  await untilConnected(stage, 'shaped');

  await expectExit(0, ['remove', 'odd', '--yes']);
  await expectExit(0, ['add', '-', '--ca-file', relay.caFile], { input: listenString('odd') });
  await untilConnected(stage, 'odd');
  await Promise.all([shaped, odd, wrong].map(({ forward }) => stopped(forward)));
  await stopped(host);
}

async function stopped(process: { signal(signal: 'SIGTERM'): void; end(): Promise<unknown> }): Promise<void> {
  process.signal('SIGTERM');
  await process.end();
}

async function killAndRunAgain(): Promise<void> {
  const host = await startHost(stage);
  await untilConnected(stage, 'shaped');
  const { forward, port } = await startForward(stage, relay, 'shaped');
  await target.open(port);
  host.signal('SIGKILL');
  forward.signal('SIGKILL');
  await Promise.all([host.end(), forward.end()]);
  const next = await startHost(stage);
  await untilConnected(stage, 'shaped');
  await stopped(next);
}

/** Each broken file is mended again, so that the next one meets keys that are in use. */
async function breakTheStore(): Promise<void> {
  for (const name of ['connections.json', 'secrets.json', 'secret.key']) {
    const path = join(stage.home, name);
    const content = await readFile(path);
    await writeFile(path, content.subarray(0, content.length - 20));
    const host = await startHost(stage);
    for (const output of formats) await expectExit(0, ['list', '--output', output]);
    await stage.run(['add', '-', '--ca-file', relay.caFile], { input: listenString('odd') });
    await stopped(host);
    await rm(`${path}.bak`, { force: true });
    await writeFile(path, content);
  }
  await expectExit(1, ['add', '-', '--ca-file', relay.caFile], { input: listenString('shaped') });
}

describe('after everything that can happen to a key', () => {
  it('the run was one in which it could have got out', async () => {
    const settings = await readFile(join(stage.home, 'settings.json'), 'utf8');
    expect(settings).toContain('"logLevel":"debug"');
    const log = await readFile(join(stage.home, 'hcm.log'), 'utf8');
    for (const code of ['HCM2020', 'HCM2023', 'HCM2025', 'HCM4010', 'session ended'])
      expect(log).toContain(code);
    const rows = await listConnections(stage);
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['shaped', 'odd', 'wrong']));
    expect(await readdir(stage.home)).toEqual(expect.arrayContaining([expect.stringContaining('.corrupt-')]));
  });

  it('no file of the data folder holds it, not even the one that keeps it', async () => {
    const { files, findings } = await search.lookInFolder(stage.home);
    expect(findings).toEqual([]);
    expect(files).toBeGreaterThanOrEqual(6);
    expect(await readFile(join(stage.home, 'secrets.json'), 'utf8')).toContain('"keyFile"');
  });

  it('no program has written it', () => {
    expect(outputs.length).toBeGreaterThan(100);
    expect(outputs.flatMap(({ where, text }) => search.look(where, text))).toEqual([]);
  });

  it('no list of processes has shown it', () => {
    const ours = stage.processes.filter(({ pid }) => seenProcesses.has(pid));
    // Hardly one was too short to be seen.
    expect(ours.length).toBeGreaterThan(stage.processes.length / 2);
    const shown = ours.flatMap(({ pid }) => [...(seenProcesses.get(pid) ?? [])]);
    expect(shown.flatMap((line) => search.look('a command line', line))).toEqual([]);
    // Programs that ours might have started, and anything else.
    const others = [...seenProcesses.values()].flatMap((seen) => [...seen]);
    const keys = Object.values(canaries);
    expect(others.filter((line) => keys.some((key) => line.includes(key)))).toEqual([]);
  });
});

describe('a string given as an argument', () => {
  it('is gone from the list of processes once the program runs, and a warning tells the risk', async () => {
    const forward = stage.start(['forward', relay.entity('odd').sendConnectionString, '--port', '0']);
    await forward.report('the sender listens', (report) => report);
    const lines = await commandLines();
    expect(lines.get(forward.pid)).toMatch(/^hcm/);
    expect(search.look('its command line', lines.get(forward.pid) ?? '')).toEqual([]);
    expect(forward.errors).toContain('Other users of this computer can see arguments');
    expect(search.look('its output', forward.output + forward.errors)).toEqual([]);
  });

  it('is not repeated by the error about a wrong place', async () => {
    for (const words of [
      [listenString('odd')],
      ['list', listenString('odd')],
      ['add', `--${listenString('odd')}`],
      ['list', '--output', listenString('shaped')],
      ['show', listenString('shaped')],
    ]) {
      const { exitCode, output, errors } = await stage.run(words);
      expect(exitCode).not.toBe(0);
      expect(search.look(`hcm ${words[0]?.slice(0, 8) ?? ''}`, output + errors)).toEqual([]);
    }
  });
});
