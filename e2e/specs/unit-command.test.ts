/** The command of the generated systemd unit as its user: what systemd hears, who may use it, and how it ends. */
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusSchema } from '../../electron/contract/answer-schemas.ts';
import { People, type Person } from '../fixtures/people.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { Stage } from '../fixtures/stage.ts';
import { Target, type Session } from '../fixtures/target.ts';
import { startForward } from '../fixtures/tunnel.ts';
import { UnitUnderTest } from '../fixtures/unit-under-test.ts';
import { until } from '../fixtures/until.ts';

const admins = 64_301;
const service: Person = { uid: 64_311, gid: admins, groups: [] };
const admin: Person = { uid: 64_312, gid: 64_312, groups: [admins] };

const name = 'payroll-sql';

describe.runIf(process.platform === 'linux')('the command of the systemd unit', () => {
  let stage: Stage;
  let unit: UnitUnderTest;
  let target: Target;
  let relay: RelayProcess;

  beforeAll(async () => {
    stage = await Stage.open();
    const people = await People.open(stage, [service, admin]);
    unit = await UnitUnderTest.install(stage, people, service);
    target = await Target.start();
    stage.afterwards(() => target.close());
    relay = await RelayProcess.start(stage, [{ name, endpoint: target.endpoint }]);
    await copyFile(relay.caFile, join(stage.folder, 'ca.pem'));
  });

  afterAll(() => stage.dispose());

  /** As an admin of the host who knows nothing of its folders. */
  async function untilConnected(): Promise<void> {
    const words = ['status', name, '--wait', 'Connected', '--timeout', '30'];
    const answer = await hcm(words);
    expect(answer, answer.errors).toMatchObject({ exitCode: 0 });
    expect(statusSchema.parse(JSON.parse(answer.output)).host).toMatchObject({
      kind: 'service',
      dataFolder: unit.folders.state,
    });
  }

  function hcm(words: readonly string[], input = '') {
    // With a view of its own of the system the service lies where every hcm looks for one.
    const environment = unit.canMount ? {} : { HCM_CONTROL: unit.folders.runtime };
    return unit.hcm(admin, words, { input, environment });
  }

  it('runs with no right but its own, serves, reloads, and lets a session finish', async () => {
    const host = await unit.start();
    const facts = await readFile(`/proc/${host.pid}/status`, 'utf8');
    expect(facts).toMatch(new RegExp(`^Uid:\\t${service.uid}\\t`, 'm'));
    expect(facts).toMatch(/^CapEff:\t0{16}$/m);
    expect(facts).toMatch(/^CapBnd:\t0{16}$/m);
    expect(facts).toMatch(/^NoNewPrivs:\t1$/m);
    expect(facts).toMatch(/^Umask:\t0077$/m);

    const add = ['add', '-', '--ca-file', join(stage.folder, 'ca.pem')];
    const added = await hcm(add, relay.entity(name).gatewayConnectionString);
    expect(added, added.errors).toMatchObject({ exitCode: 0 });
    await untilConnected();
    // Its own account reaches it by its data folder.
    const own = await unit.hcm(service, ['list'], { environment: { HCM_HOME: unit.folders.state } });
    expect(own, own.errors).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(own.output)).toMatchObject([{ name, status: 'Connected' }]);

    const reloads = (await unit.notices()).length;
    host.signal('SIGHUP');
    await unit.untilNotice(/RELOADING=1/, reloads);
    await unit.untilNotice(/READY=1/, reloads);

    const { port } = await startForward(stage, relay, name);
    const session = await target.open(port);
    host.signal('SIGTERM');
    await unit.untilNotice(/STOPPING=1/);
    await expectPassed(session, 'last question');
    session.app.end();
    session.service.end();
    expect(await host.end()).toMatchObject({ exitCode: 0, errors: '' });
  });

  it('killed, it leaves nothing that is in the way of the next start', async () => {
    const killed = await unit.start();
    await untilConnected();
    killed.signal('SIGKILL');
    await killed.end();
    const host = await unit.start();
    await untilConnected();
    host.signal('SIGTERM');
    expect(await host.end()).toMatchObject({ exitCode: 0, errors: '' });
  });
});

async function expectPassed({ app, service: end }: Session, text: string): Promise<void> {
  app.write(text);
  const look = (): string => String((end.read(text.length) as Buffer | null) ?? '');
  expect(await until(`${text} arrives`, look, (found) => found !== '')).toBe(text);
}
