/** `hcm demo`: the main job once, with a local relay, a small service and a host of its own in a temporary folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { endpointStatusWord, statusWord } from '../../contract/messages/messages.ts';
import { formatDuration } from '../../contract/format.ts';
import { cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { demoTexts } from '../../contract/messages/texts/demo.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { silentLogger } from '../../engine/log/logger.ts';
import type { DemoStep } from '../../local-relay/demo.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { listenForStop } from '../stop-signal.ts';
import { openStoreEngine } from '../store-engine.ts';

interface DemoOptions {
  readonly exit?: true;
}

export function addDemoCommand(program: Command, { io }: Cli): void {
  program
    .command('demo')
    .description(cliUsageTexts.demo)
    .option('--exit', cliUsageTexts.demoExit)
    .action((options: DemoOptions) => demo(io, options.exit === true));
}

async function demo(io: CliIo, endsAtOnce: boolean): Promise<void> {
  // Never the user's own data folder: everything of the demo lies here and goes with it.
  const folder = await mkdtemp(join(tmpdir(), 'hcm-demo-'));
  const stop = listenForStop(io);
  const engine = await openStoreEngine(io, { folder, log: silentLogger });
  const print = (text: string): void => {
    if (!io.isQuiet) io.output.write(`${text}\n`);
  };
  try {
    // Only now: making certificates loads a lot that no other command needs.
    const { startDemo } = await import('../../local-relay/demo.ts');
    await engine.start();
    const running = await startDemo({
      host: engine,
      folder: join(folder, 'relay'),
      platform: io.platform,
      signal: stop.signal,
      onStep: (step) => print(sentence(step, folder)),
    });
    try {
      if (!endsAtOnce) {
        print(fillText(demoTexts.tryIt, { url: running.url }));
        await stop.asked;
      }
    } finally {
      // The sender ends first, and with it every session: nobody waits for an app that keeps one open.
      await running.close();
      await engine.stop();
    }
  } catch (error) {
    // Ctrl+C while it starts is no failure.
    if (!stop.signal.aborted) throw error;
  } finally {
    engine.close();
    stop.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

function sentence(done: DemoStep, folder: string): string {
  switch (done.step) {
    case 'relay':
      return fillText(demoTexts.relay, { port: done.port });
    case 'service':
      return fillText(demoTexts.service, { endpoint: done.endpoint });
    case 'added':
      return fillText(demoTexts.added, { folder });
    case 'connected': {
      const { config, azure, endpoint } = done.connection;
      const status = statusWord(azure.status);
      const endpointStatus = endpointStatusWord(endpoint.status);
      return fillText(demoTexts.connected, { name: config.name, status, endpointStatus });
    }
    case 'sender':
      return fillText(demoTexts.sender, { port: done.port });
    case 'answered': {
      const { milliseconds, status, text } = done;
      return fillText(demoTexts.answered, { status, time: formatDuration(milliseconds), text });
    }
  }
}
