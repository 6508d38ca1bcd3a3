/** A policy of the organization as people meet it on the command line: with and without a running host. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage, type StartOptions } from '../fixtures/stage.ts';
import { startHost } from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

const by = 'Contoso servers baseline';

let stage: Stage;
let file: string;
let options: StartOptions;

beforeEach(async () => {
  stage = await Stage.open();
  file = join(stage.folder, 'policy.json');
  options = { environment: { HCM_POLICY_FILE: file } };
});

afterEach(async () => {
  await stage.dispose();
});

function policy(settings: Readonly<Record<string, unknown>>): Promise<void> {
  return writeFile(file, JSON.stringify({ version: 1, by, settings }));
}

async function drain(): Promise<{ readonly value: number }> {
  const { output } = await stage.run(['config', 'get', 'drainSeconds', '--output', 'json'], options);
  return JSON.parse(output) as { readonly value: number };
}

describe('a managed setting', () => {
  it.each([false, true])('counts, names who set it, and isn’t changed; a host runs: %s', async (withHost) => {
    await stage.run(['config', 'set', 'drainSeconds', '5']);
    await policy({ drainSeconds: 120 });
    if (withHost) await startHost(stage, options);
    expect(await drain()).toMatchObject({ value: 120, managedBy: by });
    const shown = await stage.run(['config', 'get', 'drainSeconds', '--output', 'table'], options);
    expect(shown.output).toContain(`120 s (set by your organization: ${by})`);

    for (const words of [
      ['config', 'set', 'drainSeconds', '7'],
      ['config', 'unset', 'drainSeconds'],
    ]) {
      const { exitCode, errors } = await stage.run(words, options);
      expect(exitCode).not.toBe(0);
      expect(errors).toContain('HCM6101');
      expect(errors).toContain(by);
    }
    const other = await stage.run(['config', 'set', 'maxSessions', '7'], options);
    expect(other.exitCode).toBe(0);
    expect(await drain()).toMatchObject({ value: 120 });
  });

  it('stops a file that wants something else before anything changes', async () => {
    await policy({ drainSeconds: 120 });
    const desired = join(stage.folder, 'desired.yaml');
    await writeFile(desired, 'version: 1\nsettings:\n  maxSessions: 7\n  drainSeconds: 1\nconnections: []\n');
    const { exitCode, errors } = await stage.run(['apply', '-f', desired, '--yes'], options);
    expect(exitCode).not.toBe(0);
    expect(errors).toContain('HCM6101');
    const { output } = await stage.run(['config', 'get', 'maxSessions', '--output', 'json'], options);
    expect(JSON.parse(output)).toMatchObject({ value: 5000 });
  });

  it('of a policy that can’t be read leaves the host running, which says so', async () => {
    await writeFile(file, '{"version":1,');
    const host = await startHost(stage, options);
    expect(`${host.errors}${host.output}`).toContain('HCM6103');
    expect(await drain()).toMatchObject({ value: 60, managedBy: null });
  });

  it.runIf(process.platform !== 'win32')('that changes counts from the next SIGHUP on', async () => {
    await policy({ drainSeconds: 120 });
    const host = await startHost(stage, options);
    await policy({ drainSeconds: 240 });
    host.signal('SIGHUP');
    await until('the host took the policy in', drain, ({ value }) => value === 240);
  });
});
