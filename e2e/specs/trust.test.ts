/**
 * A relay whose certificate nobody vouches for gets no key, no listener and no byte, whatever the environment says
 * (plan §5.10). Every process runs without NODE_EXTRA_CA_CERTS and with verification "switched off".
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ConnectionRow } from '../../electron/contract/connection-row.ts';
import { readText } from '../fixtures/byte-stream.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { Stage } from '../fixtures/stage.ts';
import { Target } from '../fixtures/target.ts';
import { addConnection, startForward, startHost, untilConnected, untilRow } from '../fixtures/tunnel.ts';
import { within } from '../fixtures/until.ts';

const weakened = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
const withinSeconds = 10_000;

const refusedSchema = z.object({ event: z.literal('refused'), code: z.string() });

let stage: Stage;
let target: Target;
let relay: RelayProcess;

beforeEach(async () => {
  stage = await Stage.open();
  target = await Target.start();
  stage.afterwards(() => target.close());
  const endpoint = target.endpoint;
  relay = await RelayProcess.start(stage, [
    { name: 'without-ca', endpoint },
    { name: 'with-ca', endpoint },
  ]);
});

afterEach(async () => {
  await stage.dispose();
});

/** Waits until the host says that it doesn't trust the relay of this connection. */
async function untilNotTrusted(name: string): Promise<void> {
  const isNotTrusted = ({ status, statusCode }: ConnectionRow): boolean =>
    status === 'Not connected' && statusCode === 'HCM2010';
  await untilRow(stage, name, 'finds the relay not trusted', isNotTrusted, withinSeconds);
}

/** How many listeners the relay has. It closes them to count; they come again. */
function countListeners(name: string): Promise<number> {
  return relay.fault({ fault: 'kick', entity: name });
}

describe('a host', () => {
  it('listens only where the CA was given with the connection', async () => {
    await startHost(stage, { environment: weakened });
    await addConnection(stage, relay, 'without-ca', null);
    await untilNotTrusted('without-ca');
    await addConnection(stage, relay, 'with-ca');
    await untilConnected(stage, 'with-ca');
    await untilNotTrusted('without-ca');

    expect(await countListeners('without-ca')).toBe(0);
    expect(await countListeners('with-ca')).toBe(1);
  });

  it('listens with a CA from HCM_EXTRA_CA_CERTS, but not where another one was pinned', async () => {
    const stranger = await Stage.open();
    try {
      const { caFile } = await RelayProcess.start(stranger, [{ name: 'other', endpoint: target.endpoint }]);
      await addConnection(stage, relay, 'without-ca', null);
      await addConnection(stage, relay, 'with-ca', caFile);
    } finally {
      await stranger.dispose();
    }
    await startHost(stage, { environment: { ...weakened, HCM_EXTRA_CA_CERTS: relay.caFile } });
    await untilConnected(stage, 'without-ca');
    await untilNotTrusted('with-ca');

    expect(await countListeners('without-ca')).toBe(1);
    expect(await countListeners('with-ca')).toBe(0);
  });
});

describe('a sender', () => {
  beforeEach(async () => {
    await startHost(stage, { environment: weakened });
    await addConnection(stage, relay, 'with-ca');
    await untilConnected(stage, 'with-ca');
  });

  it('refuses the app while the relay is not trusted', async () => {
    const { forward, port } = await startForward(stage, relay, 'with-ca', {
      caFile: null,
      environment: weakened,
    });
    const app = connect({ host: '127.0.0.1', port });
    const failed = once(app, 'error');
    app.resume();
    const { code } = await forward.report('it says why', (report) => refusedSchema.safeParse(report).data);
    expect(code).toBe('HCM2010');
    const [error] = (await within('the app sees a failure', failed)) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
  });

  it.each([
    { from: '--ca-file', environment: () => weakened, caFile: () => relay.caFile },
    {
      from: 'HCM_EXTRA_CA_CERTS',
      environment: () => ({ ...weakened, HCM_EXTRA_CA_CERTS: relay.caFile }),
      caFile: () => null,
    },
  ])('sends with a CA from $from', async ({ environment, caFile }) => {
    const options = { environment: environment(), caFile: caFile() };
    const { port } = await startForward(stage, relay, 'with-ca', options);
    const { app, service } = await target.open(port);
    app.end('hello');
    expect(await readText(service)).toBe('hello');
  });
});
